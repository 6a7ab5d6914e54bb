import { setTimeout } from 'node:timers/promises';
import PQueue from 'p-queue';
import pg from 'pg';

/** The first number of the advisory locks on hosts; any would do. The second is the hash of the host's name. */
const hostLocks = 1_347_174_723;

/** Milliseconds between two tries for a host that another worker is at. */
const between = 250;

/**
 * Hosts that one worker of all is at. The locks belong to a session of the database: when the worker dies, or is cut
 * off from the database, they are free at once, and `lost` says so to a worker that lives.
 */
export class HostLocks {
  readonly #url: string;
  #session: Promise<pg.Client> | undefined;
  readonly #onLost: (reason: Error) => void;
  readonly #turns = new PQueue({ concurrency: 1 });

  /** `onLost` is called when the locks are gone, before anybody else can notice. */
  constructor(url: string, onLost: (reason: Error) => void) {
    this.#url = url;
    this.#onLost = onLost;
  }

  async #open(): Promise<pg.Client> {
    const client = new pg.Client({
      connectionString: this.#url,
      keepAlive: true,
      application_name: 'placard hosts',
    });
    const lose = (): void => {
      if (this.#session === undefined) return;
      this.#session = undefined;
      this.#onLost(new Error('the session that holds the hosts broke off'));
    };
    client.on('error', lose).on('end', lose);
    await client.connect();
    return client;
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

  /** Does `work` while no other worker is at the host. */
  async hold<Result>(hostname: string, signal: AbortSignal, work: () => Promise<Result>): Promise<Result> {
    const client = await this.#client();
    while (!(await this.#ask(client, 'pg_try_advisory_lock', hostname)))
      await setTimeout(between, undefined, { signal });
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
