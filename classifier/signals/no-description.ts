import { isUndescribed } from '../../src/model/tool.ts';
import { nameWords } from './reading/names.ts';
import { plainFinding, type Signal } from './reading/signal.ts';

/** Words that keep a place for a description. */
const placeholder =
  /^[^\p{L}\p{N}]*(?:todo|tbd|n\/?a|none|null|undefined|description|no description(?: available)?|tool)?[^\p{L}\p{N}]*$/iu;

/** Descriptions that say no more than a name are shorter, in UTF-16 units. */
const longest = 100;

/** The server publishes no description. Unknown where words stand there and say no more than the name, or nothing. */
export const noDescription: Signal = {
  id: 'no-description',
  look({ tool, words }) {
    if (isUndescribed(tool)) return plainFinding([{ id: 'no-description', at: '/description', quote: '' }]);
    const description = tool.description ?? '';
    const isEmpty =
      description.length < longest &&
      (placeholder.test(description) || nameWords(description).join(' ') === words.join(' '));
    return isEmpty ? { outcome: 'unknown', evidence: [] } : plainFinding([]);
  },
};
