import { enableCompileCache } from 'node:module';
import { compiled } from './compiled.ts';

/** What Node has compiled for one test it takes again for the others, of this run and the next: half of what starting costs. */
enableCompileCache(compiled);
process.env.NODE_COMPILE_CACHE ??= compiled; // for the processes that a test starts

/** Every run draws the same examples, so that a failure today is a failure tomorrow. */
const { default: fc } = await import('fast-check');
fc.configureGlobal({ seed: 20_261_121 });
