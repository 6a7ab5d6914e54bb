import type { Decision } from '../model/policy.ts';
import { Decision as decisionsInOrder } from '../model/policy.ts';
import { decisionLabels } from '../view/sentences.ts';
import { collisionMeaning, shadowMeaning } from '../view/sentences/stack.ts';
import type { StackView, ToolView } from '../view/stack/stack-view.ts';
import { count } from '../view/wording.ts';
import { badge, element, lazyFold } from './element.ts';
import { toolLink } from './stack-chains.ts';

const column = (text: string, className = ''): HTMLElement =>
  element('th', { scope: 'col', role: 'columnheader', class: className }, text);

function table(caption: string, heads: readonly HTMLElement[], rows: readonly HTMLElement[]): HTMLElement {
  return element(
    'table',
    { class: 'rows', role: 'table' },
    element('caption', { class: 'unseen' }, caption),
    element('thead', { role: 'rowgroup' }, element('tr', { role: 'row' }, ...heads)),
    element('tbody', { role: 'rowgroup' }, ...rows),
  );
}

function cells(tool: ToolView): HTMLElement[] {
  return [
    element('th', { scope: 'row', role: 'rowheader' }, toolLink(tool)),
    element('td', { role: 'cell', class: 'tight' }, badge(tool.risk, tool.bars)),
    element('td', { role: 'cell', class: 'tight' }, element('span', { class: 'tag' }, tool.category)),
    element(
      'td',
      { role: 'cell', class: 'number', 'data-label': 'Tokens' },
      tool.tokens.toLocaleString('en-GB'),
    ),
  ];
}

const heads = (): HTMLElement[] => [
  column('Tool'),
  column('Risk', 'tight'),
  column('Category', 'tight'),
  column('Tokens', 'number'),
];

/** The worst tools of the stack. */
export function worstTable({ worst }: StackView): HTMLElement {
  return table(
    'The worst tools',
    heads(),
    worst.map((tool) => element('tr', { role: 'row' }, ...cells(tool))),
  );
}

/** What a reader decides for a tool. */
export type Decide = (key: string, decision: Decision) => void;

/** Sets what the selects of all tools show: the decision of the preset or the reader's own. */
export function showDecisions(root: ParentNode, decisionOf: (key: string) => Decision): void {
  for (const select of root.querySelectorAll('select[data-tool]'))
    if (select instanceof HTMLSelectElement) select.value = decisionOf(select.dataset.tool ?? '');
}

/** One select for all tools, copied for each: nine hundred are built in a fraction of the time. */
function selectTemplate(): HTMLSelectElement {
  const options = decisionsInOrder.options.map((decision) =>
    element('option', { value: decision }, decisionLabels[decision]),
  );
  return element('select', {}, ...options);
}

function toolRow(tool: ToolView, template: HTMLSelectElement): HTMLElement {
  const select = template.cloneNode(true) as HTMLSelectElement;
  select.dataset.tool = tool.key;
  select.setAttribute('aria-label', `What the policy decides for ${tool.alias}/${tool.name}`);
  return element(
    'tr',
    { role: 'row' },
    ...cells(tool),
    element('td', { role: 'cell', class: 'tight' }, select),
  );
}

/** What a reader sees and decides of tools. */
export interface Deciding {
  decide: Decide;
  decisionOf: (key: string) => Decision;
}

/** All tools, those of each server in a fold of its own, each with a say in the policy. */
export function toolFolds(tools: readonly ToolView[], { decide, decisionOf }: Deciding): HTMLElement[] {
  const template = selectTemplate();
  return [...Map.groupBy(tools, ({ alias }) => alias)].map(([alias, own]) => {
    const summary = [element('code', {}, alias), ` ${count(own.length, 'tool')}`];
    const fold = lazyFold(summary, () => {
      const rows = own.map((tool) => toolRow(tool, template));
      const made = table(`Tools of ${alias}`, [...heads(), column('Policy', 'tight')], rows);
      showDecisions(made, decisionOf);
      return [made];
    });
    fold.addEventListener('change', ({ target }) => {
      if (target instanceof HTMLSelectElement)
        decide(target.dataset.tool ?? '', decisionsInOrder.parse(target.value));
    });
    return fold;
  });
}

const linked = (tools: readonly ToolView[]): (Node | string)[] =>
  tools.flatMap((tool, index) => (index === 0 ? [toolLink(tool)] : [', ', toolLink(tool)]));

/** Names that can be taken for each other, and definitions that speak about other servers' tools. */
export function nameSection({ collisions, shadowings }: StackView): HTMLElement[] {
  const shared = collisions.map(({ what, tools }) => element('li', {}, ...linked(tools), `: ${what}`));
  const orders = shadowings.map(({ by, quote, of }) =>
    element('li', {}, toolLink(by), ' on ', ...linked(of), ': ', element('q', {}, quote)),
  );
  return [
    ...(shared.length === 0
      ? []
      : [element('p', {}, collisionMeaning), element('ul', { class: 'text-sm plain-list' }, ...shared)]),
    ...(orders.length === 0
      ? []
      : [element('p', {}, shadowMeaning), element('ul', { class: 'text-sm plain-list' }, ...orders)]),
    ...(shared.length + orders.length === 0 ? [element('p', {}, 'None was found.')] : []),
  ];
}
