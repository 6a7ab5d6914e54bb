import type { Case } from '../rules/case.ts';
import type { Block, Tell } from './features.ts';
import { type Topic, topicsOf } from './topics.ts';

function tellAll(tell: Tell, kind: string, topics: readonly Topic[]): void {
  for (const topic of topics) tell(kind, topic);
}

/** The topics of both, each once. */
const united = (some: readonly Topic[], others: readonly Topic[]): readonly Topic[] => [
  ...some,
  ...others.filter((topic) => !some.includes(topic)),
];

/** Each two of some topics, in alphabetical order. */
function tellPairs(tell: Tell, topics: readonly Topic[]): void {
  const sorted = topics.toSorted();
  for (let first = 0; first < sorted.length; first += 1)
    for (let second = first + 1; second < sorted.length; second += 1)
      tell('together', sorted[first] ?? '', sorted[second]);
}

/** The words of a description, where a topic is looked for: how it opens, and how it goes on. */
export interface Spoken {
  opening: readonly string[];
  rest: readonly string[];
}

/** What a tool's name, description, arguments and object are about, alone and together with what is done. */
export function topicBlock({ reading, things, action }: Case, spoken: Spoken): Block {
  const name = topicsOf(reading.words);
  const opening = topicsOf(spoken.opening);
  const told = topicsOf(spoken.rest, opening);
  const thing = things.flat();
  const object = topicsOf(thing);
  const core = topicsOf(thing.slice(-1));
  const parameters = topicsOf(reading.parameters.slice(0, 20).flatMap(({ words }) => words));
  const act = action?.act ?? '';
  return {
    part: 'text',
    weight: 0.4,
    isShared: false,
    isJoint: true,
    facts: (tell) => {
      tellAll(tell, 'called', name);
      tellAll(tell, 'opens', opening);
      tellAll(tell, 'tells', told);
      tellAll(tell, 'takes', parameters);
      tellAll(tell, 'thing', object);
      tellAll(tell, 'core', core);
      tellAll(tell, `does ${act}`, united(name, opening));
      tellAll(tell, `thing ${act}`, object);
      tellAll(tell, `takes ${act}`, parameters);
      tellPairs(tell, united(name, object));
    },
  };
}
