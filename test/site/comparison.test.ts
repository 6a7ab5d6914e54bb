import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { paths } from '../../src/model/paths.ts';
import { visit } from './browser.ts';
import { browsing } from './browsing.ts';
import { comparison } from './kinds.ts';

const here = browsing();

describe('the comparison', () => {
  it('shows the servers that the address names side by side', async () => {
    await visit(here(), {}, async (page) => {
      await page.goto(comparison);
      const table = page.getByRole('table');
      await table.waitFor();
      assert.deepEqual(await table.getByRole('columnheader').allTextContents(), [
        'Fact',
        'Harbour Files MCP Server',
        'hostile',
        'unlisted',
      ]);
      const risk = table.getByRole('row', { name: 'Risk' }).first().getByRole('cell');
      assert.deepEqual(await risk.allTextContents(), ['High', 'Critical', 'Unknown']);
      await table.getByRole('link', { name: 'unlisted' }).click();
      await page.waitForURL(`**${paths.server('unlisted')}`);
    });
  });

  it('offers servers by what is typed, and keeps the choice in the address', async () => {
    await visit(here(), {}, async (page) => {
      await page.goto(paths.compare);
      await page.getByLabel('Server 1').fill('harbour-f');
      await page.locator('#comparable option[value=harbour-files]').waitFor({ state: 'attached' });
      await page.getByLabel('Server 1').fill('harbour-files');
      await page.getByLabel('Server 2').fill('one-tool');
      await page.getByRole('button', { name: 'Compare' }).click();
      await page.waitForURL('**/compare/?a=harbour-files&b=one-tool**');
      await page.getByRole('table').waitFor();
    });
  });

  it('says which server it does not know', async () => {
    await visit(here(), {}, async (page) => {
      await page.goto(`${paths.compare}?a=harbour-files&b=%3Cb%3Enobody`);
      await page.getByText('no server at “<b>nobody”').waitFor();
      assert.equal(await page.getByRole('table').count(), 0);
    });
  });

  it('says without script where the same facts stand', async () => {
    await visit(here(), { javaScriptEnabled: false }, async (page) => {
      await page.goto(paths.compare);
      await page.getByText('Comparing needs scripts').waitFor();
      assert.equal(await page.getByRole('button').count(), 0);
    });
  });
});
