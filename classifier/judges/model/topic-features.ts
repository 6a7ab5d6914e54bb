import type { Case } from '../rules/case.ts';
import type { Block, Fact } from './features.ts';
import { type Topic, topicsOf } from './topics.ts';

const named = (kind: string, topics: readonly Topic[]) => topics.map((topic): Fact => [kind, topic]);

/** Each two of some topics, in alphabetical order. */
function pairs(topics: readonly Topic[]): Fact[] {
  const sorted = topics.toSorted();
  return sorted.flatMap((one, index) =>
    sorted.slice(index + 1).map((other): Fact => ['together', one, other]),
  );
}

/** The words of a tool, where a topic is looked for. */
export interface Spoken {
  sentence: readonly string[];
  description: readonly string[];
}

/** What a tool's name, description, arguments and object are about, alone and together with what is done. */
export function topicBlock({ reading, things, action }: Case, { sentence, description }: Spoken): Block {
  const name = topicsOf(reading.words);
  const opening = topicsOf(sentence);
  const thing = things.flat();
  const object = topicsOf(thing);
  const parameters = topicsOf(reading.parameters.slice(0, 20).flatMap(({ words }) => words));
  const act = action?.act ?? '';
  return {
    part: 'text',
    weight: 0.4,
    isShared: false,
    isJoint: true,
    facts: [
      ...named('called', name),
      ...named('opens', opening),
      ...named('tells', topicsOf(description)),
      ...named('takes', parameters),
      ...named('thing', object),
      ...named('core', topicsOf(thing.slice(-1))),
      ...named(`does ${act}`, [...new Set([...name, ...opening])]),
      ...named(`thing ${act}`, object),
      ...named(`takes ${act}`, parameters),
      ...pairs([...new Set([...name, ...object])]),
    ],
  };
}
