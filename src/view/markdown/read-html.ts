import type { HtmlElement, HtmlNode } from './nodes.ts';

/** A tag that opens an element, as Astro prints it: values stand in double quotes, which are escaped inside. */
const tagPattern = /<([a-zA-Z][a-zA-Z0-9-]*)((?:\s+[^\s"'>/=]+(?:="[^"]*")?)*)\s*(\/?)>/y;

const attributePattern = /\s+([^\s"'>/=]+)(?:="([^"]*)")?/g;

const emptyTags = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));

/** What stands in them is no HTML. */
const rawTags = new Set(['script', 'style']);

/** Controls and drawings: what they show is said in words beside them, or is of no use on paper. */
const shownOnly = new Set(['script', 'style', 'button', 'form', 'svg', 'template', 'img', 'input']);

/** Those that Astro prints, in texts and in attributes. */
const entities = new Map([
  ['&amp;', '&'],
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&quot;', '"'],
  ['&#39;', "'"],
  ['&#38;', '&'],
  ['&#34;', '"'],
]);

/** @throws Error that names an entity of a template's own. */
function characterOf(entity: string): string {
  const character = entities.get(entity);
  if (character === undefined) throw new Error(`Write the character itself where a page has ${entity}.`);
  return character;
}

const decoded = (text: string): string => (text.includes('&') ? text.replace(/&#?\w+;/g, characterOf) : text);

/** What of an element's attributes says how it reads. */
interface Attributes {
  classes: string;
  href: string;
  isMute: boolean;
}

const none: Attributes = { classes: '', href: '', isMute: false };

function attributesOf(text: string): Attributes {
  if (text === '') return none;
  const found = { classes: '', href: '', isMute: false };
  attributePattern.lastIndex = 0;
  for (let match = attributePattern.exec(text); match !== null; match = attributePattern.exec(text)) {
    const name = match[1];
    const value = match[2] ?? '';
    if (name === 'class') found.classes = ` ${value} `;
    else if (name === 'href') found.href = value;
    else if (name === 'hidden' || (name === 'role' && value === 'status')) found.isMute = true;
    else if (name === 'aria-hidden' && value === 'true') found.isMute = true;
  }
  if (found.classes.includes(' no-script ')) found.isMute = true;
  return found;
}

/** A tag that opens an element. */
interface Tag {
  name: string;
  attributes: Attributes;
  isEmpty: boolean;
  /** How many characters it is written in. */
  length: number;
}

/** Tags that pages have again and again, by their text. Those with an address are mostly of one page. */
const known = new Map<string, Tag>();
const mostKnown = 1_000;

function readTag(html: string, start: number): Tag {
  const text = html.slice(start, html.indexOf('>', start) + 1);
  const before = known.get(text);
  if (before !== undefined) return before;
  tagPattern.lastIndex = start;
  const found = tagPattern.exec(html);
  if (found === null) throw new Error(`A page has no tag at ${shown(html, start)}`);
  const [whole, name = '', rest = '', slash] = found;
  const attributes = attributesOf(rest);
  const tag = { name, attributes, isEmpty: slash === '/' || emptyTags.has(name), length: whole.length };
  if (whole === text && attributes.href === '' && known.size < mostKnown) known.set(text, tag);
  return tag;
}

/** The elements that are open while a page is read. */
class OpenElements {
  readonly root: HtmlElement = { tag: '', classes: '', href: null, children: [] };
  readonly #open: HtmlElement[] = [this.root];

  get last(): HtmlElement {
    return this.#open.at(-1) ?? this.root;
  }

  /** Opens an element; one that says nothing gets no place in the one around it. */
  start(tag: string, { classes, href, isMute }: Attributes): void {
    const element = { tag, classes, href: tag === 'a' ? decoded(href) : null, children: [] };
    if (!isMute && !shownOnly.has(tag)) this.last.children.push(element);
    this.#open.push(element);
  }

  /** Closes the last one. */
  end(): void {
    this.#open.pop();
  }
}

/** The place after a tag that begins there and closes what is open. */
function readEnd(html: string, start: number, open: OpenElements): number {
  const tag = `</${open.last.tag}>`;
  if (!html.startsWith(tag, start) || open.last === open.root)
    throw new Error(`A page has ${shown(html, start)} where ${open.last.tag || 'nothing'} is open.`);
  open.end();
  return start + tag.length;
}

/** The place after a tag that begins there and opens something; what stands in a script is passed over. */
function readStart(html: string, start: number, open: OpenElements): number {
  const { name, attributes, isEmpty, length } = readTag(html, start);
  open.start(name, attributes);
  if (isEmpty) open.end();
  if (!rawTags.has(name)) return start + length;
  const end = html.indexOf(`</${name}>`, start);
  return end < 0 ? html.length : end;
}

const shown = (html: string, start: number): string => html.slice(start, start + 40);

/**
 * What HTML says that Astro printed: every element is closed, and what only shows or works in a browser is left out. A parser for any
 * HTML takes several times as long, and this is done for every page.
 * @throws Error that shows where the HTML is not as Astro prints it.
 */
export function readHtml(html: string): readonly HtmlNode[] {
  const open = new OpenElements();
  let at = 0;
  for (let start = html.indexOf('<'); start >= 0; start = html.indexOf('<', at)) {
    if (start > at) open.last.children.push(decoded(html.slice(at, start)));
    at = html[start + 1] === '/' ? readEnd(html, start, open) : readStart(html, start, open);
  }
  open.last.children.push(decoded(html.slice(at)));
  if (open.last !== open.root) throw new Error(`A page leaves ${open.last.tag} open.`);
  return open.root.children;
}
