import { limits } from '../model/limits.ts';
import { faultSentence } from '../view/sentences/stack.ts';
import type { TextFault } from '../clients/configuration.ts';
import type { Comparable } from '../view/server-card.ts';
import { element } from './element.ts';

/** Servers offered at a time. */
const offered = 20;

/** Offers the servers whose name or address has what was typed. The list is fetched when somebody begins to type. */
function offerServers(input: HTMLInputElement, list: HTMLDataListElement, address: string): void {
  let loading: Promise<Comparable> | undefined;
  input.addEventListener('input', () => {
    const typed = input.value.trim().toLowerCase();
    loading ??= fetch(address).then((response) => response.json() as Promise<Comparable>);
    void loading.then((servers) => {
      const found = servers.filter(([slug, name]) => `${slug} ${name}`.toLowerCase().includes(typed));
      list.replaceChildren(
        ...found.slice(0, offered).map(([slug, name]) => element('option', { value: slug }, name)),
      );
    });
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
  const search = form.querySelector<HTMLInputElement>('input[list]');
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
    if (search !== null) takeField(search);
  });
  if (search !== null && list !== null) offerServers(search, list, form.dataset.servers ?? '');
}

/** Says what is wrong with a text, one sentence each. */
export function showFaults(root: ParentNode, faults: readonly TextFault[]): void {
  const list = root.querySelector('[data-stack-faults]');
  list?.replaceChildren(...faults.map((fault) => element('li', {}, faultSentence(fault))));
}
