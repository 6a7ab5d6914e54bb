import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';

/** Packs a package of these files. Returns its tarball. */
function pack(
  folder: string,
  manifest: { name: string; version: string },
  files: Record<string, string>,
): Buffer {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const packed = execFileSync('npm', ['pack', '--json', '--ignore-scripts'], {
    cwd: folder,
    encoding: 'utf8',
  });
  const [{ filename } = { filename: '' }] = JSON.parse(packed) as { filename: string }[];
  return readFileSync(join(folder, filename));
}

/** A package registry on loopback that has one package. */
export async function startPackageRegistry(
  folder: string,
  manifest: { name: string; version: string },
  files: Record<string, string>,
): Promise<{ address: string; close: () => void }> {
  const tarball = pack(folder, manifest, files);
  const server = createServer((request, response) => {
    const { name, version } = manifest;
    if (request.url === '/package.tgz') response.end(tarball);
    else if (decodeURIComponent(request.url ?? '') === `/${name}`) {
      const integrity = `sha512-${createHash('sha512').update(tarball).digest('base64')}`;
      const dist = { tarball: `http://${request.headers.host ?? ''}/package.tgz`, integrity };
      const versions = { [version]: { ...manifest, dist } };
      response.end(JSON.stringify({ name, 'dist-tags': { latest: version }, versions }));
    } else response.writeHead(404).end('{}');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const close = (): void => {
    server.close();
    server.closeAllConnections();
  };
  return { address: `http://127.0.0.1:${port}/`, close };
}
