import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { paths } from '../../src/model/paths.ts';
import { visit } from './browser.ts';
import { browsing } from './browsing.ts';
import { deleteFile } from './kinds.ts';

const here = browsing();

/** The colours that an element is drawn in. */
const drawn = (page: Page, selector: string): Promise<[text: string, back: string, border: string]> =>
  page
    .locator(selector)
    .first()
    .evaluate((element) => {
      const { color, backgroundColor, borderTopColor } = getComputedStyle(element);
      return [color, backgroundColor, borderTopColor];
    });

describe('colours that the system forces', () => {
  it('leave every meter and bar to be seen on its ground', async () => {
    await visit(here(), { forcedColors: 'active' }, async (page) => {
      await page.goto(deleteFile);
      const [, ground] = await drawn(page, 'body');
      const [, filled] = await drawn(page, '.risk .meter .on');
      const [, empty, line] = await drawn(page, '.risk .meter i:not(.on)');
      assert.notEqual(filled, ground);
      assert.notEqual(line, ground);
      assert.notEqual(empty, filled, 'a filled bar differs from an empty one');
      await page.goto(paths.risks);
      const fill = (kind: string): Promise<string> =>
        page
          .locator(`.risk-bar ${kind}`)
          .first()
          .evaluate((rect) => getComputedStyle(rect).fill);
      assert.notEqual(await fill('.high'), ground);
    });
  });
});

describe('on paper', () => {
  it('every fold is open, links say where they lead, and nothing is there that only a screen can use', async () => {
    await visit(here(), {}, async (page) => {
      await page.goto(deleteFile);
      await page.emulateMedia({ media: 'print' });
      for (const fold of await page.locator('main details').all())
        assert.ok(((await fold.locator('> :not(summary)').first().boundingBox())?.height ?? 0) > 0);
      assert.equal(await page.getByRole('button').count(), 0);
      assert.equal(await page.locator('.site-header').isVisible(), false);
      const after = await page
        .locator(`section[aria-labelledby="policy"] p > a[href="${paths.policies('harbour-files')}"]`)
        .evaluate((link) => getComputedStyle(link, '::after').content);
      assert.equal(after, `" (${paths.policies('harbour-files')})"`);
    });
  });

  it('is dark on light, whatever the theme is', async () => {
    await visit(here(), { colorScheme: 'dark' }, async (page) => {
      await page.goto(deleteFile);
      await page.emulateMedia({ media: 'print' });
      assert.equal((await drawn(page, 'body'))[1], 'rgb(255, 255, 255)');
    });
  });
});

describe('a reader who wants no motion', () => {
  it('is scrolled to a place at once', async () => {
    for (const [reducedMotion, behavior] of [
      ['reduce', 'auto'],
      ['no-preference', 'smooth'],
    ] as const)
      await visit(here(), { reducedMotion }, async (page) => {
        await page.goto(deleteFile);
        const found = await page.evaluate(() => getComputedStyle(document.documentElement).scrollBehavior);
        assert.equal(found, behavior);
      });
  });
});

describe('text from right to left', () => {
  it('keeps its direction and turns nothing around it', async () => {
    await visit(here(), {}, async (page) => {
      await page.goto(paths.method);
      const order = await page.evaluate(() => {
        const [first] = document.querySelectorAll('main h1');
        const code = document.createElement('code');
        code.textContent = 'שלום';
        first?.append(' ', code, ' 12 34');
        const range = document.createRange();
        const last = first?.lastChild;
        if (last === null || last === undefined) return [0, 1];
        range.selectNode(last);
        return [code.getBoundingClientRect().left, range.getBoundingClientRect().left];
      });
      assert.ok(
        (order[0] ?? 1) < (order[1] ?? 0),
        'a name from right to left does not pull the numbers after it over',
      );
    });
  });
});
