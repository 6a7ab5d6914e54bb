import { looksSecret, mask } from './secrets.ts';
import { startOf } from './command-line.ts';

/**
 * A command line with every word masked but those that say nothing of anybody: the program, its verb, the package and the names of
 * options.
 */
export function maskedLine(command: string, words: readonly string[]): string {
  const { program, rest, starter, word: named, reference } = startOf(command, words);
  const verbs = starter?.verbs?.flatMap((verb) => verb.split(' ')) ?? [];
  const shown = rest.map((word) => {
    if ((reference !== null && word === named) || verbs.includes(word)) return word;
    const option = /^(?:-[a-z]{1,2}|--[a-z][a-z-]{1,30})(?==|$)/i.exec(word)?.[0];
    if (option === undefined || looksSecret(option)) return mask;
    return option === word ? word : `${option}=${mask}`;
  });
  return [starter === undefined && looksSecret(program) ? mask : program, ...shown].join(' ');
}
