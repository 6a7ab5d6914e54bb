import { paths } from '../model/paths.ts';
import { parseQuery } from '../search/query.ts';
import { search } from '../search/search.ts';
import { searchResult, type SearchResult } from '../view/search-result.ts';
import { foundCount, searchFault, unknownFilters } from '../view/sentences/search.ts';
import { element } from './element.ts';
import { searchIndex, withIndex } from './search-index.ts';

/** Results in the list under the box. */
const most = 8;

interface Offered {
  results: SearchResult[];
  /** How many there are, in words. */
  said: string;
}

async function offer(typed: string): Promise<Offered> {
  return withIndex(async (reader) => {
    const { facets } = reader.root;
    const query = parseQuery(typed, facets);
    if (query.words.length === 0 && query.filters.length === 0)
      return { results: [], said: unknownFilters(query.unknown) };
    const { found, further, isWhole } = await search(reader, query);
    const results = found.slice(0, most).map((candidate) => searchResult(candidate, facets));
    const said = [foundCount(found.length + further.length, isWhole), unknownFilters(query.unknown)];
    return { results, said: said.filter(Boolean).join('. ') };
  });
}

function option({ name, note, category, risk }: SearchResult, id: string): HTMLElement {
  const rating = [category, risk?.label].filter((word) => word !== null && word !== undefined).join(', ');
  return element(
    'div',
    { id, role: 'option', 'aria-selected': 'false' },
    element('span', { class: 'name' }, name),
    element('span', { class: 'note' }, rating),
    element('span', { class: 'note', dir: 'auto' }, note),
  );
}

const allResults = (id: string): HTMLElement =>
  element('div', { id, role: 'option', 'aria-selected': 'false' }, 'All results');

const addressOf = (typed: string): string =>
  `${paths.search}?${new URLSearchParams({ q: typed }).toString()}`;

/** The list under the box: shows what was found and which entry the keys point at. */
class ResultList {
  readonly #list = element('div', {
    id: 'search-list',
    role: 'listbox',
    'aria-label': 'Results',
    hidden: '',
  });
  readonly #input: HTMLInputElement;
  #addresses: string[] = [];
  #at = -1;

  constructor(input: HTMLInputElement, form: HTMLFormElement) {
    this.#input = input;
    form.append(this.#list);
    input.role = 'combobox';
    input.ariaAutoComplete = 'list';
    input.ariaExpanded = 'false';
    input.setAttribute('aria-controls', this.#list.id);
    // Pressing the mouse must not take the focus from the box before the click arrives.
    this.#list.addEventListener('mousedown', (event) => {
      event.preventDefault();
    });
    this.#list.addEventListener('click', ({ target }) => {
      const place = [...this.#list.children].findIndex(
        (item) => target instanceof Node && item.contains(target),
      );
      this.open(place);
    });
  }

  show(results: readonly SearchResult[], typed: string): void {
    this.#addresses = results.length === 0 ? [] : [...results.map(({ path }) => path), addressOf(typed)];
    const options = results.map((result, place) => option(result, `search-option-${place}`));
    const last = results.length === 0 ? [] : [allResults(`search-option-${results.length}`)];
    this.#point(-1);
    this.#list.replaceChildren(...options, ...last);
    this.#setOpen(results.length > 0);
  }

  close(): void {
    this.#setOpen(false);
  }

  get isOpen(): boolean {
    return !this.#list.hidden;
  }

  /** Moves by `steps`, past the ends to the other side. */
  move(steps: number): void {
    if (this.#addresses.length === 0) return;
    this.#setOpen(true);
    const start = this.#at === -1 && steps < 0 ? 0 : this.#at;
    this.#point((start + steps + this.#addresses.length) % this.#addresses.length);
  }

  /** Follows the entry at a place, or the one pointed at. False when there is none. */
  open(place = this.#at): boolean {
    const address = this.#addresses[place];
    if (address === undefined) return false;
    location.assign(address);
    return true;
  }

  #setOpen(isOpen: boolean): void {
    if (this.isOpen !== isOpen) this.#list.hidden = !isOpen;
    this.#input.ariaExpanded = String(isOpen);
    if (!isOpen) this.#point(-1);
  }

  #point(place: number): void {
    this.#list.children[this.#at]?.setAttribute('aria-selected', 'false');
    this.#at = place;
    const item = this.#list.children[place];
    if (item === undefined) this.#input.removeAttribute('aria-activedescendant');
    else this.#input.setAttribute('aria-activedescendant', item.id);
    item?.setAttribute('aria-selected', 'true');
    item?.scrollIntoView({ block: 'nearest' });
  }
}

/** What the keys of the combobox pattern do; true when the page has nothing left to do. */
function onKey({ key, altKey }: KeyboardEvent, list: ResultList, input: HTMLInputElement): boolean {
  const steps = { ArrowDown: 1, ArrowUp: -1 }[key];
  if (steps !== undefined) {
    if (altKey && steps < 0) list.close();
    else list.move(steps);
    return true;
  }
  if (key === 'Escape') {
    if (list.isOpen) list.close();
    else input.value = '';
    return true;
  }
  return key === 'Enter' && list.isOpen && list.open();
}

/** Answers what is typed, each time the last thing only. */
function answerer(
  input: HTMLInputElement,
  list: ResultList,
  say: (text: string) => void,
): () => Promise<void> {
  let latest = 0;
  return async () => {
    const typed = input.value;
    latest += 1;
    const asked = latest;
    const isLatest = (): boolean => asked === latest;
    try {
      const { results, said } = await offer(typed);
      if (!isLatest()) return;
      list.show(results, typed);
      say(said);
    } catch {
      if (!isLatest()) return;
      list.show([], typed);
      say(searchFault);
    }
  };
}

/**
 * Turns the search form into a combobox (ARIA pattern with a listbox). Arrows choose, Enter opens, Escape closes and then
 * clears; Enter with nothing chosen sends the form, as it does without script.
 */
export function offerSearch(form: HTMLFormElement): void {
  const input = form.querySelector('input');
  const status = form.querySelector<HTMLElement>('[data-search-status]');
  if (input === null || status === null) return;
  // The index is there when the first letter is; that it is missing is said when there is a question.
  searchIndex().catch(() => undefined);
  const list = new ResultList(input, form);
  const answer = answerer(input, list, (text) => {
    status.textContent = text;
    status.classList.toggle('unseen', text !== searchFault);
  });
  input.addEventListener('keydown', (event) => {
    if (!event.isComposing && onKey(event, list, input)) event.preventDefault();
  });
  input.addEventListener('blur', () => {
    list.close();
  });
  input.addEventListener('input', () => void answer());
  if (input.value.trim() !== '') void answer();
}
