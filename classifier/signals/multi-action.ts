import { plainFinding, type Signal } from './reading/signal.ts';
import { quoteMember } from './reading/quoting.ts';
import { switchesOf } from './reading/switches.ts';

/** A list of allowed values names several actions, one of which changes something. */
export const multiAction: Signal = {
  id: 'multi-action',
  look(reading) {
    const switches = switchesOf(reading);
    const evidence = switches.map(({ at }) => quoteMember('multi-action', reading.tool, at));
    return plainFinding(evidence.slice(0, 2));
  },
};
