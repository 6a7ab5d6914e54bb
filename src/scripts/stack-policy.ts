import type { Format } from '../policy/format.ts';
import { isTried } from '../policy/matrix.ts';
import type { ExportFile } from '../policy/format.ts';
import { type AliasedPolicy, exportStack } from '../stack/policy.ts';
import { untried } from '../view/policy-words.ts';
import { offerCopying } from './copy.ts';
import { element, lazyFold } from './element.ts';

/** A link that saves a text under a name. */
export function download(name: string, text: () => string, label: string): HTMLAnchorElement {
  const link = element('a', { href: '', download: name }, label);
  // The text is made into an address only when it is wanted, and forgotten after.
  link.addEventListener('click', () => {
    const address = URL.createObjectURL(new Blob([text()], { type: 'text/plain' }));
    link.href = address;
    setTimeout(() => {
      URL.revokeObjectURL(address);
    }, 10_000);
  });
  return link;
}

function fileBlock({ name, text, destination }: ExportFile): HTMLElement {
  const code = element('pre', { class: 'long', tabindex: '0', role: 'region', 'aria-label': name }, text);
  const copy = element('button', { type: 'button', 'data-copy': '', 'aria-label': `Copy ${name}` }, 'Copy');
  const figure = element(
    'figure',
    { class: 'policy', 'aria-label': name },
    element(
      'figcaption',
      {},
      element('span', { class: 'name grow' }, name),
      element('span', { class: 'note', role: 'status', 'data-copy-status': '' }),
      download(name, () => text, 'Save'),
      copy,
    ),
    code,
  );
  offerCopying(figure);
  return element('div', {}, element('p', { class: 'text-sm mt-2' }, destination), figure);
}

function fold(title: string, sentences: readonly string[]): HTMLElement[] {
  if (sentences.length === 0) return [];
  const list = () => sentences.map((text) => element('li', {}, text));
  return [
    lazyFold([`${title} (${sentences.length})`], () => [
      element('ul', { class: 'text-sm plain-list' }, ...list()),
    ]),
  ];
}

/** The policy of a stack in one format: its files, what to fill in, and what cannot be held. */
export function policyBlocks(
  policies: readonly AliasedPolicy[],
  format: Format,
  withGuard: boolean,
): HTMLElement[] {
  const { files, fill, warnings, faults } = exportStack(policies, format, withGuard);
  const summary = [format.summary, isTried(format) ? '' : untried].join(' ');
  return [
    element('p', { class: 'note' }, summary),
    ...faults.map(({ sentence }) => element('p', { class: 'text-sm strong' }, sentence)),
    ...files.map(fileBlock),
    ...fold('To fill in', fill),
    ...fold('What this format cannot hold', warnings),
  ];
}
