import { gzipSync } from 'node:zlib';
import { type CheerioAPI, load } from 'cheerio';
import { type ToolWords, toolWords } from './tool-words.ts';

/** One built page. */
export interface BuiltPage {
  /** Its address, such as /servers/ or /404.html. */
  path: string;
  html: string;
  $: CheerioAPI;
}

/** What other pages have to fit to: small enough to keep for every page of a large site. */
export interface PageFacts {
  path: string;
  title: string;
  ids: string[];
  /** What it links to, loads or sends forms to, as absolute paths of the site with their anchors. */
  links: string[];
  /** Addresses outside the site that it loads, or links to without saying that it does not vouch for them. */
  outside: string[];
  /** Numbers that say how long a list is, with the list’s address. */
  counts: { list: string; shown: number }[];
  /** Entries of the list on this page, and where the list goes on. */
  entries: number;
  next: string | null;
  /** The lists that have all entries of a list of which the first are shown. */
  parts: string[];
  /** Bytes of the page, compressed by gzip. */
  bytes: number;
  /** Whether it only leads to another address. */
  isRedirect: boolean;
  /** What it says of a tool; null for every other page. */
  tool: ToolWords | null;
}

/** Something that is wrong with a page. */
export interface Finding {
  path: string;
  says: string;
}

/** A site’s own host while it is checked: no page can name it. */
export const checkedSite = 'http://site.invalid';

export function builtPage(path: string, html: string): BuiltPage {
  return { path, html, $: load(html) };
}

/** The words a reader sees in this part of a page, with one space between them. */
export function plainText(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

function addressesOf({ $, path }: BuiltPage): URL[] {
  const own = $('link[rel=canonical]').attr('href');
  const site = own !== undefined && URL.canParse(own) ? new URL(own).origin : null;
  return $('[href], [src], form[action]')
    .not('a[rel="nofollow noreferrer"]')
    .toArray()
    .map(({ attribs: { href, src, action } }) => {
      const target = new URL(href ?? src ?? action ?? '', `${checkedSite}${path}`);
      return target.origin === site ? new URL(target.href.slice(site.length), checkedSite) : target;
    });
}

/** What the rest of the site has to fit to. */
export function pageFacts(page: BuiltPage): PageFacts {
  const { $, path, html } = page;
  const addresses = addressesOf(page);
  const here = (target: URL): boolean => target.origin === checkedSite;
  return {
    path,
    title: $('head > title').text(),
    ids: $('[id]')
      .toArray()
      .map(({ attribs }) => attribs.id ?? ''),
    links: [...new Set(addresses.filter(here).map(({ pathname, hash }) => `${pathname}${hash}`))],
    outside: addresses.filter((target) => !here(target)).map(({ href }) => href),
    counts: $('a[data-count]')
      .toArray()
      .map((link) => ({
        list: new URL(link.attribs.href ?? '', `${checkedSite}${path}`).pathname,
        shown: Number($(link).contents().last().text().replaceAll(/\D/g, '')),
      })),
    entries:
      $('[data-list]').length > 0
        ? $('[data-list] :is(tbody tr, li)').length
        : $('main table.rows tbody tr').length,
    next: $('main nav.pager a[rel=next]').attr('href') ?? null,
    parts:
      $('[data-list=first]').length === 0
        ? []
        : $('[data-parts] a[data-count]')
            .toArray()
            .map(({ attribs }) => attribs.href ?? ''),
    bytes: gzipSync(html).length,
    isRedirect: $('meta[http-equiv=refresh]').length > 0,
    tool: toolWords(page),
  };
}
