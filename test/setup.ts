import { join } from 'node:path';
import fc from 'fast-check';

/** Every run draws the same examples, so that a failure today is a failure tomorrow. */
fc.configureGlobal({ seed: 20_261_121 });

/** Every process that a test starts, of this run and the next, takes what Node has compiled before: half of what starting costs. */
process.env.NODE_COMPILE_CACHE ??= join(import.meta.dirname, '../node_modules/.cache/placard-test');
