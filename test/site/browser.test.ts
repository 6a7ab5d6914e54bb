import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { paths } from '../../src/model/paths.ts';
import { visit } from './browser.ts';
import { browsing } from './browsing.ts';
import { hostile } from './catalogue.ts';
import { deleteFile, kinds } from './kinds.ts';

const here = browsing();

describe('a page of any width', () => {
  it('never scrolls sideways', async () => {
    await visit(here(), {}, async (page) => {
      for (const [kind, path] of Object.entries(kinds)) {
        await page.goto(path);
        for (const width of [1280, 320]) {
          await page.setViewportSize({ width, height: 800 });
          const scrolled = await page.evaluate(() => document.documentElement.scrollWidth);
          assert.ok(scrolled <= width, `${kind}: ${scrolled} px at ${width} px`);
        }
      }
    });
  });
});

describe('the security policy', () => {
  it('is kept by every kind of page', async () => {
    await visit(here(), {}, async (page) => {
      for (const path of Object.values(kinds)) await page.goto(path, { waitUntil: 'load' });
    });
  });

  for (const [what, markup] of Object.entries({
    'a script inside a page': '<script>document.title="owned"</script>',
    'a handler in an attribute': '<img alt="" src="/none.png" onerror="document.title=\'owned\'">',
    'a style inside a page': '<style>main { display: none }</style>',
  })) {
    it(`forbids ${what}, and the test of it sees that`, async () => {
      const injected = visit(here(), {}, async (page) => {
        await page.route(`**${paths.method}`, async (route) => {
          const response = await route.fetch();
          await route.fulfill({ response, body: (await response.text()).replace('<main', `${markup}<main`) });
        });
        await page.goto(paths.method, { waitUntil: 'networkidle' });
        assert.notEqual(await page.title(), 'owned');
        assert.ok(await page.locator('main').isVisible());
      });
      await assert.rejects(injected, /what the security policy forbids/);
    });
  }
});

describe('text of servers', () => {
  it('runs nowhere, changes nothing and is shown as it was sent', async () => {
    await visit(here(), {}, async (page) => {
      for (const [kind, path] of Object.entries(kinds)) {
        await page.goto(path, { waitUntil: 'load' });
        assert.notEqual(await page.title(), 'owned', kind);
        assert.equal(
          await page.locator('main img:not([src^="/badges/"]), main script, main style').count(),
          0,
          kind,
        );
      }
      const [script] = hostile;
      await page.goto(paths.tool('hostile', script?.slug ?? ''));
      assert.equal(await page.locator('h1').textContent(), script?.definition.name);
    });
  });

  it('cannot hide characters or turn the direction of what stands around it', async () => {
    await visit(here(), {}, async (page) => {
      await page.goto(paths.server('hostile'));
      const text = (await page.locator('main').textContent()) ?? '';
      assert.match(text, /pay⟨U\+202E⟩yap/);
      assert.doesNotMatch(text, /[\u200b\u202e]/);
    });
  });
});

describe('the copy button', () => {
  for (const path of [deleteFile, paths.server('hostile')]) {
    it(`puts the policy of ${path} on the clipboard, as shown, and says so`, async () => {
      await visit(here(), { permissions: ['clipboard-read', 'clipboard-write'] }, async (page) => {
        await page.goto(path);
        await page.getByRole('button', { name: 'Copy' }).click();
        await page.getByText('Copied').waitFor();
        const copied = await page.evaluate(() => navigator.clipboard.readText());
        assert.equal(copied, await page.locator('figure.policy pre').first().textContent());
        assert.equal((JSON.parse(copied) as { default: string }).default, 'deny');
      });
    });
  }

  it('selects the policy where the clipboard is closed', async () => {
    await visit(here(), {}, async (page) => {
      await page.addInitScript(() => {
        Object.defineProperty(navigator, 'clipboard', { value: undefined });
      });
      await page.goto(deleteFile);
      await page.getByRole('button', { name: 'Copy' }).click();
      await page.getByText('Selected').waitFor();
      const selected = await page.evaluate(() => getSelection()?.toString() ?? '');
      const shown = await page.locator('figure.policy pre').first().textContent();
      assert.equal(selected.trim(), shown?.trim());
    });
  });
});

describe('the theme', () => {
  it('follows the system until it is chosen, and is there before any script file', async () => {
    await visit(here(), { colorScheme: 'light' }, async (page) => {
      const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
      await page.goto(deleteFile);
      const light = await background();
      await page.getByRole('button', { name: 'Theme: system' }).click();
      await page.getByRole('button', { name: 'Theme: light' }).click();
      await page.getByRole('button', { name: 'Theme: dark' }).waitFor();
      const dark = await background();
      assert.notEqual(dark, light);
      await page.route('**/*.js', (route) => route.abort());
      await page.goto(paths.method);
      assert.equal(await background(), dark);
    });
  });
});

describe('without script', () => {
  it('everything can be read, and no dead control is shown', async () => {
    await visit(here(), { javaScriptEnabled: false }, async (page) => {
      await page.goto(deleteFile);
      assert.equal(await page.getByRole('button').count(), 0);
      assert.match(
        (await page.locator('figure.policy pre').first().textContent()) ?? '',
        /"default": "deny"/,
      );
    });
  });
});
