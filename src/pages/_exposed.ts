import { exposedTools } from '../view/attacks.ts';
import { attacks, exposuresOf } from './_attacks.ts';
import { gravestFirst } from './_catalogue.ts';

/** What lists and counts of exposed tools are both taken from. */
export const exposed = exposedTools(attacks, gravestFirst, exposuresOf);
