import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

/**
 * A process that merges new files into a site, or replaces it, and kills itself before the file system is changed for the STEP-th time:
 * `merge-process.ts merge|replace ROOT STEP`. It ends with code 0 when there were fewer changes.
 */
const [how = '', root = '', step = ''] = process.argv.slice(2);
let left = Number(step);

/** Counts what changes the file system, and ends the process in place of the last of it. */
function killing<Words extends unknown[], Result>(change: (...words: Words) => Result) {
  return (...words: Words): Result => {
    left -= 1;
    if (left === 0) process.kill(process.pid, 'SIGKILL');
    return change(...words);
  };
}

fs.renameSync = killing(fs.renameSync);
fs.rmSync = killing(fs.rmSync);
fs.rmdirSync = killing(fs.rmdirSync);
fs.writeFileSync = killing(fs.writeFileSync);
fs.appendFileSync = killing(fs.appendFileSync);
syncBuiltinESMExports();

const { merged, replaced } = await import('./merging.ts');
if (how === 'merge') merged(root);
else replaced(root);
