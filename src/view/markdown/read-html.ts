import type { HtmlElement, HtmlNode } from './nodes.ts';

/** A tag that opens an element, as Astro prints it: values stand in double quotes, which are escaped inside. */
const tagPattern = /<([a-zA-Z][a-zA-Z0-9-]*)((?:\s+[^\s"'>/=]+(?:="[^"]*")?)*)\s*(\/?)>/y;

const attributePattern = /\s+([^\s"'>/=]+)(?:="([^"]*)")?/g;

const emptyTags = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));

/** What stands in them is no HTML. */
const rawTags = new Set(['script', 'style']);

/** Controls and drawings: what they show is said in words beside them, or is of no use on paper. */
const shownOnly = new Set(['script', 'style', 'button', 'form', 'svg', 'template', 'img', 'input']);

/**
 * Text as it reads. Entities are those that Astro prints; an ampersand comes last, because what it makes is none.
 * @throws Error that names an entity of a template's own.
 */
function decoded(text: string): string {
  if (!text.includes('&')) return text;
  const quoted = text.replaceAll('&quot;', '"').replaceAll('&#34;', '"').replaceAll('&#39;', "'");
  const most = quoted.replaceAll('&lt;', '<').replaceAll('&gt;', '>');
  if (!most.includes('&')) return most;
  const other = /&(?!amp;|#38;)#?\w+;/.exec(most);
  if (other !== null) throw new Error(`Write the character itself where a page has ${other[0]}.`);
  return most.replaceAll(/&(?:amp|#38);/g, '&');
}

/** What of an element's attributes says how it reads. */
interface Attributes {
  classes: string;
  href: string;
  isMute: boolean;
}

function attributesOf(text: string): Attributes {
  const found = { classes: '', href: '', isMute: false };
  for (const [, name, value = ''] of text.matchAll(attributePattern)) {
    if (name === 'class') found.classes = ` ${value} `;
    else if (name === 'href') found.href = value;
    else if (name === 'hidden' || (name === 'role' && value === 'status')) found.isMute = true;
    else if (name === 'aria-hidden' && value === 'true') found.isMute = true;
  }
  if (found.classes.includes(' no-script ')) found.isMute = true;
  return found;
}

/** What a tag says of its element, but for an address. */
interface Tag {
  name: string;
  classes: string;
  /** False where nothing in the element says something to somebody who reads. */
  isSaid: boolean;
  isEmpty: boolean;
}

/** Tags that pages have again and again, by their text, which ends before an address. */
const known = new Map<string, Tag>();
const mostKnown = 1_000;

const addressStart = ' href="';

/** Where the address of a link begins whose tag ends with it, as most do; -1 for any other tag. Before an attribute every quote has its other one. */
function addressAt(text: string): number {
  if (text.startsWith(addressStart, 2)) return text.indexOf('"', 9) === text.length - 2 ? 9 : -1;
  const at = text.startsWith('<a ') ? text.indexOf(addressStart) : -1;
  const start = at + addressStart.length;
  if (at < 0 || text.indexOf('"', start) !== text.length - 2) return -1;
  return text.slice(0, at).split('"').length % 2 === 1 ? start : -1;
}

/** Reads a page from its beginning to its end. */
class Reader {
  readonly #html: string;
  #at = 0;
  readonly #root: HtmlElement = { tag: '', classes: '', href: null, children: [] };
  /** The element that is open, and those around it. */
  #last = this.#root;
  readonly #around: HtmlElement[] = [];

  constructor(html: string) {
    this.#html = html;
  }

  all(): readonly HtmlNode[] {
    const html = this.#html;
    for (let start = html.indexOf('<'); start >= 0; start = html.indexOf('<', this.#at)) {
      if (start > this.#at) this.#last.children.push(decoded(html.slice(this.#at, start)));
      this.#at = start;
      if (html[start + 1] === '/') this.#end();
      else this.#start();
    }
    this.#last.children.push(decoded(html.slice(this.#at)));
    if (this.#last !== this.#root) throw new Error(`A page leaves ${this.#last.tag} open.`);
    return this.#root.children;
  }

  /** A tag that begins here and opens something; what stands in a script is passed over. */
  #start(): void {
    const text = this.#html.slice(this.#at, this.#html.indexOf('>', this.#at) + 1);
    const address = addressAt(text);
    const bare = address < 0 ? text : text.slice(0, address);
    const before = known.get(bare);
    if (before === undefined) this.#open(...this.#read(text, bare));
    else this.#open(before, address < 0 ? '' : text.slice(address, -2), text.length);
  }

  /** The tag that begins here, its address, and how many characters it is written in; `text` is it up to the first sign that could end it. */
  #read(text: string, bare: string): [Tag, address: string, length: number] {
    tagPattern.lastIndex = this.#at;
    const found = tagPattern.exec(this.#html);
    if (found === null) throw new Error(`A page has no tag at ${this.#shown()}`);
    const [whole, name = '', rest = '', slash] = found;
    const { classes, href, isMute } = attributesOf(rest);
    const isSaid = !isMute && !shownOnly.has(name);
    const tag = { name, classes, isSaid, isEmpty: slash === '/' || emptyTags.has(name) };
    const isKnown = whole === text && (bare !== text || href === '');
    if (isKnown && known.size < mostKnown) known.set(bare, tag);
    return [tag, href, whole.length];
  }

  /** Opens an element; one that says nothing gets no place in the one around it. */
  #open({ name, classes, isSaid, isEmpty }: Tag, address: string, length: number): void {
    const element = { tag: name, classes, href: name === 'a' ? decoded(address) : null, children: [] };
    if (isSaid) this.#last.children.push(element);
    this.#at += length;
    if (isEmpty) return;
    this.#around.push(this.#last);
    this.#last = element;
    if (!rawTags.has(name)) return;
    const end = this.#html.indexOf(`</${name}>`, this.#at);
    this.#at = end < 0 ? this.#html.length : end;
  }

  /** A tag that begins here and closes what is open. */
  #end(): void {
    const { tag } = this.#last;
    const around = this.#html.startsWith(`${tag}>`, this.#at + 2) ? this.#around.pop() : undefined;
    if (around === undefined)
      throw new Error(`A page has ${this.#shown()} where ${tag || 'nothing'} is open.`);
    this.#last = around;
    this.#at += tag.length + 3;
  }

  #shown(): string {
    return this.#html.slice(this.#at, this.#at + 40);
  }
}

/**
 * What HTML says that Astro printed: every element is closed, and what only shows or works in a browser is left out. A parser for any
 * HTML takes several times as long, and this is done for every page.
 * @throws Error that shows where the HTML is not as Astro prints it.
 */
export function readHtml(html: string): readonly HtmlNode[] {
  return new Reader(html).all();
}
