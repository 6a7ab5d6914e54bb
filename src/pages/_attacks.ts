import { readAttacks } from '../catalogue/attacks.ts';
import { exposures } from '../model/exposure.ts';
import { locations } from '../model/locations.ts';

/** The attack base, read once. */
export const attacks = readAttacks(locations.attacks);

export const exposuresOf = exposures(attacks);
