import assert from 'node:assert/strict';
import chromium from '@sparticuz/chromium';
import { type Browser, type BrowserContextOptions, chromium as driver, type Page } from 'playwright-core';

/** A real Chromium without a window. */
export async function launchBrowser(words: readonly string[] = []): Promise<Browser> {
  return driver.launch({ executablePath: await chromium.executablePath(), args: ['--no-sandbox', ...words] });
}

/** Opens a fresh page, hands it over, and closes it. Fails when the page asked another host, broke its security policy, or a script failed. */
export async function visit(
  { browser, origin }: { browser: Browser; origin: string },
  options: BrowserContextOptions,
  body: (page: Page) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext({ baseURL: origin, ...options });
  context.setDefaultTimeout(10_000);
  const page = await context.newPage();
  const outside: string[] = [];
  const failures: string[] = [];
  const refused: string[] = [];
  page.on('request', (request) => {
    if (new URL(request.url()).origin !== origin) outside.push(request.url());
  });
  page.on('pageerror', (error) => failures.push(error.message));
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) refused.push(message.text());
  });
  page.on('dialog', (dialog) => {
    failures.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  try {
    await body(page);
    assert.deepEqual(outside, [], 'requests that left loopback');
    assert.deepEqual(refused, [], 'what the security policy forbids');
    assert.deepEqual(failures, [], 'script failures');
  } finally {
    await context.close();
  }
}
