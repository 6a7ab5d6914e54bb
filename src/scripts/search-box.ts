import { type Found, loadSearch } from './search.ts';

const most = 8;

function option({ name, server, rating }: Found, id: string): HTMLElement {
  const item = document.createElement('div');
  item.id = id;
  item.role = 'option';
  item.ariaSelected = 'false';
  for (const [text, className] of [
    [name, 'name'],
    [rating, 'note'],
    [server, 'note'],
  ] as const) {
    const part = document.createElement('span');
    part.className = className;
    part.textContent = text;
    item.append(part);
  }
  return item;
}

/** The list under the box: shows what was found and which entry the keys point at. */
class ResultList {
  readonly #list = document.createElement('div');
  readonly #input: HTMLInputElement;
  #found: Found[] = [];
  #at = -1;

  constructor(input: HTMLInputElement, form: HTMLFormElement) {
    this.#input = input;
    this.#list.id = 'search-list';
    this.#list.role = 'listbox';
    this.#list.ariaLabel = 'Tools found';
    this.#list.hidden = true;
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

  show(found: Found[]): void {
    this.#found = found;
    this.#list.replaceChildren(...found.map((entry, place) => option(entry, `search-option-${place}`)));
    this.#setOpen(found.length > 0);
  }

  close(): void {
    this.#setOpen(false);
  }

  get isOpen(): boolean {
    return !this.#list.hidden;
  }

  /** Moves by `steps`, past the ends to the other side. */
  move(steps: number): void {
    if (this.#found.length === 0) return;
    this.#setOpen(true);
    const start = this.#at === -1 && steps < 0 ? 0 : this.#at;
    this.#point((start + steps + this.#found.length) % this.#found.length);
  }

  /** Follows the entry at a place, or the one pointed at. False when there is none. */
  open(place = this.#at): boolean {
    const entry = this.#found[place];
    if (entry === undefined) return false;
    location.assign(entry.path);
    return true;
  }

  #setOpen(isOpen: boolean): void {
    if (this.isOpen !== isOpen) this.#list.hidden = !isOpen;
    this.#input.ariaExpanded = String(isOpen);
    this.#point(-1);
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

function onKey(event: KeyboardEvent, list: ResultList): void {
  const steps = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (steps !== undefined) list.move(steps);
  else if (event.key === 'Escape' && list.isOpen) list.close();
  else if (event.key !== 'Enter' || !list.isOpen || !list.open()) return;
  event.preventDefault();
}

/**
 * Turns the search form into a combobox (ARIA pattern with a listbox). Arrows choose, Enter opens, Escape
 * closes; Enter with nothing chosen sends the form, as it does without script.
 */
export async function offerSearch(form: HTMLFormElement): Promise<void> {
  const input = form.querySelector('input');
  const status = form.querySelector('[data-search-status]');
  if (input === null || status === null) return;
  const list = new ResultList(input, form);
  const say = (text: string): void => {
    status.textContent = text;
  };
  input.addEventListener('keydown', (event) => {
    onKey(event, list);
  });
  input.addEventListener('blur', () => {
    list.close();
  });
  try {
    const search = await loadSearch(form.dataset.index ?? '');
    const answer = (): void => {
      const found = search(input.value, most);
      list.show(found);
      say(input.value.trim() === '' ? '' : found.length === 0 ? 'No tool found' : `${found.length} found`);
    };
    input.addEventListener('input', answer);
    if (input.value !== '') answer();
  } catch {
    say('The search index could not be loaded. Enter leads to the list of all tools.');
  }
}
