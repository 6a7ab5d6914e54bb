import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { type CheerioAPI, load } from 'cheerio';
import { paths } from '../../src/model/paths.ts';
import { builtSite } from './built-site.ts';

let folder = '';
let remove = (): void => undefined;

const page = (path: string): { $: CheerioAPI } => ({
  $: load(readFileSync(join(folder, path, 'index.html'), 'utf8')),
});

before(async () => {
  ({ folder, remove } = await builtSite());
});
after(() => {
  remove();
});

describe('the pages of a tool and of a server', () => {
  it('set the author’s hints beside ours, with JSON to copy where ours differ', () => {
    const { $ } = page(paths.tool('harbour-files', 'delete_file'));
    assert.match($('section[aria-labelledby="hints"]').text(), /destructiveHint.*may destroy/s);
    const suggested = JSON.parse($('figure.annotations pre').text()) as { annotations: object };
    assert.deepEqual(suggested.annotations, { readOnlyHint: false, destructiveHint: true });
  });

  it('say whose address they were before', () => {
    const had = /Another server had this address before:\s+/;
    const words = (path: string): string => page(path).$('.head').text();
    assert.match(words(paths.server('one-tool')), new RegExp(`${had.source}Harbour Files MCP Server\\.`));
    assert.match(words(paths.tool('one-tool', 'ponder')), had);
    assert.match(
      words(paths.server('empty')),
      new RegExp(`${had.source}npm:gone, which the catalogue no longer has`),
    );
    assert.doesNotMatch(words(paths.server('harbour-files')), had);
  });

  it('mark the language of what a server wrote, as far as its script tells', () => {
    const { $ } = page(paths.tool('harbour-files', 'send_kp_email'));
    assert.match($('.own-words').text(), /Отправить/);
    assert.ok(
      $('.own-words [lang]')
        .toArray()
        .every(({ attribs }) => attribs.lang?.includes('Cyrl')),
    );
    assert.ok($('[lang="und-Cyrl"]').length >= 3);
    assert.match(
      $('.head').text(),
      /In English, by a language model:\s+Sends a quotation to a client by e-mail\./,
    );
  });

  it('show what became of a definition, word by word, in lines and words that need no colour', () => {
    const { $ } = page(paths.tool('harbour-files', 'delete_file'));
    const section = $('section[aria-labelledby="history"]');
    assert.match(section.text(), /Changed: .*description.*The risk went up\./);
    assert.match(section.find('del').first().text(), /^\s*removed: Move/);
    assert.match(section.find('ins').first().text(), /^\s*added: /);
    assert.equal(section.find('[lang]:not(.unseen)').length, section.find('[dir="auto"]').length);
  });

  it('tell what a server costs in tokens and what its tools were seen to do', () => {
    const { $ } = page(paths.server('harbour-files'));
    assert.match(
      $('section[aria-labelledby="tokens"]').text(),
      /tokens of tool definitions on every request/,
    );
    assert.match($('section[aria-labelledby="history"]').text(), /first seen/);
  });
});
