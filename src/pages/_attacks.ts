import { readAttacks } from '../catalogue/attacks.ts';
import { exposures } from '../model/exposure.ts';
import { locations } from '../model/locations.ts';
import { exposedTools } from '../view/attacks.ts';
import { tools } from './_catalogue.ts';

/** The attack base, read once. */
export const attacks = readAttacks(locations.attacks);

export const exposuresOf = exposures(attacks);

/** What lists and counts are both taken from. */
export const exposed = exposedTools(attacks, tools, exposuresOf);
