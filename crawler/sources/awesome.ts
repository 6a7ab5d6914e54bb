import { load } from 'cheerio';
import type { CheerioAPI } from 'cheerio';
import type { ServerListing } from '../../src/model/server.ts';
import { Failure } from '../failure.ts';
import { webAddress } from '../web-address.ts';
import { readPath } from './catalogue-files.ts';
import { bareListing, entryOf, pageOf } from './entries.ts';
import { htmlOf } from './readme.ts';
import { textOf } from './request.ts';
import { obeyRobots } from './robots.ts';
import type { Reach, Source, SourcePage } from './source.ts';

const lists = [
  'https://raw.githubusercontent.com/wong2/awesome-mcp-servers/main/README.md',
  'https://raw.githubusercontent.com/appcypher/awesome-mcp-servers/main/README.md',
  'https://raw.githubusercontent.com/punkpeye/awesome-mcp-servers/main/README.md',
];

/** Headings of such lists under which no servers stand, unless they end with the word. */
const otherSections =
  /client|framework|sponsor|communit|resource|tutorial|related|history|contribut|licen[cs]e|contents|director|registr|gateway|librar|tips|faq|legend/i;

/** Whether servers stand under a heading. */
function isServerSection(heading: string): boolean {
  return /servers\W*$/i.test(heading) || !otherSections.test(heading);
}

/** The text of an outside element on one line. */
function words(text: string): string {
  return text.toWellFormed().replaceAll('\0', '\uFFFD').replace(/\s+/g, ' ').trim();
}

function headingOver($: CheerioAPI, item: Parameters<CheerioAPI>[0]): string {
  const list = $(item).parents('ul, ol').last();
  return list.prevAll('h1, h2, h3, h4, h5, h6').first().text();
}

/**
 * A list item that opens with a link to somewhere else: who is listed, and what is said of it. Badges and emoji may stand
 * before the link. The address, not the display name, says which server it is.
 */
function listingOf($: CheerioAPI, item: Parameters<CheerioAPI>[0]): ServerListing | null {
  const own = $(item).clone();
  own.find('ul, ol').remove();
  const link = own
    .find('a[href]')
    .filter((_, a) => words($(a).text()) !== '')
    .first();
  const title = words(link.text());
  const said = words(own.text());
  const address = webAddress(link.attr('href') ?? '');
  const isFirst = !/[\p{L}\p{N}]/u.test(said.slice(0, Math.max(said.indexOf(title), 0)));
  if (address === null || title === '' || !isFirst) return null;
  const { host, pathname } = new URL(address);
  const isRepository = /(?:^|\.)(?:github|gitlab)\.com$/.test(host);
  const description = said.slice(said.indexOf(title) + title.length).replace(/^[^\p{L}\p{N}]+/u, '');
  return {
    ...bareListing('awesome', `${host}${pathname.replace(/\/+$/, '')}`.toLowerCase()),
    title,
    description: description === '' ? null : description,
    repository: isRepository ? address : null,
    homepage: isRepository ? null : address,
  };
}

/** The servers of a list as HTML. @throws Failure `bad-response` when there are none. */
function readList(html: string, reach: Reach): SourcePage {
  const $ = load(html);
  const listings = $('li')
    .toArray()
    .filter((item) => isServerSection(headingOver($, item)))
    .map((item) => listingOf($, item))
    .filter((listing) => listing !== null);
  if (listings.length === 0) throw new Failure('bad-response', 'no list of servers');
  const known = new Map(listings.map((listing) => [listing.name, listing]));
  return pageOf([...known.values()].map((listing) => entryOf(listing, null, reach.limits)));
}

/** Markdown is rendered first; a page that is HTML already is read as it is. */
function render(text: string, isHtml: boolean): string {
  return isHtml ? text : htmlOf(text);
}

/** The list at an address; null when it is as it was. */
async function fetchList(address: string, reach: Reach): Promise<SourcePage | null> {
  await obeyRobots(address, reach);
  const body = await reach.page(address, { accept: 'text/markdown, text/plain, text/html' });
  return body === null ? null : readList(render(textOf(body), body.type.startsWith('text/html')), reach);
}

/**
 * Awesome lists: Markdown documents on GitHub that link to MCP servers.
 *
 * Address: three well-known lists, or another one, in Markdown or HTML, by address or as a file.
 * Authentication: none. Paging: one list is one page. Limits: robots.txt is obeyed, one request a second, ETags are sent.
 * Terms: each list's licence; names, addresses and short descriptions are taken. They give no tools and no packages, so
 * what they name stays apart from other sources until somebody finds its package.
 */
export const awesome: Source = {
  id: 'awesome',
  about: 'awesome lists of MCP servers',
  address: 'https://raw.githubusercontent.com',
  isLocal: true,
  requestsPerSecond: 1,
  async page(cursor, reach) {
    const { from, base, limits } = reach;
    if (from !== null) {
      const held = await readPath(from, limits);
      if (held === 'folder') throw new Failure('bad-response', `${from} is a folder, not a list`);
      return readList(render(Buffer.from(held).toString(), /\.html?$/i.test(from)), reach);
    }
    if (base !== awesome.address) return fetchList(base, reach);
    const position = Number(cursor ?? '0');
    const page = await fetchList(lists[position] ?? '', reach);
    return page && { ...page, next: position + 1 < lists.length ? String(position + 1) : null };
  },
};
