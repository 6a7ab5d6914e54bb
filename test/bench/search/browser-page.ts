import { createServer, type Server } from 'node:http';
import { existsSync, readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../../site/browser.ts';

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

function listen(folder: string, count: (bytes: number) => void): Promise<Server> {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://site').pathname);
    const file = join(folder, path);
    if (path === '/' || !existsSync(file)) {
      response.writeHead(path === '/' ? 200 : 404, { 'content-type': 'text/html' }).end('<!doctype html>');
      return;
    }
    const quality = { [constants.BROTLI_PARAM_QUALITY]: 6 };
    const body = brotliCompressSync(readFileSync(file), { params: quality });
    count(body.length);
    const type = types[extname(file)] ?? 'application/octet-stream';
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
  const server = await listen(folder, (more) => {
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
