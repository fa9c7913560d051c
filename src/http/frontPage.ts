import type { ServerResponse } from 'node:http';

/** Answers somebody who opens the bot's address in a browser: what this is, which version, and where to look. */
export function sendFrontPage(response: ServerResponse, version: string): void {
  const text = pageOf(version);
  response.writeHead(200, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'",
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'content-length': Buffer.byteLength(text),
  });
  response.end(text);
}

const style = `body{font:1rem/1.6 system-ui,sans-serif;color:#242424;background:#f5f5fa;margin:0;padding:3rem 1.5rem}
main{max-width:38rem;margin:auto}h1{color:#3b3d9e;margin:0}code{background:#e6e6f2;padding:.1em .3em;border-radius:3px}
small{color:#555}@media(prefers-color-scheme:dark){body{color:#eee;background:#1f1f28}h1{color:#a9acff}
code{background:#33333f}small{color:#aaa}}`;

function pageOf(version: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>Group Concierge</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>Group Concierge</h1>
<p><small>Version ${version}</small></p>
<p>A Microsoft Teams bot with which people look after their groups themselves. It speaks in Teams, not here: open Teams,
look for the app by its name, and type <code>help</code>.</p>
<p>What people ask and decide stays in the database of the organisation that runs this bot; ask its administrators.</p>
<p>For those who run it: Teams calls <code>/api/messages</code>; <code>/healthz</code> says that the process lives,
<code>/readyz</code> that it can work; <code>npm run doctor</code> looks at everything else.</p>
</main>
</body>
</html>
`;
}
