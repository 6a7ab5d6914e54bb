import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'astro';
import { redirectsFile, writeRedirects } from '../../src/catalogue/redirects.ts';
import { writeCatalogue } from '../../src/catalogue/write.ts';
import { locations } from '../../src/model/locations.ts';
import type { Redirects } from '../../src/model/redirects.ts';
import type { CatalogueServer } from '../../src/model/server.ts';

const mediaTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.jsonl': 'application/jsonl',
  '.png': 'image/png',
  '.xml': 'application/xml',
  '.md': 'text/markdown; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** The address that built sites under test have, when they have one. */
export const siteAddress = 'https://placard.example';

/** A built site: its folder, and how it is removed. */
export interface BuiltSite {
  folder: string;
  remove: () => void;
}

/** The built site of a catalogue: in a folder of its own, so that builds can run side by side. */
export async function buildSite(
  servers: readonly CatalogueServer[],
  { site, former }: { site?: string; former?: Redirects } = {},
): Promise<BuiltSite> {
  mkdirSync(locations.state, { recursive: true });
  const root = resolve(mkdtempSync(join(locations.state, 'test-site-')));
  const folder = join(root, 'dist');
  writeCatalogue(join(root, 'catalogue'), servers);
  if (former !== undefined) writeRedirects(redirectsFile(join(root, 'catalogue')), former);
  process.env.PLACARD_CATALOGUE = join(root, 'catalogue');
  await build({
    ...(site === undefined ? {} : { site }),
    outDir: folder,
    cacheDir: join(root, 'cache'),
    logLevel: 'error',
  });
  return {
    folder,
    remove: () => {
      rmSync(root, { recursive: true, force: true });
    },
  };
}

function fileOf(folder: string, address: string): string {
  const path = join(folder, decodeURIComponent(new URL(address, 'http://site').pathname));
  if (existsSync(path) && statSync(path).isDirectory()) return join(path, 'index.html');
  return path;
}

/** What `_headers` of a built site says of every page. */
function headersOf(folder: string): Record<string, string> {
  const [ofEveryPage = ''] = readFileSync(join(folder, '_headers'), 'utf8').split(/\n(?=\/)/);
  const lines = ofEveryPage.split('\n').slice(1).filter(Boolean);
  return Object.fromEntries(
    lines.map((line) => {
      const colon = line.indexOf(': ');
      return [line.slice(0, colon).trim(), line.slice(colon + 2)];
    }),
  );
}

/** Serves a folder on loopback as a static host would: compressed, with its headers, index.html for folders, 404.html for the rest. */
export async function serve(folder: string): Promise<{ origin: string; server: Server }> {
  const headers = headersOf(folder);
  const server = createServer((request, response) => {
    const file = fileOf(folder, request.url ?? '/');
    const found = existsSync(file);
    const sent = found ? file : join(folder, '404.html');
    const type = mediaTypes[extname(sent)] ?? 'text/plain';
    const bytes = readFileSync(sent);
    const isPacked = (request.headers['accept-encoding'] ?? '').includes('gzip');
    const coding = isPacked ? { 'content-encoding': 'gzip' } : {};
    response.writeHead(found ? 200 : 404, { ...headers, ...coding, 'content-type': type });
    response.end(isPacked ? gzipSync(bytes) : bytes);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${port}`, server };
}
