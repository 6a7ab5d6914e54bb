/** A tag that opens an element, as Astro prints it: values stand in double quotes, which are escaped inside. */
const tagPattern = /<([a-zA-Z][a-zA-Z0-9-]*)(?:\s+[^\s"'>/=]+(?:="[^"]*")?)*\s*(\/?)>/y;

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
export function decoded(text: string): string {
  if (!text.includes('&')) return text;
  const quoted = text.replace(/&quot;/g, '"');
  if (!quoted.includes('&')) return quoted;
  const most = quoted
    .replace(/&#34;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>');
  if (!most.includes('&')) return most;
  const other = /&(?!amp;|#38;)#?\w+;/.exec(most);
  if (other !== null) throw new Error(`Write the character itself where a page has ${other[0]}.`);
  return most.replaceAll(/&(?:amp|#38);/g, '&');
}

/** A tag that opens an element. One object stands for all that are written alike. */
export interface Tag {
  name: string;
  classes: ReadonlySet<string>;
  /** False where nothing in the element says something to somebody who reads. */
  isSaid: boolean;
  isEmpty: boolean;
  /** The tag that closes its element. */
  end: string;
  /** As it is written, up to an address that it ends with. */
  text: string;
  /** Null where it ends with an address. */
  href: string | null;
  /** Behind this tag, and behind the end of its element. */
  inside: Place;
  after: Place;
}

/** A place in pages, with the tag that came there the last time: mostly it comes again. */
interface Place {
  next: Tag | null;
}

/** `whole` is a copy: a part of a page would keep all of it in memory. */
function tagOf(whole: string, name: string, isClosed: boolean): Tag {
  const attributes = new Map<string, string>();
  for (const [, attribute = '', value = ''] of whole.matchAll(attributePattern))
    attributes.set(attribute, value);
  const classes = new Set(attributes.get('class')?.split(' '));
  const isMute =
    attributes.has('hidden') ||
    attributes.get('role') === 'status' ||
    attributes.get('aria-hidden') === 'true' ||
    classes.has('no-script');
  const text = withoutAddress(whole);
  return {
    name,
    classes,
    isSaid: !isMute && !shownOnly.has(name),
    isEmpty: isClosed || emptyTags.has(name),
    end: `</${name}>`,
    text,
    href: text === whole ? (attributes.get('href') ?? '') : null,
    inside: { next: null },
    after: { next: null },
  };
}

/** Tags that pages have again and again, by their text, which ends before an address. */
const known = new Map<string, Tag>();
const mostKnown = 1_000;

const addressStart = ' href="';

/** A tag of a link up to its address where it ends with it, as most do; any other tag as it is. */
function withoutAddress(tag: string): string {
  const at = tag.startsWith('<a ') ? tag.indexOf(addressStart) : -1;
  const start = at + addressStart.length;
  return at > 0 && tag.indexOf('"', start) === tag.length - 2 ? tag.slice(0, start) : tag;
}

const [less, slash, greater] = [0x3c, 0x2f, 0x3e];

/**
 * Goes through HTML that Astro printed: every element is closed, and what only shows or works in a browser is passed over. A parser for any
 * HTML takes several times as long, and this is done for every page. Slices are compared because that takes less than `startsWith`.
 */
export class HtmlReader {
  readonly #html: string;
  #at: number;
  readonly #open: Tag[] = [];
  #isInEmpty = false;
  #place: Place = { next: null };
  /** What was said between the last two stops, with its entities. */
  text = '';
  /** The address in the tag that was read last, with its entities; empty where it has none. */
  href = '';

  constructor(html: string, start = 0) {
    this.#html = html;
    this.#at = start;
  }

  /**
   * Goes into the element that begins next, or out of the one that is open, or to the end of the page: null for both.
   * @throws Error that shows where the HTML is not as Astro prints it.
   */
  next(): Tag | null {
    this.text = '';
    if (this.#isInEmpty) {
      this.#isInEmpty = false;
      return null;
    }
    for (;;) {
      this.#readText();
      if (this.#at === this.#html.length) return this.#finish();
      if (this.#html.charCodeAt(this.#at + 1) === slash) return this.#close();
      const tag = this.#tag();
      if (!tag.isEmpty) this.#open.push(tag);
      if (tag.isSaid) {
        this.#isInEmpty = tag.isEmpty;
        return tag;
      }
      if (!tag.isEmpty) this.#pass(tag);
    }
  }

  #readText(): void {
    if (this.#html.charCodeAt(this.#at) === less) return;
    const end = this.#html.indexOf('<', this.#at);
    const text = this.#html.slice(this.#at, end < 0 ? this.#html.length : end);
    this.text = this.text === '' ? text : this.text + text;
    this.#at += text.length;
  }

  #finish(): null {
    const open = this.#open.at(-1);
    if (open !== undefined) throw new Error(`A page leaves ${open.name} open.`);
    return null;
  }

  #close(): null {
    const open = this.#open.pop();
    if (open === undefined) throw new Error(`A page has ${this.#shown()} where nothing is open.`);
    const end = this.#at + open.end.length;
    if (this.#html.slice(this.#at, end) !== open.end)
      throw new Error(`A page has ${this.#shown()} where ${open.name} is open.`);
    this.#at = end;
    this.#place = open.after;
    return null;
  }

  /** Passes over what stands in the element that is open, and its end. */
  #pass({ name, end }: Tag): void {
    const stop = rawTags.has(name) ? end : '<';
    for (;;) {
      const at = this.#html.indexOf(stop, this.#at);
      this.#at = at < 0 ? this.#html.length : at;
      if (at < 0) this.#finish();
      if (this.#html.charCodeAt(at + 1) === slash) break;
      const inner = this.#tag();
      if (inner.isEmpty) continue;
      this.#open.push(inner);
      this.#pass(inner);
    }
    this.#close();
  }

  /** Goes behind the tag that begins here. */
  #tag(): Tag {
    const place = this.#place;
    let tag = place.next;
    if (tag === null || !this.#isPast(tag)) {
      tag = this.#otherTag();
      this.#isPast(tag);
      place.next = tag;
    }
    this.#place = tag.isEmpty ? tag.after : tag.inside;
    return tag;
  }

  /** Goes behind a tag if it is the one that begins here. */
  #isPast({ text, href }: Tag): boolean {
    const start = this.#at + text.length;
    if (this.#html.slice(this.#at, start) !== text) return false;
    const end = href === null ? this.#html.indexOf('"', start) : start;
    if (href === null && this.#html.charCodeAt(end + 1) !== greater) return false;
    this.href = href ?? this.#html.slice(start, end);
    this.#at = href === null ? end + 2 : end;
    return true;
  }

  #otherTag(): Tag {
    const text = this.#html.slice(this.#at, this.#html.indexOf('>', this.#at) + 1);
    return known.get(withoutAddress(text)) ?? this.#newTag();
  }

  #newTag(): Tag {
    tagPattern.lastIndex = this.#at;
    const found = tagPattern.exec(this.#html);
    if (found === null) throw new Error(`A page has no tag at ${this.#shown()}`);
    const [whole, name = '', end] = found;
    const tag = tagOf(whole.split('').join(''), name, end === '/');
    if (known.size === mostKnown) known.clear();
    known.set(tag.text, tag);
    return tag;
  }

  #shown(): string {
    return this.#html.slice(this.#at, this.#at + 40);
  }
}
