const loopbackNames = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Whether the bot may call this service. With credentials: https to one of the exact hosts, because the token goes
 * there. Without: the loopback interface alone, so that a forged activity makes the bot call nobody.
 */
export function isAllowedServiceUrl(
  serviceUrl: string,
  rule: { readonly isLocal: boolean; readonly hosts: readonly string[] },
): boolean {
  if (!URL.canParse(serviceUrl)) return false;
  const url = new URL(serviceUrl);
  if (url.username !== '' || url.password !== '') return false;
  if (rule.isLocal) return (url.protocol === 'http:' || url.protocol === 'https:') && loopbackNames.has(url.hostname);
  return url.protocol === 'https:' && url.port === '' && rule.hosts.includes(url.hostname);
}
