import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Worker } from 'node:worker_threads';
import { ended } from '../../src/build/workers.ts';
import { UserError } from '../../src/terminal/command.ts';

const run = (code: string): Promise<unknown> =>
  ended(new Worker(code, { eval: true, resourceLimits: { maxOldGenerationSizeMb: 16 } }));

describe('a worker of a build', () => {
  it('that needs more memory than it is given says so, and what to do', async () => {
    await assert.rejects(
      run('const held = []; for (;;) held.push(new Array(10_000).fill(0));'),
      (error: unknown) =>
        error instanceof UserError &&
        /more than the 16 MB of memory[^]*src\/build\/workers\.ts/.test(error.message),
    );
  });

  it('that ends before its work is done is no success', async () => {
    await assert.rejects(run('process.exit(3);'), /ended with code 3 before its share was made/);
  });
});
