import { drawColorIcon, drawOutlineIcon } from './icons.js';
import { createManifest, type TeamsApp } from './manifest.js';
import { writeZip } from './zip.js';

/** The package that is uploaded to the Teams admin centre: three files at its root; the same app gives the same bytes. */
export function buildPackage(app: TeamsApp): Buffer {
  return writeZip([
    { name: 'manifest.json', data: Buffer.from(`${JSON.stringify(createManifest(app), null, 2)}\n`, 'utf8') },
    { name: 'color.png', data: drawColorIcon() },
    { name: 'outline.png', data: drawOutlineIcon() },
  ]);
}

/**
 * What Microsoft's own schema says against the manifest; nothing is fetched. The checker is a development package: an
 * image without it skips the check, which the tests have made for every form of the manifest.
 */
export async function checkManifest(app: TeamsApp): Promise<readonly string[] | 'notInstalled'> {
  const checker = await import('@microsoft/app-manifest').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ERR_MODULE_NOT_FOUND') return undefined;
    throw error;
  });
  if (!checker) return 'notInstalled';
  return checker.AppManifestUtils.validateAgainstSchema(createManifest(app) as never);
}
