import { count, duration, type Progress } from './progress.ts';

/** Milliseconds between two words on how far a long run has come. */
const gap = 15_000;

/**
 * Counts what a run has done and says, not more often than every 15 seconds, how far it has come, how fast it is and
 * how long the rest takes at that rate. Call it once for each thing done. A short run says nothing.
 */
export function pacer(total: number, { now, progress }: { now: () => Date; progress: Progress }): () => void {
  const began = now().getTime();
  let done = 0;
  let said = began;
  return () => {
    done += 1;
    const at = now().getTime();
    if (at - said < gap || done === total) return;
    said = at;
    const each = (at - began) / done;
    const rate = 60_000 / each;
    const rest = duration((total - done) * each);
    progress(
      `${count(done, 'server')} of ${total.toLocaleString('en-GB')} visited, ${rate.toFixed(rate < 10 ? 1 : 0)} a minute, about ${rest} to go`,
    );
  };
}
