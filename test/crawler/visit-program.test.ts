import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { describe, it } from 'node:test';
import { findSandbox } from '../../crawler/sandboxes.ts';
import { visitProgram } from '../../crawler/visit-program.ts';
import { Failure } from '../../crawler/failure.ts';
import { OwnProgram } from '../../src/model/bundle.ts';
import { limits } from '../../src/model/limits.ts';
import { LiveListing } from '../../src/model/server.ts';

const { sandbox } = await findSandbox();
const surroundings = { node: process.execPath, limits, now: () => new Date('2026-03-01T00:00:00.000Z') };

function visit(command: readonly string[], environment: Record<string, string> = {}) {
  assert.ok(sandbox);
  const folder = resolve('test/crawler/servers');
  const program = OwnProgram.parse({ name: 'Our own server', folder, command, environment });
  return visitProgram(program, { ...surroundings, sandbox }, new AbortController().signal);
}

describe("a program of one's own", () => {
  it('stands in its folder and lists its tools', async () => {
    const { listing, faults } = await visit(['node', 'pages.ts', 'through-the-empty-cursor']);
    assert.deepEqual(
      listing.tools.map(({ name }) => name),
      ['first', 'second'],
    );
    assert.deepEqual(faults, []);
    assert.ok(LiveListing.safeParse(listing).success);
  });

  it('is recorded with its name and how it was started', async () => {
    const command = ['node', 'pages.ts', 'through-the-empty-cursor'];
    const { listing } = await visit(command, { MODE: 'dummy' });
    const { inspection, server } = listing;
    assert.equal(server.name, 'Our own server');
    assert.ok(inspection.kind === 'program');
    assert.deepEqual(inspection.command, command);
    assert.deepEqual(inspection.environment, { MODE: 'dummy' });
  });

  it('may be any program that the system has', async () => {
    const words = ['-c', 'exec "$0" pages.ts through-the-empty-cursor', '/node'];
    const { listing } = await visit(['/bin/sh', ...words]);
    assert.equal(listing.tools.length, 2);
  });

  it('reaches neither the host nor its files', async () => {
    const { listing } = await visit(['node', 'intruder.ts', resolve('package.json'), '1']);
    const ended = new Map(listing.tools.map(({ name, title }) => [name, title]));
    assert.equal(ended.get('read-host-file'), 'ENOENT');
  });

  it('that does not exist is a failure that says so', async () => {
    await assert.rejects(
      visit(['no-such-program']),
      (error: unknown) => error instanceof Failure && error.message.includes('no-such-program'),
    );
  });
});
