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

/** What the heading over the results says. */
function title(query: string, found: number): string {
  return found === 0 ? `No tool matches “${query}”` : `Tools that match “${query}”`;
}

/** Lists on the page of all tools what the address asks for. */
export async function showResults(section: HTMLElement): Promise<void> {
  const query = new URLSearchParams(location.search).get('q') ?? '';
  const form = document.querySelector<HTMLFormElement>('form[data-search]');
  const input = form?.querySelector('input');
  const heading = section.querySelector('h2');
  const list = section.querySelector('ul');
  if (!form || !input || !heading || !list) return;
  input.value = query;
  section.hidden = false;
  try {
    const search = await loadSearch(form.dataset.index ?? '');
    const found = search(query, 50);
    heading.textContent = title(query, found.length);
    list.replaceChildren(...found.map(row));
  } catch {
    heading.textContent = 'The search could not be loaded. All tools stand below, by letter.';
  }
}
