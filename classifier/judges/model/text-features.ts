import { limits } from '../../../src/model/limits.ts';
import { nameWords } from '../../signals/reading/names.ts';
import type { Parameter } from '../../signals/reading/reading.ts';
import type { Case } from '../rules/case.ts';
import type { Block } from './features.ts';
import { topicBlock } from './topic-features.ts';

const block = (weight: number, isJoint: boolean, facts: readonly string[]): Block => ({
  part: 'text',
  weight,
  isShared: true,
  isJoint,
  facts,
});

const wordsOf = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]{1,40}/gu) ?? [];

/** Words and pairs of neighbours, at most `most` words. */
function wordsAndPairs(kind: string, words: readonly string[], most: number): string[] {
  const kept = words.slice(0, most);
  return kept.flatMap((word, index) =>
    index === 0 ? [`${kind}:${word}`] : [`${kind}:${word}`, `${kind}:${kept[index - 1] ?? ''} ${word}`],
  );
}

function nameFacts(words: readonly string[]): string[] {
  return [`first:${words[0] ?? ''}`, `last:${words.at(-1) ?? ''}`, ...wordsAndPairs('name', words, 12)];
}

/** Runs of four characters: they know `deleted` by `delete`, in any language. */
function spellingFacts(words: readonly string[]): string[] {
  const text = `^${words.join('_').slice(0, 60)}$`;
  return Array.from(
    { length: Math.max(0, text.length - 3) },
    (_, at) => `spelling:${text.slice(at, at + 4)}`,
  );
}

/** Characters and pairs of scripts that put no spaces between words. */
function unspacedFacts(text: string): string[] {
  const characters = text.match(/[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/gu) ?? [];
  return wordsAndPairs('character', characters, 80);
}

function sentenceFacts(words: readonly string[]): string[] {
  return [
    `opening:${words[0] ?? ''}`,
    `opening:${words.slice(0, 2).join(' ')}`,
    ...wordsAndPairs('sentence', words, 30),
  ];
}

function parameterFacts({ words, types, choices }: Parameter): string[] {
  const last = words.at(-1) ?? '';
  return [
    `parameter:${words.join(' ').slice(0, 40)}`,
    `argument:${last}`,
    ...Array.from(types, (type) => `typed:${last} ${type}`),
    ...choices
      .slice(0, limits.enumValues)
      .map((choice) => `option:${nameWords(choice.slice(0, 40))[0] ?? ''}`),
  ];
}

/** Longest text, in UTF-16 units, that is cut into words for one description. */
const longest = 2_000;
/** Parameters that are looked at. */
const most = 60;

/** The words of a tool's name, description and parameters. */
export function textBlocks(it: Case): Block[] {
  const { reading } = it;
  const text = (reading.tool.description ?? '').slice(0, longest);
  const parameters = reading.parameters.slice(0, most);
  const about = parameters
    .slice(0, 12)
    .flatMap(({ passages }) =>
      wordsOf(passages.map((each) => each.text.slice(0, 150)).join(' ')).slice(0, 16),
    );
  const sentence = wordsOf(text.split(/[.\n。]/, 1)[0] ?? '');
  const description = wordsOf(text).slice(0, 90);
  return [
    block(1, true, nameFacts(reading.words)),
    block(0.5, false, spellingFacts(reading.words)),
    block(1, true, sentenceFacts(sentence)),
    block(0.7, false, [...description.map((word) => `word:${word}`), ...unspacedFacts(text)]),
    block(0.7, true, [`parameters:${Math.min(6, parameters.length)}`, ...parameters.flatMap(parameterFacts)]),
    block(
      0.5,
      false,
      about.map((word) => `about:${word}`),
    ),
    topicBlock(it, { sentence: sentence.slice(0, 30), description }),
  ];
}
