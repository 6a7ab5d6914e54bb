import { createServer, type Server } from 'node:http';
import { globSync, readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../../site/browser.ts';
import { packed } from './packed.ts';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
};

/** An empty page of a folder in a real browser, and the bytes that it has fetched, as they were sent with Brotli. */
export interface BrowserPage {
  page: Page;
  fetched(): number;
  close(): Promise<void>;
}

/** Every file of a folder by its path, packed before anybody asks for it, as a host does it. */
function packedFiles(folder: string): Map<string, Buffer> {
  const names = globSync('**/*.*', { cwd: folder });
  return new Map(names.map((name) => [`/${name}`, packed(readFileSync(join(folder, name)))]));
}

function listen(files: ReadonlyMap<string, Buffer>, count: (bytes: number) => void): Promise<Server> {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://site').pathname);
    const body = files.get(path);
    if (body === undefined) {
      response.writeHead(path === '/' ? 200 : 404, { 'content-type': 'text/html' }).end('<!doctype html>');
      return;
    }
    count(body.length);
    const type = types[extname(path)] ?? 'application/octet-stream';
    response.writeHead(200, { 'content-type': type, 'content-encoding': 'br' }).end(body);
  });
  return new Promise((done) => {
    server.listen(0, '127.0.0.1', () => {
      done(server);
    });
  });
}

/** Serves a folder on loopback and opens an empty page of it. */
export async function openPage(folder: string): Promise<BrowserPage> {
  let bytes = 0;
  const server = await listen(packedFiles(folder), (more) => {
    bytes += more;
  });
  const browser: Browser = await launchBrowser();
  const page = await browser.newPage();
  await page.goto(`http://localhost:${(server.address() as AddressInfo).port}/`);
  return {
    page,
    fetched: () => bytes,
    close: async () => {
      await browser.close();
      server.close();
    },
  };
}
