import { limits } from '../../../src/model/limits.ts';
import { nameWords } from '../../signals/reading/names.ts';
import { once } from '../../signals/reading/once.ts';
import type { Parameter } from '../../signals/reading/reading.ts';
import type { Case } from '../rules/case.ts';
import type { Block, Tell } from './features.ts';
import { topicBlock } from './topic-features.ts';

const block = (weight: number, isJoint: boolean, facts: Block['facts']): Block => ({
  part: 'text',
  weight,
  isShared: true,
  isJoint,
  facts,
});

/** The words of a text in small letters. In ASCII they are found by a pattern that knows nothing else, which is faster. */
function wordsOf(low: string): string[] {
  return low.match(/[^\0-\x7f]/.test(low) ? /[\p{L}\p{N}]{1,40}/gu : /[a-z0-9]{1,40}/g) ?? [];
}

/** Words and pairs of neighbours, at most `most` words. */
function tellPairs(tell: Tell, kind: string, words: readonly string[], most: number): void {
  let before: string | undefined;
  for (const word of words.slice(0, most)) {
    tell(kind, word);
    if (before !== undefined) tell(kind, before, word);
    before = word;
  }
}

function tellName(tell: Tell, words: readonly string[]): void {
  tell('first', words[0] ?? '');
  tell('last', words.at(-1) ?? '');
  tellPairs(tell, 'name', words, 12);
}

/** Runs of four characters: they know `deleted` by `delete`, in any language. */
function tellSpelling(tell: Tell, words: readonly string[]): void {
  const text = `^${words.join('_').slice(0, 60)}$`;
  for (let at = 0; at + 4 <= text.length; at += 1) tell('spelling', text.slice(at, at + 4));
}

function tellSentence(tell: Tell, words: readonly string[]): void {
  tell('opening', words[0] ?? '');
  tell('opening', words.slice(0, 2).join(' '));
  tellPairs(tell, 'sentence', words, 30);
}

/** Words, and characters and pairs of scripts that put no spaces between words. */
function tellDescription(tell: Tell, words: readonly string[], text: string): void {
  for (const word of words) tell('word', word);
  const characters = text.match(/[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/gu) ?? [];
  tellPairs(tell, 'character', characters, 80);
}

function tellParameter(tell: Tell, { words, spoken, types, choices }: Parameter): void {
  const last = words.at(-1) ?? '';
  tell('parameter', spoken.slice(0, 40));
  tell('argument', last);
  for (const type of types) tell('typed', last, type);
  for (const choice of choices.slice(0, limits.enumValues))
    tell('option', nameWords(choice.slice(0, 40))[0] ?? '');
}

/** Longest text, in UTF-16 units, that is cut into words for one description. */
const longest = 2_000;
/** Parameters that are looked at. */
const most = 60;

/** The first words about one parameter. */
const wordsAbout = once((text) => wordsOf(text.toLowerCase()).slice(0, 16));

/** The words of a tool's name, description and parameters. */
export function textBlocks(it: Case): Block[] {
  const { reading } = it;
  const text = (reading.tool.description ?? '').slice(0, longest);
  const parameters = reading.parameters.slice(0, most);
  const about = parameters
    .slice(0, 12)
    .flatMap(({ passages }) => wordsAbout(passages.map((each) => each.text.slice(0, 150)).join(' ')));
  const low = text.toLowerCase();
  const stop = low.search(/[.\n。]/);
  const sentence = wordsOf(stop < 0 ? low : low.slice(0, stop));
  const later = stop < 0 ? [] : wordsOf(low.slice(stop));
  const description = [...sentence, ...later].slice(0, 90);
  const opens = Math.min(sentence.length, 30);
  return [
    block(1, true, (tell) => {
      tellName(tell, reading.words);
    }),
    block(0.5, false, (tell) => {
      tellSpelling(tell, reading.words);
    }),
    block(1, true, (tell) => {
      tellSentence(tell, sentence);
    }),
    block(0.7, false, (tell) => {
      tellDescription(tell, description, text);
    }),
    block(0.7, true, (tell) => {
      tell('parameters', String(Math.min(6, parameters.length)));
      for (const parameter of parameters) tellParameter(tell, parameter);
    }),
    block(0.5, false, (tell) => {
      for (const word of about) tell('about', word);
    }),
    topicBlock(it, { opening: description.slice(0, opens), rest: description.slice(opens) }),
  ];
}
