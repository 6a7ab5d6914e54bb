import { limits } from '../../../src/model/limits.ts';
import { nameWords } from '../../signals/reading/names.ts';
import { once } from '../../signals/reading/once.ts';
import type { Parameter } from '../../signals/reading/reading.ts';
import type { Case } from '../rules/case.ts';
import type { Block, Fact } from './features.ts';
import { topicBlock } from './topic-features.ts';

const block = (weight: number, isJoint: boolean, facts: readonly Fact[]): Block => ({
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
function wordsAndPairs(kind: string, words: readonly string[], most: number): Fact[] {
  const kept = words.slice(0, most);
  const facts: Fact[] = [];
  for (const [index, word] of kept.entries()) {
    facts.push([kind, word]);
    if (index > 0) facts.push([kind, kept[index - 1] ?? '', word]);
  }
  return facts;
}

function nameFacts(words: readonly string[]): Fact[] {
  return [['first', words[0] ?? ''], ['last', words.at(-1) ?? ''], ...wordsAndPairs('name', words, 12)];
}

/** Runs of four characters: they know `deleted` by `delete`, in any language. */
function spellingFacts(words: readonly string[]): Fact[] {
  const text = `^${words.join('_').slice(0, 60)}$`;
  return Array.from({ length: Math.max(0, text.length - 3) }, (_, at): Fact => [
    'spelling',
    text.slice(at, at + 4),
  ]);
}

/** Characters and pairs of scripts that put no spaces between words. */
function unspacedFacts(text: string): Fact[] {
  const characters = text.match(/[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/gu) ?? [];
  return wordsAndPairs('character', characters, 80);
}

function sentenceFacts(words: readonly string[]): Fact[] {
  return [
    ['opening', words[0] ?? ''],
    ['opening', words.slice(0, 2).join(' ')],
    ...wordsAndPairs('sentence', words, 30),
  ];
}

function parameterFacts({ words, types, choices }: Parameter): Fact[] {
  const last = words.at(-1) ?? '';
  return [
    ['parameter', words.join(' ').slice(0, 40)],
    ['argument', last],
    ...Array.from(types, (type): Fact => ['typed', last, type]),
    ...choices
      .slice(0, limits.enumValues)
      .map((choice): Fact => ['option', nameWords(choice.slice(0, 40))[0] ?? '']),
  ];
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
  const description = wordsOf(low).slice(0, 90);
  return [
    block(1, true, nameFacts(reading.words)),
    block(0.5, false, spellingFacts(reading.words)),
    block(1, true, sentenceFacts(sentence)),
    block(0.7, false, [...description.map((word): Fact => ['word', word]), ...unspacedFacts(text)]),
    block(0.7, true, [
      ['parameters', String(Math.min(6, parameters.length))],
      ...parameters.flatMap(parameterFacts),
    ]),
    block(
      0.5,
      false,
      about.map((word): Fact => ['about', word]),
    ),
    topicBlock(it, { sentence: sentence.slice(0, 30), description }),
  ];
}
