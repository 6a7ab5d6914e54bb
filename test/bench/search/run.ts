import type { Ready } from './engine.ts';
import { grown, knownTools } from './known.ts';
import { ours, publishIndex } from './ours.ts';
import { pagefind } from './pagefind.ts';
import { peerEngines } from './peers.ts';
import { type AskedKind, askedKinds, type Known, questions } from './queries.ts';

/** How one engine did on one catalogue. */
export interface Run {
  seconds: number;
  megabytes: number;
  firstBytes: number;
  kinds: Record<AskedKind, { asked: number; one: number; ten: number }>;
  bytes: number[];
  milliseconds: number[];
  later: number[];
  first: number[];
}

export const ownName = 'Placard';

/** What is asked, and for how many seconds a peer is asked. */
interface Asking {
  each: number;
  seed: string;
  seconds: number;
}

async function prepare(
  engine: string,
  size: number,
): Promise<{ tools: Known[]; ready: Ready; seconds: number }> {
  const servers = grown(size);
  const started = performance.now();
  if (engine === ownName) {
    const folder = await publishIndex(servers, String(size));
    const seconds = (performance.now() - started) / 1_000;
    // The peak so far is that of making the index; what follows is the benchmark's own.
    process.send?.({ megabytes: process.resourceUsage().maxRSS / 1024 });
    const tools = knownTools(servers());
    return { tools, ready: await ours(tools, folder), seconds };
  }
  const tools = knownTools(servers());
  const begun = performance.now();
  const chosen = engine === 'Pagefind' ? pagefind : peerEngines[engine];
  if (chosen === undefined) throw new TypeError(`There is no engine ${engine}.`);
  return { tools, ready: await chosen.prepare(tools), seconds: (performance.now() - begun) / 1_000 };
}

async function run(engine: string, size: number, { each, seed, seconds: most }: Asking): Promise<void> {
  const { tools, ready, seconds } = await prepare(engine, size);
  const megabytes = process.resourceUsage().maxRSS / 1024;
  const kinds = Object.fromEntries(askedKinds.map((kind) => [kind, { asked: 0, one: 0, ten: 0 }]));
  const done: Run = {
    ...{
      seconds,
      megabytes,
      firstBytes: ready.firstBytes,
      bytes: [],
      milliseconds: [],
      later: [],
      first: [],
    },
    kinds: kinds as Run['kinds'],
  };
  const started = performance.now();
  for (const { kind, text, isRight } of questions(tools, each, seed)) {
    if (engine !== ownName && performance.now() - started > most * 1_000) break;
    const { places, bytes, milliseconds, later, first } = await ready.ask(text);
    const right = places.findIndex((place) => tools[place] !== undefined && isRight(tools[place]));
    done.kinds[kind].asked += 1;
    if (right === 0) done.kinds[kind].one += 1;
    if (right >= 0) done.kinds[kind].ten += 1;
    done.bytes.push(bytes);
    done.milliseconds.push(milliseconds);
    if (typeof later === 'number') done.later.push(later);
    if (first !== undefined) done.first.push(first);
    process.send?.(done);
  }
  await ready.close();
}

if (process.send !== undefined) {
  const [engine = '', size = '', each = '', seed = '', seconds = ''] = process.argv.slice(2);
  await run(engine, Number(size), { each: Number(each), seed, seconds: Number(seconds) });
  process.disconnect?.();
}
