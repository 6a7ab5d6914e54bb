import type { Decision } from '../model/policy.ts';
import type { Format } from '../policy/format.ts';
import type { StackAnalysis } from '../stack/analysis.ts';
import type { AliasedPolicy } from '../stack/policy.ts';
import { decisionTally } from '../view/policy-words.ts';
import { tally } from '../view/sentences.ts';
import { chainTally, stackCost } from '../view/sentences/stack.ts';
import type { EntryView } from '../view/stack/entry-view.ts';
import type { StackView } from '../view/stack/stack-view.ts';
import { count } from '../view/wording.ts';
import { element } from './element.ts';
import { chainSection, showStates } from './stack-chains.ts';
import { policyBlocks } from './stack-policy.ts';
import { type EntryActions, serverList } from './stack-servers.ts';
import { type Deciding, nameSection, showDecisions, toolFolds, worstTable } from './stack-tools.ts';

function fill(root: ParentNode, name: string, ...content: (Node | string)[]): void {
  root.querySelector(`[data-stack-${name}]`)?.replaceChildren(...content);
}

function figure(number: string, label: string, href: string): HTMLElement {
  return element('a', { class: 'figure', href }, element('b', {}, number), element('span', {}, label));
}

const digits = (number: number): string => number.toLocaleString('en-GB');

/** The bar of risks, as the pages of servers have it. */
function riskBar(counts: StackView['counts']): SVGElement {
  const space = 'http://www.w3.org/2000/svg';
  const bar = document.createElementNS(space, 'svg');
  const total = counts.reduce((sum, each) => sum + each.count, 0);
  const facts = {
    class: 'risk-bar',
    viewBox: `0 0 ${Math.max(1, total)} 1`,
    preserveAspectRatio: 'none',
    'aria-hidden': 'true',
  };
  for (const [name, value] of Object.entries(facts)) bar.setAttribute(name, value);
  let start = 0;
  for (const { key, count: width } of counts) {
    const part = document.createElementNS(space, 'rect');
    const place = { class: key.toLowerCase(), x: start, y: 0, width, height: 1 };
    for (const [name, value] of Object.entries(place)) part.setAttribute(name, String(value));
    bar.append(part);
    start += width;
  }
  return bar;
}

/** The servers and the figures of the stack. */
export function showServers(
  root: HTMLElement,
  views: readonly EntryView[],
  found: StackAnalysis,
  actions: EntryActions,
): void {
  const known = views.filter(({ tools }) => tools !== null).length;
  fill(
    root,
    'figures',
    figure(
      known === views.length ? digits(known) : `${known} of ${views.length}`,
      'servers known',
      '#stack-servers',
    ),
    figure(digits(found.tools.length), 'tools', '#stack-tools'),
    figure(digits(found.chains.length), found.chains.length === 1 ? 'chain' : 'chains', '#stack-chains'),
    figure(digits(found.tokens), 'tokens a request', '#stack-cost'),
  );
  fill(root, 'servers', serverList(views, actions));
  fill(root, 'cost', `${stackCost(found.tokens, found.share)}.`);
}

/** What the stack can do. */
export function showAnalysis(
  root: HTMLElement,
  view: StackView,
  actions: { deny: () => void } & Deciding,
): void {
  const unknown = view.tools.length === 0 ? 'No tool is known.' : tally(view.counts);
  fill(
    root,
    'risks',
    ...(view.tools.length === 0 ? [] : [riskBar(view.counts)]),
    element('p', { class: 'text-sm mt-1' }, unknown),
  );
  fill(root, 'chains', ...chainSection(view, actions.deny));
  fill(root, 'names', ...nameSection(view));
  fill(root, 'worst', worstTable(view));
  fill(root, 'tools', ...toolFolds(view.tools, actions));
}

/** What a policy makes of the stack. */
export interface ShownPolicy {
  policies: readonly AliasedPolicy[];
  view: StackView;
  format: Format;
  withGuard: boolean;
  decisionOf: (key: string) => Decision;
  /** Tools that the reader decided. */
  toggled: number;
}

/** The policy, the state of each chain under it, and what each tool's select says. */
export function showPolicy(
  root: HTMLElement,
  { policies, view, format, withGuard, decisionOf, toggled }: ShownPolicy,
): void {
  const all = view.tools.map(({ key }) => decisionOf(key));
  const own = toggled === 0 ? '' : ` ${count(toggled, 'tool')} decided by you.`;
  fill(
    root,
    'tally',
    `${chainTally(view.chains.map(({ state }) => state))} Of the tools, ${decisionTally(all) || 'none is known'}.${own}`,
  );
  root.querySelector<HTMLElement>('[data-stack-reset]')?.toggleAttribute('hidden', toggled === 0);
  fill(root, 'policy', ...policyBlocks(policies, format, withGuard));
  showStates(root, view.chains);
  showDecisions(root, decisionOf);
}
