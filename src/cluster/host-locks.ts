import { setTimeout } from 'node:timers/promises';
import PQueue from 'p-queue';
import pg from 'pg';
import { isAbsence, readOnly } from '../store/postgres.ts';

/** The first number of the advisory locks on hosts; any would do. The second is the hash of the host's name. */
const hostLocks = 1_347_174_723;

/** Milliseconds between two tries for a host that another worker is at. */
const between = 250;

/** Times in milliseconds. */
export interface LockTimes {
  /** Between two questions whether the session is still there, and how long an answer may take. */
  ask: number;
  answer: number;
  /**
   * After which a session that replaces a lost one begins to take hosts. What ended the one may have ended those of other
   * workers, also of one that is cut off and has to notice it by itself: they have to leave their hosts first.
   */
  settling: number;
}

const usual: LockTimes = { ask: 1_000, answer: 3_000, settling: 5_000 };

/**
 * Hosts that one worker of all is at. The locks belong to a session of the database: when the worker dies, or is cut
 * off from the database, they are free at once, and `onLost` says so to a worker that lives, even where nobody tells it
 * that its network is cut: a session that does not answer is lost.
 */
export class HostLocks {
  readonly #url: string;
  #session: Promise<pg.Client> | undefined;
  #hasLost = false;
  readonly #onLost: (reason: Error) => void;
  readonly #times: LockTimes;
  readonly #turns = new PQueue({ concurrency: 1 });

  /** `onLost` is called when the locks are gone. */
  constructor(url: string, onLost: (reason: Error) => void, times: LockTimes = usual) {
    this.#url = url;
    this.#times = times;
    this.#onLost = onLost;
  }

  async #open(): Promise<pg.Client> {
    const { answer, settling } = this.#times;
    const client = new pg.Client({
      connectionString: this.#url,
      keepAlive: true,
      connectionTimeoutMillis: answer,
      application_name: 'placard hosts',
    });
    client.on('error', () => null); // what breaks while it connects, connect() says
    await client.connect();
    const over = this.#watch(client);
    const { rows } = await client.query<{ reads: boolean }>('SELECT pg_is_in_recovery() AS reads');
    if (rows[0]?.reads !== false) {
      await client.end();
      throw Object.assign(new Error('a stand-by, whose locks hold for nobody else'), { code: readOnly });
    }
    const own = this.#session;
    const lose = (): void => {
      if (this.#session === undefined || this.#session !== own) return;
      this.#session = undefined;
      this.#hasLost = true;
      this.#onLost(new Error('the session that holds the hosts broke off'));
    };
    client.on('error', lose).on('end', lose);
    void over.then(lose);
    if (this.#hasLost) await setTimeout(settling);
    return client;
  }

  /** Resolves when the session is over, or when it does not answer. */
  async #watch(client: pg.Client): Promise<void> {
    const { ask, answer } = this.#times;
    for (let isThere = true; isThere;) {
      await setTimeout(ask, undefined, { ref: false });
      // before the questions that wait for their turn: the answer is to tell of the session and not of them
      const answered = this.#turns
        .add(() => client.query('SELECT 1'), { priority: 1 })
        .then(
          () => true,
          () => false,
        );
      isThere = await Promise.race([answered, setTimeout(answer, false, { ref: false })]);
    }
    void client.end();
  }

  #client(): Promise<pg.Client> {
    this.#session ??= this.#open().catch((error: unknown) => {
      this.#session = undefined;
      throw error;
    });
    return this.#session;
  }

  /** One statement of the session, which runs one at a time. */
  async #ask(client: pg.Client, call: string, hostname: string): Promise<boolean> {
    const text = `SELECT ${call}($1, hashtext($2)) AS done`;
    const { rows } = await this.#turns.add(() =>
      client.query<{ done: boolean }>(text, [hostLocks, hostname]),
    );
    return rows[0]?.done === true;
  }

  /** The session, once it has the host: when nobody else is there, and the database is. */
  async #taken(hostname: string, signal: AbortSignal): Promise<pg.Client> {
    for (;;) {
      try {
        const client = await this.#client();
        if (await this.#ask(client, 'pg_try_advisory_lock', hostname)) return client;
      } catch (error) {
        if (!isAbsence(error)) throw error;
      }
      await setTimeout(between, undefined, { signal });
    }
  }

  /** Does `work` while no other worker is at the host. */
  async hold<Result>(hostname: string, signal: AbortSignal, work: () => Promise<Result>): Promise<Result> {
    const client = await this.#taken(hostname, signal);
    try {
      signal.throwIfAborted();
      return await work();
    } finally {
      await this.#ask(client, 'pg_advisory_unlock', hostname).catch(() => false);
    }
  }

  async close(): Promise<void> {
    const session = this.#session;
    this.#session = undefined;
    await (await session?.catch(() => undefined))?.end();
  }
}
