import { workerData } from 'node:worker_threads';
import { oursGiven, type Share } from './compiled-pages.ts';
import type { Bench } from './plain-pages.ts';

/** One of the threads of `oursGivenTwice`. */
const { bench, share } = workerData as { bench: Bench; share: Share };
await oursGiven(bench, share);
