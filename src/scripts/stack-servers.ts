import type { EntryView } from '../view/stack/entry-view.ts';
import { count } from '../view/wording.ts';
import { element } from './element.ts';

/** What a reader can do with a server of the list. */
export interface EntryActions {
  choose: (index: number, slug: string) => void;
  remove: (index: number) => void;
}

function choice(view: EntryView, index: number, { choose }: EntryActions): HTMLElement {
  const options = view.choices.map((slug) => element('option', { value: slug }, slug));
  const select = element('select', {}, element('option', { value: '' }, 'Choose…'), ...options);
  select.addEventListener('change', () => {
    if (select.value !== '') choose(index, select.value);
  });
  return element('label', { class: 'text-sm block' }, `Which server is ${view.alias}? `, select);
}

function removal(view: EntryView, index: number, { remove }: EntryActions): HTMLElement {
  const button = element('button', { type: 'button', 'aria-label': `Remove ${view.alias}` }, 'Remove');
  button.addEventListener('click', () => {
    remove(index);
  });
  return button;
}

function size({ tools, tokens }: EntryView): string {
  if (tools === null || tokens === null) return 'tools unknown';
  return `${count(tools, 'tool')}, ${count(tokens, 'token')}`;
}

function launched({ launch, variables }: EntryView): HTMLElement[] {
  if (launch === null) return [];
  const given = variables.length === 0 ? '' : ` with ${variables.join(', ')}`;
  return [element('p', { class: 'note' }, element('code', {}, launch), given)];
}

/** Name, server, size and removal stand in columns on a wide screen; what else is known follows below the server. */
function row(view: EntryView, index: number, actions: EntryActions): HTMLElement {
  const { alias, name, page, how, note, choices } = view;
  const server = name === null ? 'Not recognised' : element('a', { href: page ?? '' }, name);
  return element(
    'li',
    { class: name === null ? 'entry missing' : 'entry' },
    element('code', { class: 'strong' }, alias),
    element('p', {}, server, how === null ? '' : element('span', { class: 'note block' }, `by ${how}`)),
    element('p', { class: 'note' }, size(view)),
    removal(view, index, actions),
    ...launched(view),
    ...(note === null ? [] : [element('p', { class: 'text-sm' }, note)]),
    ...(choices.length === 0 ? [] : [choice(view, index, actions)]),
  );
}

/** The servers of the stack: what each was recognised as, and what to do about those that were not. */
export function serverList(views: readonly EntryView[], actions: EntryActions): HTMLElement {
  return element('ul', { class: 'entries' }, ...views.map((view, index) => row(view, index, actions)));
}
