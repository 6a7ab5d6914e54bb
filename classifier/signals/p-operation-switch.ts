import { quoteMember } from './reading/quoting.ts';
import type { Finding, Signal } from './reading/signal.ts';
import { offersChange, operations } from './reading/switches.ts';

/** An argument whose allowed values hold a word of change. Unknown where an argument is named so and nothing lists its values. */
export const pOperationSwitch: Signal = {
  id: 'p:operation-switch',
  look(reading): Finding {
    const known = new Set(reading.switches.map(({ at }) => at));
    const found = reading.parameters.filter((each) => known.has(each.at) || offersChange(each));
    const evidence = found.slice(0, 2).map(({ at }) => quoteMember('p:operation-switch', reading.tool, at));
    if (evidence.length > 0) return { outcome: 'yes', evidence };
    const isOpen = reading.parameters.some(
      ({ spoken, choices, types }) =>
        choices.length === 0 && operations.test(spoken) && (types.size === 0 || types.has('string')),
    );
    return { outcome: isOpen ? 'unknown' : 'no', evidence };
  },
};
