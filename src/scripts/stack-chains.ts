import { denialSentence, stateWords } from '../view/sentences/stack.ts';
import { type ChainView, placedName, type StackView, type ToolView } from '../view/stack/stack-view.ts';
import { element, lazyFold } from './element.ts';
import { chainDiagram } from './stack-diagram.ts';

/** The name of a tool with its server, leading to its page. */
export function toolLink({ page, ...tool }: ToolView): HTMLElement {
  const name = placedName(tool);
  return page === null
    ? element('span', { class: 'name' }, name)
    : element('a', { class: 'name', href: page }, name);
}

/** Tools one after the other, with the risk of each beside it for those who do not see colours. */
function toolList(tools: readonly ToolView[]): HTMLElement {
  return element(
    'ul',
    { class: 'text-sm' },
    ...tools.map((tool) => element('li', {}, toolLink(tool), ` ${tool.risk}, ${tool.category}`)),
  );
}

/** What a policy makes of a chain, as a mark that says it in words. */
export function stateMark(state: ChainView['state']): HTMLElement {
  return element(
    'span',
    { class: `state ${state}`, title: stateWords[state].meaning },
    stateWords[state].label,
  );
}

/** One chain: what it is, its drawing, and the tools of each link. */
function chainCard(chain: ChainView): HTMLElement {
  const { id, title, meaning, state, servers, links, alone } = chain;
  const tools = lazyFold(['The tools of each link'], () =>
    links.flatMap((link) => [element('h4', {}, `${link.role} (${link.tools.length})`), toolList(link.tools)]),
  );
  return element(
    'article',
    { class: 'chain-card', 'data-chain': id },
    element('h3', {}, title, ' ', element('span', { 'data-state': '' }, stateMark(state))),
    element('p', {}, meaning, alone === null ? '' : ` ${alone}`),
    element(
      'p',
      { class: 'note' },
      servers.length === 1 ? 'Within one server: ' : `Across ${servers.length} servers: `,
      servers.join(', '),
    ),
    chainDiagram(chain, 'across'),
    chainDiagram(chain, 'down'),
    tools,
  );
}

/** The chains of a stack and what breaks them all. */
export function chainSection({ chains, denials }: StackView, deny: () => void): HTMLElement[] {
  const button = element(
    'button',
    { type: 'button', 'data-deny': '' },
    denials.length === 1 ? 'Deny it in the policy' : `Deny these ${denials.length} in the policy`,
  );
  button.addEventListener('click', deny);
  const sentence = denialSentence(denials.length, chains.length);
  if (chains.length === 0) return [element('p', {}, sentence)];
  return [
    ...chains.map(chainCard),
    element(
      'div',
      { class: 'denials', 'data-denials': '' },
      element('h3', {}, 'What breaks them all'),
      element('p', {}, sentence),
      toolList(denials),
      button,
    ),
  ];
}

/** Shows what a policy now makes of the chains that are drawn. */
export function showStates(root: ParentNode, chains: readonly ChainView[]): void {
  for (const { id, state } of chains)
    root.querySelector(`[data-chain="${id}"] [data-state]`)?.replaceChildren(stateMark(state));
}
