import { officialRegistry } from './sources/official-registry.ts';
import type { Source } from './sources/source.ts';

/** Every registry the crawl can walk. */
export const sources: readonly Source[] = [officialRegistry];
