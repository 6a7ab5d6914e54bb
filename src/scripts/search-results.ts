import { type Found, loadSearch } from './search.ts';

function row({ name, path, server, rating }: Found): HTMLLIElement {
  const item = document.createElement('li');
  const link = document.createElement('a');
  const note = document.createElement('span');
  item.className = 'wrap-anywhere py-0.5';
  link.className = 'name';
  link.href = path;
  link.textContent = name;
  note.className = 'note block';
  note.textContent = `${server} · ${rating}`;
  item.append(link, note);
  return item;
}

/** Lists on the page of all tools what the address asks for. */
export async function showResults(section: Element): Promise<void> {
  const query = new URLSearchParams(location.search).get('q') ?? '';
  const form = document.querySelector<HTMLFormElement>('form[data-search]');
  const heading = section.querySelector('h2');
  const list = section.querySelector('ul');
  if (form === null || heading === null || list === null) return;
  const search = await loadSearch(form.dataset.index ?? '');
  const found = search(query, 50);
  const input = form.querySelector('input');
  if (input !== null) input.value = query;
  heading.textContent = found.length === 0 ? `No tool matches “${query}”` : `Tools that match “${query}”`;
  list.replaceChildren(...found.map(row));
  if (section instanceof HTMLElement) section.hidden = false;
}
