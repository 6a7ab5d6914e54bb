// Takes one place in each of many counters, in step with other processes that do the same, and says which it got.
import { setTimeout } from 'node:timers/promises';
import { countersIn } from '../../src/guard/counters.ts';

const [folder = '', counters = '0', max = '1', begin = '0'] = process.argv.slice(2);
const shared = countersIn(folder, 'shared');
const got: number[] = [];
await setTimeout(Number(begin) - Date.now());
for (let counter = 0; counter < Number(counters); counter += 1) {
  const place = { counter: String(counter), window: 'day', max: Number(max), start: 0, rule: '/' } as const;
  if (!('gone' in shared.take([place]))) got.push(counter);
}
process.stdout.write(JSON.stringify(got));
