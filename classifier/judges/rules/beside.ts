import type { ToolDefinition } from '../../../src/model/tool.ts';
import { attacksIn } from '../../signals/attack-technique.ts';
import { contradiction, mismatches } from '../../signals/name-description-mismatch.ts';
import { read, type Reading } from '../../signals/reading/reading.ts';
import type { Act } from '../../signals/reading/verbs.ts';
import type { Floor } from './floor.ts';

/** What work on the side is at least. */
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
 * The mildest rating that a definition leaves open whose description tells of work on the side, begins with
 * another deed than the name, or offers an attack; null when it does none of it.
 */
export function besideOf(tool: ToolDefinition): Floor | null {
  const reading = read(tool);
  if (isAttack(reading)) return attack;
  if (mismatches(reading).length === 0) return null;
  const [told] = contradiction(reading);
  return (told === undefined ? undefined : opposed[told.act]) ?? outflow;
}
