import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { z } from 'zod';
import { type Cluster, openCluster } from '../../src/cluster/cluster.ts';
import { jobKind } from '../../src/cluster/kind.ts';
import { assertSameVersion } from '../../src/cluster/members.ts';
import { pause, slot } from '../../src/cluster/pace.ts';
import { deadQueueOf } from '../../src/cluster/queues.ts';
import { Settler } from '../../src/cluster/settler.ts';
import { type Work, work } from '../../src/cluster/work.ts';
import { UserError } from '../../src/terminal/command.ts';
import { engines } from './engines.ts';

const queue = 'quick';
const forever = new AbortController().signal;

for (const [name, open] of engines)
  describe(`jobs on ${name}`, () => {
    let cluster: Cluster;
    before(async () => {
      cluster = await open();
      await cluster.database.query('CREATE TABLE found (number INTEGER PRIMARY KEY)');
    });
    afterEach(async () => {
      await cluster.boss.deleteAllJobs(queue);
      await cluster.boss.deleteAllJobs(deadQueueOf(queue));
      await cluster.database.query('DELETE FROM found; DELETE FROM worker; DELETE FROM pace');
    });
    after(async () => {
      await cluster.close();
      await cluster.database.close();
    });

    const give = (...numbers: number[]) =>
      cluster.boss.insert(
        queue,
        numbers.map((number) => ({ data: { number }, singletonKey: String(number), priority: number })),
      );
    const found = async (): Promise<number[]> =>
      (await cluster.database.rows('SELECT number FROM found ORDER BY number')).map(({ number }) =>
        Number(number),
      );
    const left = async (which = queue): Promise<number> => {
      const text = `SELECT count(*) AS jobs FROM pgboss.job WHERE name = $1 AND state IN ('created', 'retry', 'active') AND start_after <= now()`;
      return Number((await cluster.database.rows(text, which))[0]?.jobs);
    };
    /** Works with this until nothing is left to do. */
    const workOff = async (
      run: (number: number, signal: AbortSignal) => Promise<void>,
      atOnce = 8,
      rest: Partial<Work> = {},
    ) => {
      const said: string[] = [];
      const kind = jobKind(
        { queue, atOnce, shape: z.object({ number: z.number() }) },
        async ({ number }, signal) => {
          await run(number, signal);
          return async (sql) => {
            await sql.run('INSERT INTO found VALUES ($1)', number);
          };
        },
      );
      const stop = new AbortController();
      const options = {
        kinds: [kind],
        member: { id: 'me', version: '1' },
        tell: (line: string) => said.push(line),
        ...{ graceMilliseconds: 5_000, pollMilliseconds: 20 },
        ...rest,
      };
      const working = work(cluster, options, stop.signal);
      void (async () => {
        while ((await left()) > 0) await setTimeout(20);
        stop.abort();
      })();
      return { tally: await working, said };
    };

    it('are each done once, with what they found', async () => {
      const numbers = Array.from({ length: 250 }, (_, index) => index);
      await give(...numbers);
      const { tally } = await workOff(() => Promise.resolve(), 60);
      assert.deepEqual(await found(), numbers);
      assert.deepEqual(tally, { running: 0, done: 250, failed: 0 });
      assert.equal((await cluster.database.rows('SELECT id FROM worker')).length, 0);
    });

    it('are queued once for a key, until they have ended', async () => {
      await give(1, 2);
      await give(2, 3);
      assert.equal(await left(), 3);
      await workOff(() => Promise.resolve());
      await cluster.database.query('DELETE FROM found');
      await give(2);
      assert.equal(await left(), 1);
    });

    it('are taken in the order of their priority', async () => {
      await give(1, 3, 2);
      const order: number[] = [];
      await workOff((number) => Promise.resolve(void order.push(number)), 1);
      assert.deepEqual(order, [3, 2, 1]);
    });

    it('that fail are tried again, and then kept where the dead letters are, with the reason', async () => {
      await give(1, 2);
      let tries = 0;
      const { tally, said } = await workOff((number) => {
        if (number === 2) return Promise.resolve();
        tries += 1;
        return Promise.reject(new Error('the host is on fire'));
      });
      assert.deepEqual([await found(), tries, tally.failed], [[2], 2, 2]);
      assert.match(said[0] ?? '', /^quick: a job failed and is tried again later: the host is on fire$/);
      const [dead] = await cluster.boss.fetch<{ number: number }>(deadQueueOf(queue), {
        includeMetadata: true,
      });
      assert.equal(dead?.data.number, 1);
    });

    it('leave the others alone when one of them cannot be kept', async () => {
      await cluster.database.run('INSERT INTO found VALUES (3)');
      await give(1, 2, 3, 4);
      const { tally } = await workOff(() => Promise.resolve());
      assert.deepEqual(await found(), [1, 2, 3, 4]);
      assert.deepEqual([tally.done, tally.failed], [3, 2]);
    });

    it('of another shape are left to workers that know it, and it is said once in what', async () => {
      await cluster.boss.insert(queue, [
        { data: { numeral: 'IV' }, singletonKey: 'IV' },
        { data: { numeral: 'V' }, singletonKey: 'V' },
      ]);
      await give(1);
      const { tally, said } = await workOff(() => Promise.resolve());
      assert.deepEqual([await found(), tally.failed], [[1], 0]);
      assert.equal(said.length, 1);
      assert.match(said[0] ?? '', /no job as this version of Placard knows them.*expected number/s);
      const waiting = await cluster.database.rows(
        `SELECT state::text, retry_limit - retry_count AS tries, start_after > now() AS later FROM pgboss.job
          WHERE name = $1 AND state <> 'completed'`,
        queue,
      );
      assert.deepEqual(
        waiting,
        Array.from({ length: 2 }, () => ({ state: 'retry', tries: 2, later: true })),
      );
    });

    it('are refused when a later version has made their tables', async () => {
      await cluster.database.run('UPDATE pgboss.version SET version = version + 1');
      const options = { supervises: false, backend: 'pglite', tell: () => undefined } as const;
      await assert.rejects(
        openCluster(cluster.database, options),
        /a later version of Placard has made the tables of the jobs \(pgboss \d+; this one knows \d+\)\.\nBring this machine to that version/,
      );
      await cluster.database.run('UPDATE pgboss.version SET version = version - 1');
    });

    it('are not ended by a worker that has lost them, and nothing of it is kept', async () => {
      await give(1);
      const settler = new Settler(cluster);
      const [mine] = await cluster.boss.fetch(queue);
      assert.ok(mine);
      await cluster.boss.fail(queue, mine.id); // as when its heartbeat is overdue
      const [theirs] = await cluster.boss.fetch(queue);
      assert.ok(theirs);
      const write =
        (number: number) => async (sql: { run: (text: string, value: number) => Promise<unknown> }) => {
          await sql.run('INSERT INTO found VALUES ($1)', number);
        };
      assert.equal(await settler.settle(queue, mine, write(10)), false);
      assert.equal(await settler.settle(queue, theirs, write(11)), true);
      assert.deepEqual(await found(), [11]);
    });

    it('under way may end when the worker is told to stop, and go back when they take too long', async () => {
      await give(1, 2);
      const stop = new AbortController();
      const kind = jobKind(
        { queue, atOnce: 2, shape: z.object({ number: z.number() }) },
        async ({ number }, signal) => {
          stop.abort();
          await setTimeout(number === 1 ? 100 : 60_000, undefined, { signal });
          return async (sql) => {
            await sql.run('INSERT INTO found VALUES ($1)', number);
          };
        },
      );
      const member = { id: 'me', version: '1' };
      const options = {
        kinds: [kind],
        member,
        tell: () => undefined,
        graceMilliseconds: 2_000, // a busy machine too has done within it what takes a moment
        pollMilliseconds: 20,
      };
      const tally = await work(cluster, options, stop.signal);
      assert.deepEqual([await found(), tally.done, tally.failed, await left()], [[1], 1, 0, 1]);
    });

    it('are refused to a worker of another version while one is at work', async () => {
      await cluster.database.run(
        `INSERT INTO worker (id, version, host, process, queues) VALUES ('other', '2', 'h', 7, '')`,
      );
      await assert.rejects(
        workOff(() => Promise.resolve()),
        (error) =>
          error instanceof UserError &&
          error.message.includes('the worker 7 on h runs another version of Placard (2; this one is 1)'),
      );
      await cluster.database.run(`UPDATE worker SET seen = clock_timestamp() - interval '10 minutes'`);
      await assertSameVersion(cluster.database, '1');
    });

    it('share the slots of a place, which are never nearer to each other than they should be', async () => {
      const times: number[] = [];
      const one = async (): Promise<void> => {
        for (let turn = 0; turn < 5; turn += 1) {
          await slot(cluster.database, 'place', 50, forever);
          times.push(performance.now());
        }
      };
      const began = performance.now();
      await Promise.all([one(), one(), one()]);
      assert.equal(times.length, 15);
      assert.ok(performance.now() - began >= 14 * 20 - 5);
    });

    it('leave a place alone that asked for it, but not for ever because a clock has jumped', async () => {
      const began = performance.now();
      await pause(cluster.database, 'place', 0.2);
      await slot(cluster.database, 'place', 50, forever);
      assert.ok(performance.now() - began >= 190);
      await cluster.database.run(`UPDATE pace SET next_at = clock_timestamp() + interval '400 days'`);
      await slot(cluster.database, 'place', 50, AbortSignal.timeout(30_000));
    });
  });
