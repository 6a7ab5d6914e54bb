import { type Verb, verbForms } from './lexicon.ts';
import { nameWords } from './names.ts';
import type { Parameter } from './reading.ts';
import type { Act } from './verbs.ts';

const names =
  /^(?:action|actions|operation|op|method|command|mode|subcommand|verb|action type|operation type|task|request type|type|function)$/;
const passive: ReadonlySet<Act> = new Set(['look', 'fetch', 'compose']);

/** The verbs among a parameter's allowed values. */
function verbsOf({ choices }: Parameter): Verb[] {
  return choices.flatMap((choice) => {
    const words = nameWords(choice);
    const verb = verbForms.get(words[0] ?? '') ?? verbForms.get(words.at(-1) ?? '');
    return verb?.form === 'base' ? [verb] : [];
  });
}

/** A parameter that chooses between actions, and the verbs it offers. */
export interface Switch extends Parameter {
  verbs: readonly Verb[];
}

/** The parameters whose allowed values are several actions of which at least one changes something. */
export function switchesOf(parameters: readonly Parameter[]): Switch[] {
  return parameters.flatMap((parameter) => {
    if (parameter.choices.length < 2 || !names.test(parameter.spoken)) return [];
    const verbs = verbsOf(parameter);
    const isMixed = verbs.length >= 2 && verbs.some(({ act }) => !passive.has(act));
    return isMixed ? [{ ...parameter, verbs }] : [];
  });
}

/** What an argument is called that chooses between operations, and nothing else. */
export const operations = /^(?:action|operation|op|action type|operation type)$/;

/** Whether one of an operation's allowed values alone says that something is changed. */
export function offersChange(parameter: Parameter): boolean {
  return (
    parameter.choices.length > 0 &&
    operations.test(parameter.spoken) &&
    verbsOf(parameter).some(({ act }) => !passive.has(act))
  );
}
