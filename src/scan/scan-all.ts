import PQueue from 'p-queue';
import type { Judge } from '../../classifier/judge.ts';
import type { ScannedServer } from '../model/scanned.ts';
import type { Target } from '../model/target.ts';
import { scannedServer } from './rated.ts';
import { scan, type Scanning } from './scan.ts';

/** A server to scan, and what the user calls it. */
export interface NamedTarget {
  name: string;
  target: Target;
  /** The file and the line in which it is configured; null where a person named it. */
  file: string | null;
  line: number | null;
}

/** Who rates, and who is told of each tool that got no answer. */
export interface Rating {
  judge: Judge;
  told: (line: string) => void;
}

/**
 * Lists and rates servers, some at the same time, and hands them over in their order.
 * @throws the signal's reason when it aborts.
 */
export async function scanAll(
  targets: readonly Pick<NamedTarget, 'name' | 'target'>[],
  scanning: Scanning,
  { judge, told }: Rating,
  signal: AbortSignal,
): Promise<ScannedServer[]> {
  const queue = new PQueue({ concurrency: scanning.limits.visitsAtOnce });
  return Promise.all(
    targets.map(({ name, target }) =>
      queue.add(async () => {
        const outcome = await scan(target, scanning, signal);
        return scannedServer({ name, target, outcome }, judge, told);
      }),
    ),
  );
}
