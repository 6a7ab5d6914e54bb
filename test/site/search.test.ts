import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, it } from 'node:test';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { paths } from '../../src/model/paths.ts';
import { visit } from './browser.ts';
import { browsing } from './browsing.ts';
import { deleteFile } from './kinds.ts';

const here = browsing();
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const box = (page: Page) => page.locator('form[role=search] input');
const status = (page: Page) => page.locator('[data-search-status]');
const results = (page: Page) => page.locator('[data-search-results] > li');
const queryOf = (page: Page): string | null => new URL(page.url()).searchParams.get('q');

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const found = await page.evaluate<AxeResults>('axe.run()');
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
}

describe('the search box', () => {
  it('fetches neither code nor index before somebody goes to it, and both then', async () => {
    await visit(here(), {}, async (page) => {
      const asked: string[] = [];
      page.on('request', (request) => asked.push(new URL(request.url()).pathname));
      await page.goto(deleteFile, { waitUntil: 'networkidle' });
      assert.ok(!asked.some((path) => path.includes('search')), asked.join(' '));
      const index = page.waitForResponse((response) => response.url().endsWith(paths.searchIndex));
      await box(page).focus();
      await index;
    });
  });

  for (const query of [
    'delete_file',
    'deleteFile',
    'deletefile',
    'file delete',
    'delet file',
    'harbour dleete file',
  ]) {
    it(`finds delete_file as “${query}” and opens it by keyboard`, async () => {
      await visit(here(), {}, async (page) => {
        await page.goto(paths.home);
        await box(page).fill(query);
        await page.getByRole('option').first().waitFor();
        await box(page).press('ArrowDown');
        assert.match((await page.locator('[aria-selected=true]').textContent()) ?? '', /^delete_file/);
        assert.equal(await box(page).getAttribute('aria-activedescendant'), 'search-option-0');
        await box(page).press('Enter');
        await page.waitForURL(`**${deleteFile}`);
      });
    });
  }

  it('is a combobox: arrows go round, what was found is said, Escape closes and then clears', async () => {
    await visit(here(), {}, async (page) => {
      await page.goto(paths.method);
      await box(page).fill('berth');
      await page.getByRole('option').first().waitFor();
      assert.equal(await box(page).getAttribute('role'), 'combobox');
      assert.equal(await box(page).getAttribute('aria-expanded'), 'true');
      assert.equal(
        await box(page).getAttribute('aria-controls'),
        await page.getByRole('listbox').getAttribute('id'),
      );
      assert.match((await status(page).textContent()) ?? '', /^\d+ results/);
      const options = await page.getByRole('option').count();
      await box(page).press('ArrowUp');
      assert.equal(await box(page).getAttribute('aria-activedescendant'), `search-option-${options - 1}`);
      await box(page).press('ArrowDown');
      assert.equal(await box(page).getAttribute('aria-activedescendant'), 'search-option-0');
      assert.deepEqual(await violations(page), []);
      await box(page).press('Escape');
      assert.equal(await box(page).getAttribute('aria-expanded'), 'false');
      assert.equal(await page.getByRole('option').count(), 0);
      assert.equal(await box(page).inputValue(), 'berth');
      await box(page).press('Escape');
      assert.equal(await box(page).inputValue(), '');
    });
  });

  it('forgets which entry was chosen when others come', async () => {
    await visit(here(), {}, async (page) => {
      await page.goto(paths.method);
      await box(page).fill('berth');
      await page.getByRole('option').first().waitFor();
      await box(page).press('ArrowDown');
      await page.keyboard.type('1');
      await page.getByRole('option', { name: /^getBerth1\b/ }).waitFor();
      assert.equal(await box(page).getAttribute('aria-activedescendant'), null);
    });
  });

  it('opens what is clicked, and all results from the last entry', async () => {
    await visit(here(), {}, async (page) => {
      await page.goto(paths.method);
      await box(page).fill('ponder');
      await page.getByRole('option', { name: /^ponder/ }).click();
      await page.waitForURL(`**${paths.tool('one-tool', 'ponder')}`);
      await box(page).fill('berth');
      await page.getByRole('option', { name: 'All results' }).click();
      await page.waitForURL(`**${paths.search}?q=berth`);
    });
  });

  it('shows what it found inside the window of a phone', async () => {
    await visit(here(), { viewport: { width: 360, height: 700 } }, async (page) => {
      await page.goto(deleteFile);
      await box(page).fill('berth');
      const list = await page.getByRole('listbox').boundingBox();
      assert.ok(list && list.x >= 0 && list.x + list.width <= 360, JSON.stringify(list));
    });
  });

  it('shows names of servers as text, with what nobody can see spelled out', async () => {
    await visit(here(), {}, async (page) => {
      await page.goto(paths.method);
      await box(page).fill('script document title owned');
      await page.getByRole('option', { name: '<script>document.title="owned"</script>' }).waitFor();
      await box(page).fill('pay yap');
      await page.getByRole('option', { name: /pay⟨U\+202E⟩yap/ }).waitFor();
      assert.notEqual(await page.title(), 'owned');
    });
  });
});

describe('the keys that go to the search', () => {
  it('are Ctrl or Cmd with K anywhere, and / where nobody is writing', async () => {
    await visit(here(), {}, async (page) => {
      await page.goto(deleteFile);
      for (const key of ['Control+k', 'Meta+k', '/']) {
        await page.evaluate(() => {
          if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
        });
        await page.keyboard.press(key);
        assert.ok(await box(page).evaluate((input) => input === document.activeElement), key);
      }
      await page.keyboard.type('a/b');
      assert.equal(await box(page).inputValue(), 'a/b');
    });
  });

  it('can be left to others: / is switched off on the search page, for every page and the next visit', async () => {
    await visit(here(), {}, async (page) => {
      await page.goto(paths.search);
      await page.getByLabel('The / key goes to the search').uncheck();
      await page.goto(deleteFile);
      await page.keyboard.press('/');
      assert.ok(!(await box(page).evaluate((input) => input === document.activeElement)));
      await page.keyboard.press('Control+k');
      assert.ok(await box(page).evaluate((input) => input === document.activeElement));
      await page.goto(paths.search);
      assert.equal(await page.getByLabel('The / key goes to the search').isChecked(), false);
    });
  });
});

describe('the page of results', () => {
  it('is where Enter leads when nothing was chosen, and its address can be sent', async () => {
    await visit(here(), {}, async (page) => {
      await page.goto(paths.home);
      await box(page).fill('send kp');
      await box(page).press('Enter');
      await page.waitForURL(`**${paths.search}?q=send+kp`);
      await results(page).getByRole('link', { name: 'send_kp_email' }).click();
      await page.waitForURL(`**${paths.tool('harbour-files', 'send_kp_email')}`);
    });
  });

  it('answers while one types, and keeps the address true', async () => {
    await visit(here(), {}, async (page) => {
      await page.goto(paths.search);
      await box(page).pressSequentially('ponder');
      await results(page).getByRole('link', { name: 'ponder' }).waitFor();
      await page.waitForURL(`**${paths.search}?q=ponder`);
    });
  });

  it('is narrowed by facets with counts, by keyboard, and goes back', async () => {
    await visit(here(), {}, async (page) => {
      await page.goto(`${paths.search}?q=berth`);
      await results(page).first().waitFor();
      const all = (await status(page).textContent()) ?? '';
      const facet = page.getByRole('group', { name: 'Category' }).getByLabel('Destructive');
      const says = (await facet.locator('xpath=..').textContent()) ?? '';
      await facet.focus();
      await page.keyboard.press('Space');
      await page.waitForURL(/category%3Adestructive/);
      assert.equal(queryOf(page), 'berth category:destructive');
      assert.equal(await box(page).inputValue(), 'berth category:destructive');
      await page.getByText(new RegExp(`^${/\d+/.exec(says)?.[0] ?? ''} result`)).waitFor();
      await page.goBack();
      await page.waitForURL(`**${paths.search}?q=berth`);
      await page.getByText(all).waitFor();
    });
  });

  it('turns pages, each with an address', async () => {
    await visit(here(), {}, async (page) => {
      await page.goto(`${paths.search}?q=berth`);
      await page.getByText('Page 1 of').waitFor();
      const first = await results(page).locator('a').allTextContents();
      await page.getByRole('link', { name: 'Next' }).press('Enter');
      await page.getByText('Page 2 of').waitFor();
      assert.equal(new URL(page.url()).searchParams.get('page'), '2');
      const second = await results(page).locator('a').allTextContents();
      assert.deepEqual(
        second.filter((name) => first.includes(name)),
        [],
      );
      await page.reload();
      await page.getByText('Page 2 of').waitFor();
      assert.deepEqual(await results(page).locator('a').allTextContents(), second);
    });
  });

  it('says that nothing was found, which filter is none, and what it understood', async () => {
    await visit(here(), {}, async (page) => {
      await page.goto(`${paths.search}?q=zzzzzqqqq`);
      await page.getByText('Nothing found.').waitFor();
      await page.goto(`${paths.search}?q=risk%3Aawful`);
      await page.getByText('No such filter: risk:awful.').waitFor();
      await page.goto(`${paths.search}?q=dleete+berth`);
      await page.getByText('for “delete berth”').waitFor();
    });
  });
});

describe('an index that cannot be read', () => {
  const faults = { missing: { status: 404, body: '' }, cut: { status: 200, body: '{"a":[' } };
  for (const [what, { status: code, body }] of Object.entries(faults))
    it(`is said in the box and on the page, with the lists as a way on: ${what}`, async () => {
      await visit(here(), {}, async (page) => {
        await page.route(`**${paths.searchShards}**`, (route) => route.fulfill({ status: code, body }));
        await page.goto(deleteFile);
        await box(page).fill('delete');
        await status(page).getByText('The search could not be loaded.').waitFor();
        assert.ok(await status(page).isVisible());
        await page.goto(`${paths.search}?q=delete`);
        await status(page).getByText('The search could not be loaded.').waitFor();
        await page.getByRole('link', { name: 'All tools' }).click();
        await page.getByRole('link', { name: 'delete_file' }).waitFor();
      });
    });

  it('is read anew when it was published anew in the meantime', async () => {
    await visit(here(), {}, async (page) => {
      let isFirst = true;
      await page.route(`**${paths.searchIndex}`, async (route) => {
        const response = await route.fetch();
        const text = await response.text();
        const old = text.replace(/"(terms|records)":\d+/g, '"$1":20');
        await route.fulfill({ response, body: isFirst ? old : text });
        isFirst = false;
      });
      await page.goto(`${paths.search}?q=ponder`);
      await results(page).getByRole('link', { name: 'ponder' }).waitFor();
    });
  });
});

describe('without script', () => {
  it('the form leads to a page with every list and an A to Z', async () => {
    await visit(here(), { javaScriptEnabled: false }, async (page) => {
      await page.goto(deleteFile);
      await box(page).fill('delete');
      await box(page).press('Enter');
      await page.waitForURL(`**${paths.search}?q=delete`);
      await page.getByText('Search needs scripts').waitFor();
      assert.ok(!(await page.getByLabel('The / key goes to the search').isVisible()));
      await page
        .getByRole('navigation', { name: 'Tools by letter' })
        .getByRole('link', { name: 'D' })
        .click();
      await page.getByRole('link', { name: 'delete_berth' }).click();
      await page.waitForURL(`**${paths.tool('harbour-berths', 'delete_berth')}`);
    });
  });
});
