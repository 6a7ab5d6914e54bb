import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, it } from 'node:test';
import type { AxeResults } from 'axe-core';
import { paths } from '../../src/model/paths.ts';
import { visit } from './browser.ts';
import { browsing } from './browsing.ts';
import { buildSite } from './site.ts';
import { all, filled, opened, policyText, stateOf, text } from './stack-page.ts';
import { stackServers } from './stack-servers.ts';

const here = browsing(() => buildSite(stackServers));

describe('the stack of an address', () => {
  it('is the same stack, under names of its own', async () => {
    await visit(here(), {}, async (page) => {
      await opened(page, ...all);
      assert.match(await text(page, '[data-stack-status]'), /3 servers of 3 recognised, 7 tools, 3 chains/);
      assert.match((await policyText(page)) ?? '', /mcp__web-reader__fetch_page/);
    });
  });

  it('says which of its servers are not there, and leaves out what is no name of a server', async () => {
    await visit(here(), {}, async (page) => {
      await page.goto(`${paths.stack}#servers=web-reader,never-heard,../../etc,dark`);
      await filled(page);
      const rows = await page.locator('.entries > li').allTextContents();
      assert.equal(rows.length, 3);
      assert.match(rows[1] ?? '', /Not recognised.*The catalogue has no name never-heard/);
      assert.match(rows[2] ?? '', /Nobody has listed its tools/);
      assert.equal(new URL(page.url()).hash, '#servers=web-reader,dark');
    });
  });
});

describe('a server that is searched for', () => {
  it('is offered while its name is typed, and added', async () => {
    await visit(here(), {}, async (page) => {
      await page.goto(paths.stack);
      const adding = page.getByLabel('Add a server');
      await adding.pressSequentially('workbe');
      await page.locator('#stack-servers-known option[value=workbench]').waitFor({ state: 'attached' });
      await adding.fill('workbench');
      await page.getByRole('button', { name: 'Add' }).press('Enter');
      await page.getByText('1 server of 1 recognised').waitFor();
      assert.equal(new URL(page.url()).hash, '#servers=workbench');
    });
  });
});

describe('a server that several fit', () => {
  it('is chosen by the reader', async () => {
    await visit(here(), {}, async (page) => {
      await page.goto(paths.stack);
      await page.getByLabel('Add a server').fill('twin');
      await page.keyboard.press('Enter');
      await page.getByText('2 servers of the catalogue fit').waitFor();
      await page.getByLabel('Which server is').selectOption('twin-b');
      await page.locator('[data-stack-tools]').getByText('1 tool').waitFor();
      assert.equal(new URL(page.url()).hash, '#servers=twin-b');
    });
  });
});

describe('the policy of a stack', () => {
  it('follows preset, format and single decisions, and says what becomes of each chain', async () => {
    await visit(here(), {}, async (page) => {
      await opened(page, ...all);
      assert.equal(await stateOf(page, 'exfiltration'), 'Asks first');
      await page.getByLabel('Read-only').check();
      assert.equal(await stateOf(page, 'fetch-to-code'), 'Broken');
      await page.getByLabel('Balanced').check();
      await page.getByLabel('Written for').selectOption('codex');
      assert.match(
        (await policyText(page)) ?? '',
        /\[mcp_servers\.web-reader\][^]*\[mcp_servers\.harbour-mail\]/,
      );
      for (const fold of await page.locator('[data-stack-tools] details').all())
        await fold.locator('summary').click();
      await page.getByLabel('What the policy decides for harbour-mail/read_mail').selectOption('allow');
      await page.getByLabel('What the policy decides for harbour-mail/send_mail').selectOption('allow');
      await page.getByText('2 tools decided by you').waitFor();
      assert.equal(await stateOf(page, 'exfiltration'), 'Open');
      await page.getByRole('button', { name: 'Deny these 2 in the policy' }).click();
      for (const chain of ['exfiltration', 'fetch-to-code', 'file-to-shell'])
        assert.equal(await stateOf(page, chain), 'Broken');
      assert.equal(await page.getByLabel('What the policy decides for workbench/run').inputValue(), 'deny');
      await page.getByRole('button', { name: 'Back to what is recommended' }).click();
      assert.equal(await stateOf(page, 'exfiltration'), 'Asks first');
    });
  });
});

describe('the page', () => {
  it('works with the keyboard alone', async () => {
    await visit(here(), {}, async (page) => {
      await page.goto(paths.stack);
      await page.getByLabel('A client’s configuration').focus();
      await page.keyboard.type('web-reader\n@harbour/mail\nworkbench');
      await page.keyboard.press('Tab');
      assert.equal(await page.evaluate(() => document.activeElement?.textContent), 'Read it');
      await page.keyboard.press('Enter');
      await filled(page);
      assert.equal(await page.getByLabel('A client’s configuration').inputValue(), '');
      await page.getByRole('button', { name: 'Remove workbench' }).press('Enter');
      await page.getByText('2 servers of 2 recognised').waitFor();
      assert.match(
        (await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))) ?? '',
        /^Remove/,
      );
      await page.getByRole('link', { name: /chain/ }).first().press('Enter');
      assert.equal(await page.evaluate(() => document.activeElement?.id), 'stack-chains');
      assert.match(page.url(), /#servers=web-reader,harbour-mail$/);
      await page.getByRole('button', { name: 'Remove all' }).press('Enter');
      await page.locator('[data-stack-results][hidden]').waitFor({ state: 'attached' });
      assert.equal(new URL(page.url()).hash, '');
    });
  });

  it('says what it needs where scripts are off, and leads to what needs none', async () => {
    await visit(here(), { javaScriptEnabled: false }, async (page) => {
      await page.goto(paths.stack);
      await page.getByText('This needs scripts, which are off here').waitFor();
      assert.equal(await page.locator('form[data-stack-input]').isVisible(), false);
      await page.getByRole('link', { name: 'page of each server' }).click();
      assert.equal(new URL(page.url()).pathname, paths.servers);
    });
  });

  it('shows nothing that axe finds, in both themes, and fits a phone', async () => {
    const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
    for (const colorScheme of ['light', 'dark'] as const)
      await visit(here(), { colorScheme, viewport: { width: 320, height: 700 } }, async (page) => {
        await opened(page, ...all, 'dark', 'hostile');
        for (const fold of await page.locator('[data-stack] details').all())
          await fold.locator('summary').first().click();
        await page.evaluate(axe);
        const { violations } = await page.evaluate<AxeResults>('axe.run()');
        assert.deepEqual(
          violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`),
          [],
        );
        const wide = await page.evaluate(() =>
          [...document.querySelectorAll('main *')]
            .filter(
              (each) =>
                each.getBoundingClientRect().right > innerWidth && each.closest('pre, .unseen') === null,
            )
            .map(({ outerHTML }) => outerHTML.slice(0, 120)),
        );
        assert.deepEqual(wide, [], 'no sideways scrolling');
        const padding = await page.evaluate(
          () => getComputedStyle(document.querySelector('.stack-input') ?? document.body).padding,
        );
        assert.equal(padding, '16px', 'the page’s own style sheet stands above the reset');
      });
  });
});
