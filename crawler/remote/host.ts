import PQueue from 'p-queue';

/** The clock of a visit. */
export interface Clock {
  /** Milliseconds that only ever grow. */
  time: () => number;
  /** Waits so many milliseconds, or rejects with the signal's reason. */
  sleep: (milliseconds: number, signal: AbortSignal) => Promise<void>;
}

/** One host and our manners towards it. */
export interface Host {
  /** Runs work when nobody else is working with this host. */
  alone<Result>(work: () => Promise<Result>): Promise<Result>;
  /** Waits until the host has had its rest since the last exchange. */
  turn(signal: AbortSignal): Promise<void>;
  /** Notes that the host is still being talked to. */
  touch(): void;
}

function newHost(gapMilliseconds: number, { time, sleep }: Clock): Host {
  const queue = new PQueue({ concurrency: 1 });
  let last = -Infinity;
  return {
    alone: (work) => queue.add(work),
    async turn(signal) {
      const rest = last + gapMilliseconds - time();
      if (rest > 0) await sleep(rest, signal);
    },
    touch() {
      last = time();
    },
  };
}

/** The hosts of one crawl, by name. */
export function hosts(gapMilliseconds: number, clock: Clock): (hostname: string) => Host {
  const known = new Map<string, Host>();
  return (hostname) => {
    const host = known.get(hostname) ?? newHost(gapMilliseconds, clock);
    known.set(hostname, host);
    return host;
  };
}
