import { looksSecret } from '../clients/secrets.ts';
import { visible } from '../model/display.ts';
import { limits } from '../model/limits.ts';
import { parseQuery } from '../search/query.ts';
import { search } from '../search/search.ts';
import { faultSentence } from '../view/sentences/stack.ts';
import type { TextFault } from '../clients/configuration.ts';
import { element } from './element.ts';
import { withIndex } from './search-index.ts';

/** Servers offered at a time. */
const offered = 20;

/** The servers that a search finds, by slug and name. */
async function serversLike(typed: string): Promise<[slug: string, name: string][]> {
  return withIndex(async (reader) => {
    const { found } = await search(reader, parseQuery(typed, reader.root.facets));
    const servers = found.flatMap(({ server }): [string, string][] =>
      server === null ? [] : [[server[1], visible(server[0])]],
    );
    return [...new Map(servers)].slice(0, offered);
  });
}

/** Offers servers by what is typed. What may be an address or a key is not searched for, because it may hold secrets. */
function offerServers(input: HTMLInputElement, list: HTMLDataListElement): void {
  input.addEventListener('input', () => {
    const typed = input.value.trim();
    if (typed === '' || typed.includes('://') || looksSecret(typed)) return;
    // Without the index nothing is offered, and a name or package can be added all the same.
    void serversLike(typed).then(
      (servers) => {
        if (input.value.trim() !== typed) return;
        list.replaceChildren(...servers.map(([slug, name]) => element('option', { value: slug }, name)));
      },
      () => undefined,
    );
  });
}

/** The text of a file, whole or as much as is read. A file of another encoding shows as what it is: no text. */
async function textOf(file: File): Promise<string> {
  return file.slice(0, limits.configurationCharacters + 1).text();
}

/** Takes what is pasted, dropped, chosen or typed into a form. Pasted and dropped text is never shown: it may hold secrets. */
export function offerInput(form: HTMLFormElement, take: (text: string) => void): void {
  const area = form.querySelector('textarea');
  const chooser = form.querySelector<HTMLInputElement>('input[type=file]');
  const adding = form.querySelector<HTMLInputElement>('input[list]');
  const list = form.querySelector('datalist');
  const takeFiles = (files: FileList | null): void => {
    for (const file of files ?? []) void textOf(file).then(take);
  };
  const takeField = (field: HTMLInputElement | HTMLTextAreaElement): void => {
    const { value } = field;
    field.value = '';
    if (value.trim() !== '') take(value);
  };
  area?.addEventListener('paste', (event) => {
    event.preventDefault();
    const pasted = event.clipboardData;
    if ((pasted?.files.length ?? 0) > 0) takeFiles(pasted?.files ?? null);
    else take(pasted?.getData('text/plain') ?? '');
  });
  form.addEventListener('dragover', (event) => {
    event.preventDefault();
  });
  form.addEventListener('drop', (event) => {
    event.preventDefault();
    const dropped = event.dataTransfer;
    if ((dropped?.files.length ?? 0) > 0) takeFiles(dropped?.files ?? null);
    else take(dropped?.getData('text/plain') ?? '');
  });
  chooser?.addEventListener('change', () => {
    takeFiles(chooser.files);
    chooser.value = '';
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (area !== null) takeField(area);
    if (adding !== null) takeField(adding);
  });
  if (adding !== null && list !== null) offerServers(adding, list);
}

/** Says what is wrong with a text, one sentence each. */
export function showFaults(root: ParentNode, faults: readonly TextFault[]): void {
  const list = root.querySelector('[data-stack-faults]');
  list?.replaceChildren(...faults.map((fault) => element('li', {}, faultSentence(fault))));
}
