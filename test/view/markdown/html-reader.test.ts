import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { load } from 'cheerio';
import fc from 'fast-check';
import '../../setup.ts';
import { decoded, HtmlReader } from '../../../src/view/markdown/html-reader.ts';

interface HtmlElement {
  tag: string;
  classes: string[];
  /** Of a link; null of anything else. */
  href: string | null;
  children: HtmlNode[];
}
type HtmlNode = HtmlElement | string;

/** Everything that a reader comes by, to the end of the element that is open. */
function nodesOf(page: HtmlReader): HtmlNode[] {
  const nodes: HtmlNode[] = [];
  for (let tag = page.next(); ; tag = page.next()) {
    nodes.push(decoded(page.text));
    if (tag === null) return joined(nodes);
    const href = tag.name === 'a' ? decoded(page.href) : null;
    nodes.push({ tag: tag.name, classes: [...tag.classes], href, children: nodesOf(page) });
  }
}

const readHtml = (html: string): HtmlNode[] => nodesOf(new HtmlReader(html));

const inText = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
const inValue = (text: string): string => text.replaceAll('&', '&#38;').replaceAll('"', '&#34;');

/** Any text, and often the characters and words that end or hide things in HTML. */
const words = fc.oneof(
  fc.string(),
  fc.string({
    unit: fc.constantFrom('<', '>', '"', "'", '&', '=', '/', ' hidden', ' class="no-script"', 'amp;', 'a'),
  }),
);

interface Printed {
  html: string;
  node: HtmlNode;
}

const text: fc.Arbitrary<Printed> = words
  .filter((said) => said !== '')
  .map((said) => ({ html: inText(said), node: said }));

const element = (children: fc.Arbitrary<Printed[]>): fc.Arbitrary<Printed> =>
  fc
    .record({
      tag: fc.constantFrom('p', 'a', 'div', 'code', 'td'),
      classes: fc.array(fc.constantFrom('note', 'block', 'tag'), { minLength: 1, maxLength: 2 }),
      value: words,
      more: fc.constantFrom('', ' data-is'),
      inside: children,
    })
    .map(({ tag, classes, value, more, inside }) => ({
      html: `<${tag} class="${classes.join(' ')}" href="${inValue(value)}"${more}>${inside.map(({ html }) => html).join('')}</${tag}>`,
      node: {
        ...{ tag, classes: [...new Set(classes)], href: tag === 'a' ? value : null },
        children: inside.map(({ node }) => node),
      },
    }));

/** HTML as Astro prints it, with what it says. */
const { nodes: trees } = fc.letrec<{ nodes: Printed[] }>((tie) => ({
  nodes: fc.array(fc.oneof({ maxDepth: 4, withCrossShrink: true }, text, element(tie('nodes'))), {
    maxLength: 4,
  }),
}));

const textOf = (node: HtmlNode): string =>
  typeof node === 'string' ? node : node.children.map(textOf).join('');

/** Texts that stand side by side as one. */
function joined(nodes: readonly HtmlNode[]): HtmlNode[] {
  const all: HtmlNode[] = [];
  for (const node of nodes) {
    const last = all.at(-1);
    if (typeof node !== 'string') all.push({ ...node, children: joined(node.children) });
    else if (typeof last === 'string') all[all.length - 1] = last + node;
    else all.push(node);
  }
  return all.filter((node) => node !== '');
}

describe('HTML as Astro prints it', () => {
  it('is read with the elements, classes, addresses and texts it was printed from, whatever these say', () => {
    fc.assert(
      fc.property(trees, (printed) => {
        const html = printed.map((each) => each.html).join('');
        assert.deepEqual(readHtml(html), joined(printed.map(({ node }) => node)));
      }),
    );
  });

  it('is read the same where the tag that came at a place before is another one now', () => {
    const link = (href: string) => ({ tag: 'a', classes: [], href, children: [] });
    assert.deepEqual(
      readHtml(
        '<a href="/1"></a><a href="/2"></a><a href="/3" rel="me"></a><a title=" href=" rel=">" href="/4"></a><a href="/5>"></a>',
      ),
      ['/1', '/2', '/3', '/4', '/5>'].map(link),
    );
  });

  it('goes on behind an element that has no end', () => {
    const empty = { tag: 'br', classes: [], href: null, children: [] };
    assert.deepEqual(readHtml('<p>one<br>two<br/></p>'), [
      { tag: 'p', classes: [], href: null, children: ['one', empty, 'two', empty] },
    ]);
  });

  it('says what a parser for any HTML says that it says', () => {
    const html =
      '<h1 class="name">a &amp; b</h1><p>one<br>two <q lang="" dir="auto">it’s &#39;so&#39;</q></p><table><tr><td>1</td></tr></table><a href="/a?b=1&#38;c=2">link</a>';
    assert.equal(readHtml(html).map(textOf).join(''), load(html, {}, false).text());
  });

  it('leaves out what only shows or works in a browser, with all that stands in it', () => {
    for (const html of [
      '<script>if (a < b) "</p>"</script>',
      '<style>p > a {}</style>',
      '<svg viewBox="0 0 1 1"><rect width="1"/><text>1</text></svg>',
      '<form><label>Name <input name="a"></label></form>',
      '<p hidden><b>none</b></p>',
      '<span role="status">copied</span>',
      '<i aria-hidden="true"><b>x</b></i>',
      '<p class="note no-script">off</p>',
      '<span hidden><span title="</span>">x</span><br></span>',
    ])
      assert.deepEqual(readHtml(`a${html}b`), ['ab'], html);
  });

  it('is refused with the place where it is something else', () => {
    for (const [html, cause] of [
      ['<p>one', 'A page leaves p open.'],
      ['<script>one', 'A page leaves script open.'],
      ['<p hidden><b>one', 'A page leaves b open.'],
      ['<p hidden><b>one</p>', 'A page has </p> where b is open.'],
      ['<p>one</div>', 'A page has </div> where p is open.'],
      ['one</p>', 'A page has </p> where nothing is open.'],
      ['one < two', 'A page has no tag at < two'],
      ["<p class='note'>one</p>", "A page has no tag at <p class='note'>one</p>"],
      ['one&nbsp;two', 'Write the character itself where a page has &nbsp;.'],
    ] as const)
      assert.throws(() => readHtml(html), { message: cause });
  });
});
