import type { ToolDefinition } from '../../../src/model/tool.ts';
import { attacksIn } from '../../signals/attack-technique.ts';
import { contradiction, deedsOf, mismatches } from '../../signals/name-description-mismatch.ts';
import { sentenceQuotes } from '../../signals/reading/clues.ts';
import { read, type Reading } from '../../signals/reading/reading.ts';
import type { SideDeed } from '../../signals/reading/side-deeds.ts';
import type { Act } from '../../signals/reading/verbs.ts';
import type { Floor } from './floor.ts';

/** The mildest rating of what a description tells in passing; the gravest first. */
const floors: readonly (Floor & { deed: SideDeed })[] = [
  {
    deed: 'payment',
    category: 'Financial',
    risk: 'High',
    because: 'its description states a payment in passing.',
  },
  {
    deed: 'running',
    category: 'Execute',
    risk: 'High',
    because: 'its description states in passing that a program is installed or run.',
  },
  {
    deed: 'access',
    category: 'Execute',
    risk: 'High',
    because: 'its description states in passing that a protection is taken away.',
  },
  {
    deed: 'removal',
    category: 'Destructive',
    risk: 'High',
    because: 'its description states a removal in passing.',
  },
];

/** What any other work on the side is at least. */
const outflow: Floor = {
  category: 'Write',
  risk: 'Medium',
  because: 'its description states work on the side that the task does not need.',
};

const because = 'its description begins with another deed than its name.';
/** What a description that begins with another act than its name proves. */
const opposed: Partial<Record<Act, Floor>> = {
  delete: { category: 'Destructive', risk: 'High', because },
  remove: { category: 'Destructive', risk: 'Medium', because },
  pay: { category: 'Financial', risk: 'High', because },
  transfer: { category: 'Financial', risk: 'High', because },
  grant: { category: 'Write', risk: 'High', because },
};

const attack: Floor = {
  category: 'Execute',
  risk: 'High',
  because: 'it states a technique of attackers as what a call does.',
};

/** Attackers' reconnaissance is looking. */
const reconnaissance = /^(?:recon|enum\w*|scan)\b/;

const isAttack = (reading: Reading) => !reconnaissance.test(reading.spoken) && attacksIn(reading).length > 0;

/**
 * The mildest rating that a definition leaves open whose description tells of a deed in passing, begins with another
 * deed than the name, or offers an attack; null when it does none of it.
 */
export function besideOf(tool: ToolDefinition): Floor | null {
  const reading = read(tool);
  if (isAttack(reading)) return attack;
  if (mismatches(reading).length === 0) return null;
  const [told] = contradiction(reading);
  const other = told === undefined ? undefined : opposed[told.act];
  if (other !== undefined) return other;
  const { category, risk, because } =
    floors.find(
      ({ deed }) =>
        sentenceQuotes('name-description-mismatch', reading.prose, reading.possible(deedsOf(reading, deed)))
          .length > 0,
    ) ?? outflow;
  return { category, risk, because };
}
