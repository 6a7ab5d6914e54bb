import { nameWords } from './reading/names.ts';
import { part } from './reading/quoting.ts';
import { plainFinding, type Signal } from './reading/signal.ts';

const onlySigns = /^[^\p{L}\p{N}]*$/u;

/** Descriptions that say no more than a name are shorter, in UTF-16 units. */
const longest = 100;

/** The server publishes no description, or words that only keep its place. Unknown where words stand there and say no more than the name, or nothing. */
export const noDescription: Signal = {
  id: 'no-description',
  look({ tool, spoken, isUndescribed }) {
    const description = tool.description ?? '';
    if (isUndescribed) {
      const quote = part(description, 0, description.length);
      return plainFinding([{ id: 'no-description', at: '/description', quote }]);
    }
    const isEmpty =
      description.length < longest &&
      (onlySigns.test(description) || nameWords(description).join(' ') === spoken);
    return isEmpty ? { outcome: 'unknown', evidence: [] } : plainFinding([]);
  },
};
