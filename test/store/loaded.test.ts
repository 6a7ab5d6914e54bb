import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { describe, it } from 'node:test';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Prints each module of a package that the program after it loads. */
const watch = `data:text/javascript,${encodeURIComponent(`
  import { registerHooks } from 'node:module';
  registerHooks({ load(url, context, next) {
    const [, name] = /node_modules\\/((?:@[^/]+\\/)?[^/]+)\\//.exec(url) ?? [];
    if (name !== undefined) process.stderr.write('loads ' + name + '\\n');
    return next(url, context);
  } });`)}`;

/** The packages that a program loads to print its help. */
async function loadedBy(...words: string[]): Promise<Set<string>> {
  const environment = { ...process.env, DATABASE_URL: '' };
  const { stderr } = await run(process.execPath, ['--import', watch, ...words, '--help'], {
    env: environment,
  });
  return new Set(stderr.split('\n').flatMap((line) => /^loads (.+)$/.exec(line)?.[1] ?? []));
}

describe('Postgres', () => {
  it('is loaded by nothing but what needs one', async () => {
    const programs = [['crawler/cli.ts'], ['classifier/cli.ts'], ['src/commands/placard.ts', 'scan']];
    for (const packages of await Promise.all(programs.map((words) => loadedBy(...words))))
      assert.deepEqual(
        [...packages].filter((name) => /^pg\b|postgres/.test(name)),
        [],
      );
    const worker = await loadedBy('src/commands/placard.ts', 'worker');
    assert.ok(worker.has('pg') && worker.has('pg-boss'));
  });
});
