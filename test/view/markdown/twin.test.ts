import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { marked } from 'marked';
import { load } from 'cheerio';
import '../../setup.ts';
import { markdownTwin } from '../../../src/view/markdown/twin.ts';

const twin = (main: string): string | null =>
  markdownTwin(`<body><nav>Site</nav><main>${main}</main></body>`);
const plain = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();
const html = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

describe('the Markdown twin of a page', () => {
  it('has the headings, paragraphs, links and lists of its main part, and nothing around it', () => {
    assert.equal(
      twin(
        '<nav class="crumbs"><ol><li><a href="/servers/">Servers</a></li><li>Bank</li></ol></nav><h1>Bank</h1><p>One <b>bold</b> word,\n a <code>name</code>.</p><ul><li>first</li><li>second <a href="/b/">b</a></li></ul>',
      ),
      '[Servers](/servers/) / Bank\n\n# Bank\n\nOne **bold** word, a `name`.\n\n- first\n- second [b](/b/)\n',
    );
  });

  it('has tables, facts, questions and policies', () => {
    assert.equal(
      twin(
        '<table><caption class="unseen">T</caption><thead><tr><th>A</th><th>B</th></tr></thead><tbody><tr><th>x|y</th><td>1</td></tr></tbody></table>',
      ),
      '| A | B |\n| --- | --- |\n| x\\|y | 1 |\n',
    );
    assert.equal(
      twin('<dl><div><dt>Server</dt><dd>Bank</dd></div><div><dt>Changed</dt><dd>never</dd></div></dl>'),
      '- **Server**: Bank\n- **Changed**: never\n',
    );
    assert.equal(
      twin('<dl><dt>A</dt><dd>one - <b>two</b></dd><dt>B</dt><dd>three</dd></dl>'),
      '- **A**: one - **two**\n- **B**: three\n',
    );
    assert.equal(twin('<details><summary>Why?</summary><p>Because.</p></details>'), '**Why?**\n\nBecause.\n');
    assert.equal(
      twin(
        '<figure><figcaption>policy.json <button>Copy</button></figcaption><pre>{\n  "a": "```"\n}\n</pre></figure>',
      ),
      'policy.json\n\n````\n{\n  "a": "```"\n}\n````\n',
    );
  });

  it('keeps apart what only a style sheet keeps apart', () => {
    assert.equal(
      twin(
        '<div><span class="risk">High risk</span><span class="tag">Write</span><span class="tag">0.9</span></div>',
      ),
      'High risk · Write · 0.9\n',
    );
    assert.equal(
      twin('<p class="own-words"><span class="block strong">Title</span><span>Text</span></p>'),
      '> Title\n> Text\n',
    );
    assert.equal(
      twin('<table><tr><th>T</th></tr><tr><td><code>a | b</code></td></tr></table>'),
      '| T |\n| --- |\n| `a \\| b` |\n',
    );
  });

  it('leaves out what only works or shows in a browser', () => {
    assert.equal(
      twin(
        '<p>Text</p><form><input></form><svg><text>1</text></svg><p hidden>none</p><p class="no-script">off</p><i aria-hidden="true">x</i>',
      ),
      'Text\n',
    );
    assert.equal(twin('<p>Text</p><ul class="found"></ul><p>after</p>'), 'Text\n\nafter\n');
    assert.equal(markdownTwin('<body>nothing</body>'), null);
  });

  it('shows the words of a server as a quote with its lines', () => {
    assert.equal(
      twin('<p class="own-words"><span>one\n  two\n\n# three</span></p>'),
      '> one\n> two\n> \n> \\# three\n',
    );
  });

  it('says any text of a server as text: no link, heading, list, code or HTML comes of it', () => {
    const hostile = fc.oneof(
      fc.string(),
      fc.string({
        unit: fc.constantFrom(
          '<',
          '>',
          '[',
          ']',
          '(',
          ')',
          '*',
          '_',
          '`',
          '#',
          '-',
          '+',
          '1',
          '.',
          '|',
          '\\',
          '&',
          'a',
          ' ',
          '\n',
          '!',
          '~',
          ':',
          '/',
        ),
      }),
    );
    fc.assert(
      fc.property(hostile, (text) => {
        const markdown = twin(`<h1>Name</h1><p>Said ${html(text)}</p>`) ?? '';
        const $ = load(marked.parse(markdown, { async: false }));
        assert.deepEqual(
          $('body *')
            .toArray()
            .map(({ tagName }) => tagName)
            .filter((tag) => tag !== 'p' && tag !== 'h1'),
          [],
        );
        assert.equal(plain($('p').text()), plain(`Said ${text}`));
      }),
    );
  });
});
