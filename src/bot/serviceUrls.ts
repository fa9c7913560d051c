const loopbackNames = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Whether the bot may call this service. With credentials: https to one of the exact hosts, because the token goes
 * there. Without: the loopback interface alone, so that a forged activity makes the bot call nobody.
 */
export function isAllowedServiceUrl(
  serviceUrl: string,
  rule: { readonly isLocal: boolean; readonly hosts: readonly string[] },
): boolean {
  const url = readUrl(serviceUrl);
  if (!url) return false;
  if (url.username !== '' || url.password !== '') return false;
  if (rule.isLocal) return (url.protocol === 'http:' || url.protocol === 'https:') && loopbackNames.has(url.hostname);
  return url.protocol === 'https:' && url.port === '' && rule.hosts.includes(url.hostname);
}

/** The services are few, and each is asked about several times in a turn. */
const known = new Map<string, URL | undefined>();
const mostKnown = 100;

function readUrl(text: string): URL | undefined {
  if (known.has(text)) return known.get(text);
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (known.size >= mostKnown) known.clear();
  known.set(text, url);
  return url;
}
