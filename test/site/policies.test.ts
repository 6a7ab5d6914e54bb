import assert from 'node:assert/strict';
import type { Server } from 'node:http';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { paths } from '../../src/model/paths.ts';
import { launchBrowser, visit } from './browser.ts';
import { servers } from './catalogue.ts';
import { buildSite, serve } from './site.ts';

let origin = '';
let server: Server | undefined;
let browser: Browser | undefined;
let remove = (): void => undefined;

const here = (): { browser: Browser; origin: string } => {
  assert.ok(browser);
  return { browser, origin };
};

before(async () => {
  const site = await buildSite(servers);
  remove = site.remove;
  ({ origin, server } = await serve(site.folder));
  browser = await launchBrowser();
});
after(async () => {
  await browser?.close();
  server?.close();
  remove();
});

describe('the policies of a server', () => {
  const panel = (page: Page, id: string) => page.locator(`details[id="${id}"]`);

  it('follow the preset, the name and the guard that a person chooses', async () => {
    await visit(here(), {}, async (page) => {
      await page.goto(paths.policies('harbour-files'));
      const code = panel(page, 'claude-code').locator('pre').first();
      assert.match((await code.textContent()) ?? '', /mcp__harbour-files__/);
      await page.getByLabel('Your name for the server').fill('mine');
      await page.getByLabel('Your name for the server').blur();
      await page.getByText('The policies below are changed').waitFor();
      assert.match((await code.textContent()) ?? '', /mcp__mine__/);
      assert.doesNotMatch((await code.textContent()) ?? '', /harbour-files/);
      await page.getByLabel('With Placard’s guard').check();
      await panel(page, 'claude-code')
        .getByText('placard-mine.json', { exact: true })
        .waitFor({ state: 'attached' });
      await page.getByLabel('Read-only').check();
      await page.locator('[data-tally]').getByText('hidden').waitFor();
    });
  });

  it('say which formats cannot write the name', async () => {
    await visit(here(), {}, async (page) => {
      await page.goto(paths.policies('harbour-files'));
      await page.getByLabel('Your name for the server').fill('two words');
      await page.getByLabel('Your name for the server').blur();
      await page.getByText('formats cannot write this name').waitFor();
      assert.match((await panel(page, 'codex').textContent()) ?? '', /cannot name a server here/);
    });
  });

  it('have their panel opened by an address with its name', async () => {
    await visit(here(), {}, async (page) => {
      await page.goto(`${paths.policies('harbour-files')}#codex`);
      await panel(page, 'codex').locator('pre').first().waitFor();
    });
  });
});
