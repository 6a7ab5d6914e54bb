import { githubRegistry } from './sources/github-registry.ts';
import { officialRegistry } from './sources/official-registry.ts';
import { pulsemcp } from './sources/pulsemcp.ts';
import { registry } from './sources/registry.ts';
import type { Source } from './sources/source.ts';

/** Every source the crawl can walk. */
export const sources: readonly Source[] = [officialRegistry, registry, githubRegistry, pulsemcp];
