import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { rulesJudge } from '../../classifier/judges/rules.ts';
import { readLock } from '../../src/lock/read.ts';
import { isApproved, verified } from '../../src/lock/verify.ts';
import { lockedServer, lockText } from '../../src/lock/write.ts';
import type { ScannedServer } from '../../src/model/scanned.ts';
import type { ToolDefinition } from '../../src/model/tool.ts';
import { ratedTools } from '../../src/scan/rated.ts';
import { codePoint } from '../code-points.ts';

async function listed(tools: readonly ToolDefinition[], changes: Partial<ScannedServer> = {}) {
  const rated = await ratedTools('mail', tools, rulesJudge, () => undefined);
  const server: ScannedServer = {
    ...{ name: 'mail', state: 'listed', problem: null, leftOut: [] },
    target: { kind: 'package', name: 'mail', version: null, bin: null, arguments: [], environment: [] },
    ...{ version: '1.0.0', integrity: 'sha512-a', protocol: '2025-11-25', tools: rated },
    ...changes,
  };
  return server;
}

const definitions = [
  { name: 'read_mail', description: 'Reads mail.' },
  { name: 'send_mail', description: 'Sends mail.', inputSchema: { type: 'object' } },
];
const server = await listed(definitions);
const lock = lockText('v', { mail: lockedServer(server) });

describe('a lock', () => {
  it('is read back as it was written, the same bytes for the same servers', async () => {
    const { servers } = readLock(lock);
    assert.deepEqual(servers, { mail: lockedServer(server) });
    const turned = await listed(definitions.toReversed());
    assert.equal(lockText('v', { mail: lockedServer(turned) }), lock);
  });

  const wrong: Record<string, [text: string, says: RegExp]> = {
    'of another version': [lock.replace('"lockfileVersion": 1', '"lockfileVersion": 2'), /of version 2/],
    'of something else': ['{"lockfileVersion":3,"packages":{}}', /no lock of Placard/],
    'that is cut off': [lock.slice(0, 200), /no JSON/],
    'whose definition was changed by hand': [lock.replace('Sends mail', 'Deletes mail'), /mail\/send_mail/],
    'with a member that nobody knows': [lock.replace('"judge"', '"note": 1, "judge"'), /no lock of Placard/],
    'with a server that would be overlooked': [
      lock.replace('"mail": {', '"__proto__": {'),
      /no server can have/,
    ],
    'that is a list': ['[]', /no lock of Placard/],
  };
  for (const [name, [text, says]] of Object.entries(wrong))
    it(`is refused when it is one ${name}`, () => {
      assert.throws(
        () => readLock(text),
        (error: unknown) => error instanceof RangeError && says.test(error.message),
      );
    });

  it('survives any definition that a server may send', async () => {
    const definition = fc.record(
      {
        name: fc.string({ minLength: 1, maxLength: 40 }),
        description: fc.string({ unit: codePoint }).map((text) => text.toWellFormed()),
      },
      { noNullPrototype: true },
    );
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(definition, { selector: ({ name }) => name, maxLength: 4 }),
        async (tools) => {
          const locked = lockedServer(await listed(tools));
          assert.deepEqual(readLock(lockText('v', { mail: locked })).servers.mail, locked);
        },
      ),
      { numRuns: 20 },
    );
  });
});

describe('a locked server', () => {
  const locked = lockedServer(server);
  const against = (now: ScannedServer) => verified(locked, server.tools, now);

  it('is as approved in another version with the same definitions', async () => {
    const now = await listed(definitions, { version: '1.1.0', integrity: 'sha512-b' });
    assert.equal(isApproved(against(now)), true);
  });

  it('is not as approved when the same version comes as another archive', async () => {
    const now = against(await listed(definitions, { integrity: 'sha512-b' }));
    assert.ok(now.isReplaced);
    assert.equal(isApproved(now), false);
  });

  it('is neither when it cannot be listed', async () => {
    const now = against(await listed([], { state: 'needs-login', problem: 'It asks for a login.' }));
    assert.equal(isApproved(now), null);
    assert.deepEqual(now.differences, []);
  });

  it('differs in what was added, removed and changed, the graver first', async () => {
    const [first = { name: 'read_mail' }] = definitions;
    const now = await listed([
      { ...first, description: 'Deletes mail for good.' },
      { name: 'list_folders', description: 'Lists folders.' },
    ]);
    const { differences } = against(now);
    assert.deepEqual(
      differences.map(({ tool, kind, parts }) => [tool, kind, parts]),
      [
        ['read_mail', 'changed', ['description']],
        ['list_folders', 'added', []],
        ['send_mail', 'removed', []],
      ],
    );
  });
});
