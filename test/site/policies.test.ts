import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { paths } from '../../src/model/paths.ts';
import { visit } from './browser.ts';
import { browsing } from './browsing.ts';

const here = browsing();

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

  it('are printed in a format that the page came without as soon as it is opened', async () => {
    await visit(here(), {}, async (page) => {
      await page.goto(`${paths.policies('harbour-files')}#toolhive`);
      const code = panel(page, 'toolhive').locator('pre').first();
      await code.waitFor();
      assert.match((await code.textContent()) ?? '', /walkTree/);
    });
  });

  it('stand behind a link in such a format where scripts are off', async () => {
    await visit(here(), { javaScriptEnabled: false }, async (page) => {
      await page.goto(paths.policies('harbour-files'));
      await panel(page, 'toolhive').locator('summary').click();
      await panel(page, 'toolhive').getByRole('link', { name: 'The file' }).click();
      await page.waitForURL('**/all/#toolhive');
    });
  });
});
