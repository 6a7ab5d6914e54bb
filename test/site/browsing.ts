import assert from 'node:assert/strict';
import type { Server } from 'node:http';
import { after, before } from 'node:test';
import type { Browser } from 'playwright-core';
import { launchBrowser } from './browser.ts';
import { builtSite } from './built-site.ts';
import { type BuiltSite, serve } from './site.ts';

/**
 * Builds and serves a site, unless another is wanted that of all site tests, and starts a browser for the tests of one file. What it
 * returns tells them where to look.
 */
export function browsing(
  makeSite: () => Promise<BuiltSite> = builtSite,
): () => { browser: Browser; origin: string } {
  let origin = '';
  let server: Server | undefined;
  let browser: Browser | undefined;
  let remove = (): void => undefined;
  before(async () => {
    const site = await makeSite();
    remove = site.remove;
    ({ origin, server } = await serve(site.folder));
    browser = await launchBrowser();
  });
  after(async () => {
    await browser?.close();
    server?.close();
    remove();
  });
  return () => {
    assert.ok(browser);
    return { browser, origin };
  };
}
