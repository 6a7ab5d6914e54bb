import { hiddenIn } from './reading/hidden.ts';
import { quoteMember } from './reading/quoting.ts';
import { plainFinding, type Signal } from './reading/signal.ts';

/** Characters that a reader cannot see stand in a text or in a name. */
export const hiddenUnicode: Signal = {
  id: 'hidden-unicode',
  look({ tool, hidden, parameters }) {
    const texts = hidden.map(({ at, first }) => ({ id: 'hidden-unicode', at, quote: first }));
    const names = parameters
      .filter(({ name }) => hiddenIn(name).length > 0)
      .map(({ at }) => quoteMember('hidden-unicode', tool, at));
    return plainFinding([...texts, ...names].slice(0, 2));
  },
};
