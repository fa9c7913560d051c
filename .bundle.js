// Puts the product and the libraries that it loads at its start into one file, `dist/src/main.js` or where it is told:
// more than half of a start is finding and reading some thousand files. What is loaded only at need (MongoDB) or is
// native (libsql) stays where it is; nothing is shortened, so that a stack trace reads as ever.
import { rmSync } from 'node:fs';
import process from 'node:process';
import { build } from 'esbuild';

const outdir = process.argv[2] ?? 'dist/src';
rmSync(`${outdir}/chunks`, { recursive: true, force: true });
await build({
  entryPoints: ['src/main.ts'],
  outdir,
  allowOverwrite: true,
  bundle: true,
  splitting: true,
  chunkNames: 'chunks/[name]-[hash]',
  format: 'esm',
  platform: 'node',
  target: 'node20',
  external: ['libsql', 'mongodb', '@microsoft/*', 'dtrace-provider'],
  // Libraries in the older module format ask for these. What Node 22 and later deprecate in libraries it says in the
  // middle of the log, unless they lie in node_modules, where they lie no more.
  banner: {
    js: [
      'process.noDeprecation = true;',
      "import { createRequire as makeRequire } from 'node:module';",
      "import { dirname as folderOf } from 'node:path';",
      "import { fileURLToPath as pathOf } from 'node:url';",
      'const require = makeRequire(import.meta.url), __filename = pathOf(import.meta.url), __dirname = folderOf(__filename);',
    ].join('\n'),
  },
  // Libraries have their blemishes, of which it would warn.
  logLevel: 'error',
});
