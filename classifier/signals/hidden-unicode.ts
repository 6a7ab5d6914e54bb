import { hiddenIn } from './reading/hidden.ts';
import { quoteMember } from './reading/quoting.ts';
import { plainFinding, type Signal } from './reading/signal.ts';

/** Characters that a reader cannot see stand in a text or in a name. */
export const hiddenUnicode: Signal = {
  id: 'hidden-unicode',
  look({ tool, passages, parameters }) {
    const texts = [{ at: '/name', text: tool.name }, ...passages].flatMap(({ at, text }) =>
      hiddenIn(text)
        .slice(0, 1)
        .map((quote) => ({ id: 'hidden-unicode', at, quote })),
    );
    const names = parameters
      .filter(({ name }) => hiddenIn(name).length > 0)
      .map(({ at }) => quoteMember('hidden-unicode', tool, at));
    return plainFinding([...texts, ...names].slice(0, 2));
  },
};
