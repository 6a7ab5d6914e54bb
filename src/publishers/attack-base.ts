import { readAttacks } from '../catalogue/attacks.ts';
import type { Attack } from '../model/attack.ts';
import { exposures, type ExposuresOf } from '../model/exposure.ts';
import { locations } from '../model/locations.ts';

let known: { attacks: readonly Attack[]; exposuresOf: ExposuresOf } | undefined;

/** The base of attacks and the way to find those of a tool, read once. @throws UserError when a pattern is wrong. */
export function attackBase(): NonNullable<typeof known> {
  if (known !== undefined) return known;
  const attacks = readAttacks(locations.attacks);
  return (known = { attacks, exposuresOf: exposures(attacks) });
}
