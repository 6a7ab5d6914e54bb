import type { Comparable, ServerCard } from '../view/server-card.ts';
import { badge, element } from './element.ts';

/** Names offered at a time. */
const most = 20;

/** The cards as one table, a column for each server. On a phone each fact becomes a block with the names beside. */
function table(cards: readonly ServerCard[]): HTMLTableElement {
  const row = (...cells: HTMLElement[]) => element('tr', { role: 'row' }, ...cells);
  const header = (text: string) => element('th', { scope: 'row', role: 'rowheader' }, text);
  const cell = (card: ServerCard, content: Node | string) =>
    element('td', { role: 'cell', class: 'full', 'data-label': card.name }, content);
  const names = cards.map(({ name, path }) =>
    element('th', { scope: 'col', role: 'columnheader' }, element('a', { href: path }, name)),
  );
  const risks = cards.map((card) =>
    cell(card, card.risk === null ? 'nothing to rate' : badge(card.risk, card.bars)),
  );
  const facts = (cards[0]?.facts ?? []).map(([term], index) =>
    row(header(term), ...cards.map((card) => cell(card, card.facts[index]?.[1] ?? ''))),
  );
  return element(
    'table',
    { class: 'rows level', role: 'table' },
    element('caption', { class: 'unseen' }, 'The servers side by side'),
    element(
      'thead',
      { role: 'rowgroup' },
      row(element('th', { scope: 'col', role: 'columnheader' }, 'Fact'), ...names),
    ),
    element('tbody', { role: 'rowgroup' }, row(header('Risk'), ...risks), ...facts),
  );
}

/** Null when the catalogue has no such server. */
async function loadCard(address: string, server: string): Promise<ServerCard | null> {
  const response = await fetch(address.replace('*', encodeURIComponent(server)));
  if (response.status === 404) return null;
  if (!response.ok) throw new Error(`${address} answered with status ${response.status}.`);
  return (await response.json()) as ServerCard;
}

/** Offers the servers whose name or address has what was typed. The list is fetched when somebody begins to type. */
function offerServers(form: HTMLFormElement): void {
  const offered = form.querySelector('datalist');
  let loading: Promise<Comparable> | undefined;
  form.addEventListener('input', ({ target }) => {
    if (!(target instanceof HTMLInputElement)) return;
    const typed = target.value.toLowerCase();
    loading ??= fetch(form.dataset.servers ?? '').then((response) => response.json() as Promise<Comparable>);
    void loading.then((servers) => {
      const found = servers.filter(([slug, name]) => `${slug} ${name}`.toLowerCase().includes(typed));
      offered?.replaceChildren(
        ...found.slice(0, most).map(([slug, name]) => element('option', { value: slug }, name)),
      );
    });
  });
}

async function compare(form: HTMLFormElement, wanted: readonly string[]): Promise<string> {
  const cards = await Promise.all(wanted.map((server) => loadCard(form.dataset.cards ?? '', server)));
  const found = cards.filter((card) => card !== null);
  const missing = wanted.filter((_, index) => cards[index] === null);
  if (found.length > 1) document.querySelector('[data-compare-result]')?.replaceChildren(table(found));
  if (missing.length > 0)
    return `The catalogue has no server at “${missing.join('”, “')}”. Choose from the list.`;
  return found.length > 1 ? '' : 'Name at least two servers.';
}

/** Shows the form, and the servers that the address asks for. */
export async function offerComparison(form: HTMLFormElement): Promise<void> {
  const status = document.querySelector('[data-compare-status]');
  const inputs = [...form.querySelectorAll('input')];
  const asked = new URLSearchParams(location.search);
  for (const input of inputs) input.value = asked.get(input.name)?.trim() ?? '';
  form.hidden = false;
  offerServers(form);
  const wanted = [...new Set(inputs.map(({ value }) => value).filter((value) => value !== ''))];
  if (wanted.length === 0 || status === null) return;
  try {
    status.textContent = await compare(form, wanted);
  } catch {
    status.textContent = 'The servers could not be loaded. Try again later.';
  }
}
