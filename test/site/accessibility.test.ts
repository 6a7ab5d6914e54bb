import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, it } from 'node:test';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { visit } from './browser.ts';
import { browsing } from './browsing.ts';
import { deleteFile, kinds } from './kinds.ts';

const here = browsing();

describe('accessibility', () => {
  const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

  /** What axe finds, with every rule of WCAG 2.2 AA and of good practice or with some of them: the rule and the first place. */
  async function violations(page: Page, rules?: readonly string[]): Promise<string[]> {
    await page.evaluate(axe);
    const options = rules === undefined ? {} : { runOnly: { type: 'rule', values: rules } };
    const results = await page.evaluate<AxeResults>(`axe.run(${JSON.stringify(options)})`);
    assert.ok(rules !== undefined || results.passes.length > 10, 'axe looked at the page');
    return results.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
  }

  it('axe finds nothing on any kind of page, in the dark theme nothing that depends on colours either', async () => {
    const left = Object.entries(kinds).values();
    const look = () =>
      visit(here(), {}, async (page) => {
        for (const [kind, path] of left) {
          await page.emulateMedia({ colorScheme: 'light' });
          await page.goto(path);
          assert.deepEqual(await violations(page), [], kind);
          await page.emulateMedia({ colorScheme: 'dark' });
          assert.deepEqual(
            await violations(page, ['color-contrast', 'link-in-text-block']),
            [],
            `${kind}, dark`,
          );
        }
      });
    await Promise.all([look(), look()]);
  });

  it('axe finds nothing while the search list is open', async () => {
    await visit(here(), {}, async (page) => {
      await page.goto(deleteFile);
      await page.locator('input[name=q]').fill('delete');
      await page.getByRole('option').first().waitFor();
      assert.deepEqual(await violations(page), []);
    });
  });

  it('the first stop of the Tab key skips to the content', async () => {
    await visit(here(), {}, async (page) => {
      await page.goto(deleteFile);
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      assert.equal(await page.evaluate(() => document.activeElement?.id), 'main');
    });
  });
});
