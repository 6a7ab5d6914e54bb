import { paths } from '../model/paths.ts';
import type { SearchFacet, SearchRoot } from '../model/search.ts';
import { parseQuery, queryText, type SearchFilter, type SearchQuery } from '../search/query.ts';
import type { Candidate } from '../search/rank.ts';
import { candidatesOf } from '../search/candidates.ts';
import { search } from '../search/search.ts';
import type { SearchReader } from '../search/reader.ts';
import { facetCounts, type FacetCounts } from '../view/search-facets.ts';
import { searchResult, type SearchResult } from '../view/search-result.ts';
import { foundSentence, searchFacetLabels, searchFault, unknownFilters } from '../view/sentences/search.ts';
import { element, badge } from './element.ts';
import { withIndex } from './search-index.ts';
import { isSlashOn, setSlash } from './search-keys.ts';

/** Results of one page. */
const rows = 20;
/** Milliseconds without a key after which what was typed is searched. */
const pause = 120;

/** From where on the filters stand beside the results, and open. */
const wide = '(min-width: 64rem)';

/** What the address asks for. */
interface Asked {
  typed: string;
  /** From 1. */
  page: number;
}

interface Answered {
  query: SearchQuery;
  sentence: string;
  results: SearchResult[];
  pages: number;
  facets: SearchRoot['facets'];
  counts: FacetCounts | null;
}

function askedIn(address: URLSearchParams): Asked {
  const page = Number(address.get('page') ?? '1');
  return { typed: address.get('q') ?? '', page: Number.isSafeInteger(page) && page > 0 ? page : 1 };
}

function addressOf({ typed, page }: Asked): string {
  const given = new URLSearchParams(typed === '' ? {} : { q: typed });
  if (page > 1) given.set('page', String(page));
  return given.size === 0 ? paths.search : `${paths.search}?${given.toString()}`;
}

/** What the words say that are no filters of ours, then how much was found. */
function sentenceOf(query: SearchQuery, found: Parameters<typeof foundSentence>[0]): string {
  const isEmpty = query.words.length === 0 && query.filters.length === 0;
  return [unknownFilters(query.unknown), isEmpty ? '' : foundSentence(found)].filter(Boolean).join(' ');
}

async function answer(reader: SearchReader, { typed, page }: Asked): Promise<Answered> {
  const { facets } = reader.root;
  const query = parseQuery(typed, facets);
  if (query.words.length === 0 && query.filters.length === 0) {
    const sentence = unknownFilters(query.unknown);
    return { query, sentence, results: [], pages: 0, facets, counts: null };
  }
  const answered = await search(reader, query);
  const { found, further } = answered;
  const count = found.length + further.length;
  const pages = Math.max(1, Math.ceil(count / rows));
  const start = (Math.min(page, pages) - 1) * rows;
  const first = found.slice(start, start + rows);
  const from = Math.max(0, start - found.length);
  const rest = further.slice(from, from + rows - first.length);
  const loaded = await candidatesOf(reader, rest);
  const shown: Candidate[] = [...first, ...loaded.filter((candidate) => answered.passes(candidate))];
  return {
    ...{ query, pages, facets, results: shown.map((candidate) => searchResult(candidate, facets)) },
    sentence: sentenceOf(query, { ...answered, count }),
    counts: facetCounts([...found, ...shown.slice(first.length)], further, facets),
  };
}

function row({ name, path, note, category, risk }: SearchResult): HTMLElement {
  return element(
    'li',
    {},
    element(
      'div',
      {},
      element('a', { class: 'name', href: path }, name),
      element('span', { class: 'note block', dir: 'auto' }, note),
    ),
    ...(risk === null ? [] : [badge(risk.label, risk.bars)]),
    ...(category === null ? [] : [element('span', { class: 'tag' }, category)]),
  );
}

/** The query with a filter added, or taken away where it has it. */
function toggled(query: SearchQuery, filter: SearchFilter): string {
  const isSame = (other: SearchFilter): boolean =>
    other.facet === filter.facet && other.value === filter.value;
  const others = query.filters.filter((other) => !isSame(other));
  return queryText({
    ...query,
    filters: others.length < query.filters.length ? others : [...others, filter],
  });
}

function choice(label: string, count: string, isChosen: boolean, choose: () => void): HTMLElement {
  const box = element('input', { type: 'checkbox' });
  box.checked = isChosen;
  box.addEventListener('change', choose);
  return element('label', {}, box, element('span', {}, label), element('span', { class: 'note' }, count));
}

/** The results page: a box, what was found, and by what it can be narrowed. Its state stands in the address. */
class SearchPage {
  readonly #input: HTMLInputElement;
  readonly #status: HTMLElement;
  readonly #list: HTMLElement;
  readonly #narrow: HTMLElement;
  readonly #facets: HTMLElement;
  readonly #pager: HTMLElement;
  #latest = 0;

  constructor(page: HTMLElement, input: HTMLInputElement) {
    const part = (name: string): HTMLElement =>
      page.querySelector<HTMLElement>(`[data-search-${name}]`) ?? page;
    this.#input = input;
    this.#status = part('status');
    this.#list = part('results');
    this.#facets = part('facets');
    this.#narrow = part('narrow');
    if (this.#narrow instanceof HTMLDetailsElement) this.#narrow.open = matchMedia(wide).matches;
    this.#pager = part('pager');
  }

  /** Shows what is asked for. Only the latest question is answered. */
  async show(asked: Asked): Promise<void> {
    this.#latest += 1;
    const mine = this.#latest;
    try {
      const answered = await withIndex((reader) => answer(reader, asked));
      if (mine === this.#latest) this.#render(answered, asked);
    } catch {
      if (mine !== this.#latest) return;
      this.#status.textContent = searchFault;
      this.#narrow.hidden = true;
      for (const part of [this.#list, this.#pager]) part.replaceChildren();
    }
  }

  /** Goes to another question: a new entry of the history, and its answer. */
  go(asked: Asked): void {
    history.pushState(null, '', addressOf(asked));
    this.#input.value = asked.typed;
    void this.show(asked);
  }

  #render({ query, sentence, results, pages, facets, counts }: Answered, asked: Asked): void {
    this.#status.textContent = sentence;
    this.#list.replaceChildren(...results.map(row));
    const groups = counts === null ? [] : this.#groups(query, facets, counts);
    this.#narrow.hidden = groups.length === 0;
    this.#facets.replaceChildren(...groups);
    this.#renderPager(asked, pages);
  }

  #groups(query: SearchQuery, facets: SearchRoot['facets'], counts: FacetCounts): HTMLElement[] {
    return (Object.keys(searchFacetLabels) as SearchFacet[]).flatMap((facet) => {
      const chosen = new Set(
        query.filters.filter((filter) => filter.facet === facet).map(({ value }) => value),
      );
      const values = facets[facet].filter(
        ([value]) => chosen.has(value) || (counts[facet].get(value) ?? 0) > 0,
      );
      if (values.length === 0 || (values.length === 1 && chosen.size === 0)) return [];
      const choices = values.map(([value, label]) =>
        choice(label, counts.text(facet, value), chosen.has(value), () => {
          this.go({ typed: toggled(query, { facet, value }), page: 1 });
        }),
      );
      return [element('fieldset', {}, element('legend', {}, searchFacetLabels[facet]), ...choices)];
    });
  }

  #renderPager({ typed, page }: Asked, pages: number): void {
    const link = (label: string, to: number): HTMLElement[] => {
      if (to < 1 || to > pages) return [];
      const anchor = element('a', { href: addressOf({ typed, page: to }) }, label);
      anchor.addEventListener('click', (event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        this.go({ typed, page: to });
        this.#status.scrollIntoView({ block: 'nearest' });
        this.#status.focus();
      });
      return [anchor];
    };
    const here = Math.min(page, pages);
    const place = element(
      'span',
      {},
      `Page ${here.toLocaleString('en-GB')} of ${pages.toLocaleString('en-GB')}`,
    );
    this.#pager.replaceChildren(
      ...(pages > 1 ? [...link('Previous', here - 1), place, ...link('Next', here + 1)] : []),
    );
  }
}

/** Offers to switch the / key off. */
function offerSetting(box: HTMLInputElement | null): void {
  if (box === null) return;
  box.checked = isSlashOn();
  box.addEventListener('change', () => {
    setSlash(box.checked);
  });
}

/** Makes the results page answer: what the address asks for, what is typed, and what is chosen. */
export async function offerSearchPage(section: HTMLElement): Promise<void> {
  const form = section.querySelector('form');
  const input = form?.querySelector<HTMLInputElement>('input[name=q]');
  if (!form || !input) return;
  const page = new SearchPage(section, input);
  let waiting: ReturnType<typeof setTimeout> | undefined;
  offerSetting(section.querySelector('[data-search-key]'));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    clearTimeout(waiting);
    page.go({ typed: input.value.trim(), page: 1 });
  });
  input.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      const asked = { typed: input.value.trim(), page: 1 };
      history.replaceState(null, '', addressOf(asked));
      void page.show(asked);
    }, pause);
  });
  const follow = async (): Promise<void> => {
    const asked = askedIn(new URLSearchParams(location.search));
    input.value = asked.typed;
    await page.show(asked);
  };
  addEventListener('popstate', () => void follow());
  await follow();
}
