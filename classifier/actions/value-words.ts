import { nameWords } from '../signals/reading/names.ts';

/** Commands and nouns that name an action where they are a value, beside the verb that says the same. */
const verbOf: ReadonlyMap<string, string> = new Map(
  Object.entries({
    show: 'info detail details stats statistics summary history schema metadata exists health version help overview content contents blame stat top state logs',
    list: 'ls tree distinct outdated',
    read: 'cat',
    create: 'mkdir touch',
    delete: 'rm rmdir',
    move: 'mv',
    copy: 'cp',
    save: 'stash',
    apply: 'pop cherry-pick',
    edit: 'amend prepend squash unset decrement chmod chown',
    unlink: 'untrack',
    compress: 'zip',
    turn: 'on off',
    start: 'rollout',
  }).flatMap(([verb, values]) => values.split(' ').map((value) => [value, verb] as const)),
);

/** The words of an action's value, beginning with a verb where a command or a noun stands for one: `ls` lists, `info` shows the info. */
export function valueWords(value: string): readonly string[] {
  const words = nameWords(value);
  const verb = verbOf.get(words[0] ?? '') ?? (words.length === 2 ? verbOf.get(words.join('-')) : undefined);
  if (verb === undefined) return words;
  return verb === 'show' || verb === 'turn' ? [verb, ...words] : [verb, ...words.slice(1)];
}
