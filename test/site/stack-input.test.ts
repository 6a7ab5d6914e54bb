import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { paths } from '../../src/model/paths.ts';
import { visit } from './browser.ts';
import { browsing } from './browsing.ts';
import { buildSite } from './site.ts';
import { all, filled, mine, npx, paste, secret, text } from './stack-page.ts';
import { hostileName, stackServers } from './stack-servers.ts';

const here = browsing(() => buildSite(stackServers));

describe('a pasted configuration', () => {
  it('shows its servers, how each was recognised, and what they can do together', async () => {
    await visit(here(), {}, async (page) => {
      await page.goto(paths.stack);
      const strange = {
        node: { command: 'node', args: ['server.js'] },
        far: { url: 'https://far.example/mcp' },
      };
      await paste(page, `// mine\n${JSON.stringify({ mcpServers: { ...mine, ...strange } })}`);
      await filled(page);
      assert.match(await text(page, '[data-stack-status]'), /3 servers of 5 recognised, 7 tools, 3 chains/);
      const rows = await page.locator('.entries > li').allTextContents();
      assert.match(
        rows[1] ?? '',
        /post@harbour\/mailby npm package @harbour\/mail2 tools, .*npx -y @harbour\/mail with MAIL_TOKEN/,
      );
      assert.match(rows[3] ?? '', /Not recognised.*nothing tells it from other servers/);
      assert.match(rows[4] ?? '', /The catalogue has no address https:\/\/far\.example\/mcp/);
      assert.match(await text(page, '[data-stack-figures]'), /3 of 5.*7tools3chains/);
      assert.match(
        await text(page, '[data-stack-chains]'),
        /Private data, strangers’ text and a way out.*Across 2 servers/s,
      );
      assert.match(
        await text(page, '[data-denials]'),
        /Deny these 2 tools, and all 3 chains are broken.*bench\/run.*post\/read_mail/s,
      );
      assert.match(
        await text(page, '[data-stack-names]'),
        /web\/fetch_page, bench\/fetchPage: .*bench\/polite_add on post\/send_mail/s,
      );
      assert.equal(new URL(page.url()).hash, `#servers=${all.join(',')}`);
    });
  });

  it('leaves a secret nowhere: not in the page, the address, storage, the report, the policy or any request', async () => {
    const places = {
      ...mine,
      bridge: npx(
        'mcp-remote',
        `https://u:${secret}@far.example/${secret}/mcp?k=${secret}`,
        '--header',
        secret,
      ),
      far: {
        url: `https://u:${secret}@far.example/s/${secret}?token=${secret}#${secret}`,
        headers: { a: secret },
      },
      own: { command: `/opt/${secret}/run`, args: [secret], cwd: secret },
      [secret]: { command: 'node', args: [secret], env: { [secret]: secret } },
    };
    const whole = JSON.stringify({ inputs: [secret], mcpServers: places });
    for (const given of [
      whole,
      `${whole.slice(0, -12)} // ${secret}`,
      `https://far.example/${secret}/mcp\n${secret}\nnpx -y workbench ${secret}`,
    ])
      await visit(here(), {}, async (page) => {
        const requests: string[] = [];
        page.on('request', (request) =>
          requests.push(`${request.url()} ${request.postData() ?? ''} ${JSON.stringify(request.headers())}`),
        );
        await page.goto(paths.stack);
        await paste(page, given);
        await filled(page);
        await page.getByLabel('Written for').selectOption('policy-json');
        const [saved] = await Promise.all([
          page.waitForEvent('download'),
          page.getByRole('link', { name: 'Save the report' }).click(),
        ]);
        const report = readFileSync(await saved.path(), 'utf8');
        assert.match(report, /# What these servers can do together/);
        const kept = await page.evaluate(() =>
          JSON.stringify([
            document.documentElement.outerHTML,
            [...document.querySelectorAll('input, textarea, select')].map(
              (field) => (field as HTMLInputElement).value,
            ),
            location.href,
            document.title,
            document.cookie,
            Object.entries(localStorage),
            Object.entries(sessionStorage),
            history.state,
            performance.getEntries().map(({ name }) => name),
          ]),
        );
        for (const [where, found] of Object.entries({ kept, report, requests: requests.join('\n') }))
          assert.equal(found.includes(secret) || found.includes(encodeURIComponent(secret)), false, where);
      });
  });

  it('says where it is broken, and what is whole stays', async () => {
    await visit(here(), {}, async (page) => {
      await page.goto(paths.stack);
      await paste(
        page,
        '{"mcpServers": {\n  "web": {"command": "npx", "args": ["web-reader"]},\n  "post": {"command": "npx", "args": ["-y", "@harb',
      );
      await filled(page);
      assert.match(
        await text(page, '[data-stack-faults]'),
        /Line 3, column \d+: A text has no closing quotation mark/,
      );
      assert.deepEqual(await page.locator('.entries > li > code').allTextContents(), ['web']);
      await paste(page, 'x'.repeat(5_000_000));
      await page.getByText('too long for a package').waitFor();
      await paste(page, '\u007fELF\u0001\u0002\u0000\u0000');
      await page.getByText('binary file').waitFor();
      assert.deepEqual(await page.locator('.entries > li > code').allTextContents(), ['web']);
    });
  });

  it('can be read again when the look-up did not answer', async () => {
    await visit(here(), {}, async (page) => {
      await page.goto(paths.stack);
      await page.route('**/api/v1/lookup/**', (route) => route.fulfill({ status: 503 }));
      await paste(page, 'web-reader');
      await page.getByText('The servers could not be looked up').waitFor();
      await page.unroute('**/api/v1/lookup/**');
      await paste(page, 'web-reader');
      await filled(page);
    });
  });

  it('can be TOML, be dropped as text or chosen as a file, and adds to what is there', async () => {
    await visit(here(), {}, async (page) => {
      await page.goto(paths.stack);
      await paste(page, '[mcp_servers.web]\ncommand = "npx"\nargs = ["web-reader"]\n');
      await filled(page);
      await page.locator('input[type=file]').setInputFiles({
        name: 'mcp.json',
        mimeType: 'application/json',
        buffer: Buffer.from(JSON.stringify({ servers: { post: mine.post } })),
      });
      await page.locator('.entries').getByText('post', { exact: true }).waitFor();
      await page.evaluate(
        (dropped) => {
          const dataTransfer = new DataTransfer();
          dataTransfer.setData('text/plain', dropped);
          document
            .querySelector('[data-stack-input]')
            ?.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
        },
        JSON.stringify({ mcpServers: { bench: mine.bench } }),
      );
      await page.locator('.entries').getByText('bench', { exact: true }).waitFor();
      assert.deepEqual(await page.locator('.entries > li > code').allTextContents(), [
        'web',
        'post',
        'bench',
      ]);
    });
  });

  it('keeps two servers of one name apart, and shows hostile names as what they are', async () => {
    await visit(here(), {}, async (page) => {
      await page.goto(paths.stack);
      await paste(
        page,
        `{"mcpServers": {"a": ${JSON.stringify(mine.web)}, "a": ${JSON.stringify(mine.post)}, ${JSON.stringify(hostileName)}: ${JSON.stringify(npx('hostile'))}}}`,
      );
      await filled(page);
      assert.deepEqual(await page.locator('.entries > li > code').allTextContents(), [
        'a',
        'a-2',
        hostileName,
      ]);
      assert.equal(await page.locator('[data-stack] img').count(), 0);
      assert.doesNotMatch(await page.title(), /owned/);
    });
  });
});
