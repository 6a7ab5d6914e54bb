import { quoteMember } from './reading/quoting.ts';
import { plainFinding, type Signal } from './reading/signal.ts';

/** A list of allowed values names several actions, one of which changes something. Unknown while nobody lists them. */
export const multiAction: Signal = {
  id: 'multi-action',
  look(reading) {
    const evidence = reading.switches
      .slice(0, 2)
      .map(({ at }) => quoteMember('multi-action', reading.tool, at));
    const isOpen = reading.parameters.some(
      ({ name, choices }) => /^(?:action|operation)$/i.test(name) && choices.length === 0,
    );
    return isOpen && evidence.length === 0 ? { outcome: 'unknown', evidence } : plainFinding(evidence);
  },
};
