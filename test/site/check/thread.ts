import { parentPort, workerData } from 'node:worker_threads';
import { checkPages, type Portion } from './check-site.ts';

parentPort?.postMessage(checkPages(workerData as Portion));
