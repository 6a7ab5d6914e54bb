import { Policies, type Policy, Preset } from '../model/policy.ts';
import { policyTally } from '../view/policies-page.ts';
import { allExports, type PolicyExport, writable } from '../view/policy-exports.ts';
import { aliasSentence, untried } from '../view/policy-words.ts';
import { offerCopying } from './copy.ts';

/** A file as a block of its own, made from the one that the page came with. */
function fileBlock(template: Element, { name, text }: PolicyExport['files'][number]): Element {
  const block = template.cloneNode(true) as Element;
  block.setAttribute('aria-label', name);
  const title = block.querySelector('.name');
  const code = block.querySelector('pre');
  if (title !== null) title.textContent = name;
  if (code !== null) {
    code.textContent = text;
    code.setAttribute('aria-label', name);
  }
  offerCopying(block);
  return block;
}

function paragraph(text: string, className: string): Element {
  const element = document.createElement('p');
  element.className = className;
  element.textContent = text;
  return element;
}

function list(title: string, sentences: readonly string[]): Element[] {
  if (sentences.length === 0) return [];
  const items = document.createElement('ul');
  items.className = 'text-sm';
  for (const sentence of sentences) {
    const item = document.createElement('li');
    item.textContent = sentence;
    items.append(item);
  }
  return [paragraph(title, 'text-sm mt-2 strong'), items];
}

/** Fills the panel of one format anew; everything goes in as text. */
function show(panel: Element, template: Element, shown: PolicyExport): void {
  const summary = panel.querySelector('summary');
  panel.replaceChildren(
    ...(summary === null ? [] : [summary]),
    paragraph(
      [shown.summary, shown.isTried ? '' : untried, shown.fault ?? aliasSentence(shown.alias)].join(' '),
      'note',
    ),
    ...shown.files.flatMap((file) => [
      paragraph(file.destination, 'text-sm mt-2'),
      fileBlock(template, file),
    ]),
    ...list('To fill in', shown.fill),
    ...list('What this format cannot hold', shown.warnings),
  );
}

async function policiesAt(path: string): Promise<Policies> {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`status ${response.status}`);
  return Policies.parse(await response.json());
}

/** The policy and its exports as the controls stand. */
async function printed(form: HTMLFormElement): Promise<{ policy: Policy; exports: PolicyExport[] }> {
  const given = new FormData(form);
  const preset = Preset.catch('balanced').parse(given.get('preset'));
  const name = given.get('alias');
  const alias = typeof name === 'string' ? name.trim() : '';
  const policy = (await policiesAt(form.dataset.policies ?? ''))[preset];
  const exports = allExports(policy, {
    aliasIn: (format) => (alias === form.dataset.alias ? writable(alias, format) : alias),
    withGuard: given.get('guard') !== null,
  });
  return { policy, exports };
}

/** Fills every panel anew and says so with the words given for the exports, or why that cannot be done. */
async function fill(form: HTMLFormElement, said: (exports: PolicyExport[]) => string): Promise<void> {
  const status = form.querySelector('[data-policy-status]');
  const template = document.querySelector('[data-policy-exports] [data-policy]')?.cloneNode(true);
  let words = '';
  try {
    const { policy, exports } = await printed(form);
    for (const shown of exports) {
      const panel = document.getElementById(shown.id);
      if (panel !== null && template instanceof Element) show(panel, template, shown);
      panel?.removeAttribute('data-later');
    }
    const tally = document.querySelector('[data-tally]');
    if (tally !== null) tally.textContent = policyTally(policy);
    words = said(exports);
  } catch (error) {
    words = `The policies could not be made: ${error instanceof Error ? error.message : String(error)}`;
  }
  if (status !== null) status.textContent = words;
}

/** Shows the exports of a page again under another preset, name or with the guard. */
export function showPolicies(form: HTMLFormElement): Promise<void> {
  return fill(form, (exports) => {
    const faults = exports.filter(({ fault }) => fault !== null).length;
    return faults === 0 ? 'The policies below are changed.' : `${faults} formats cannot write this name.`;
  });
}

/** Shows the formats that the page came without, when one of them is opened. */
export async function showLater(form: HTMLFormElement, panel: HTMLElement): Promise<void> {
  if (panel.dataset.later !== undefined) await fill(form, () => '');
}
