import PQueue from 'p-queue';
import { UserError } from '../src/terminal/command.ts';

/**
 * Does some work for each of these, so many at the same time. What one of them fails at leaves the others alone, unless
 * it is a UserError: what the user has to mend first, such as a full disk, would meet them all, so that it stops those
 * under way and lets no other begin. Returns their results in this order when all have ended.
 * @throws the signal's reason when it aborts, or else the UserError, or else the first failure.
 */
export async function sideBySide<Item, Result>(
  items: readonly Item[],
  atOnce: number,
  work: (item: Item, signal: AbortSignal) => Promise<Result>,
  signal: AbortSignal,
): Promise<Result[]> {
  const broken = new AbortController();
  const stop = AbortSignal.any([signal, broken.signal]);
  const queue = new PQueue({ concurrency: atOnce });
  const one = async (item: Item): Promise<Result> => {
    stop.throwIfAborted();
    try {
      return await work(item, stop);
    } catch (error) {
      if (error instanceof UserError) broken.abort(error);
      throw error;
    }
  };
  const results = items.map((item) => queue.add(() => one(item)));
  await Promise.allSettled(results);
  stop.throwIfAborted();
  return Promise.all(results);
}
