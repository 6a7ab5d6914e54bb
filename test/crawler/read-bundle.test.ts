import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseBundle, readBundle } from '../../crawler/read-bundle.ts';
import { locations } from '../../src/model/locations.ts';
import { UserError } from '../../src/terminal/command.ts';

const parse = (servers: unknown) => parseBundle(JSON.stringify({ servers }), 'list.json').servers;
const good = { package: '@a/one', version: '1.0.0' };

describe('the list of servers', () => {
  it('has at least the ten servers of the first catalogue, each once', () => {
    assert.ok(readBundle(locations.servers).servers.length >= 10);
  });

  it('starts a server without arguments and environment, and doubly fenced, unless it says so', () => {
    assert.deepEqual(parse([good]), [{ ...good, arguments: [], environment: {}, sandboxAlone: false }]);
  });

  const mistakes: [string, unknown, RegExp][] = [
    ['a range for a version', { ...good, version: '^1.0.0' }, /^list\.json, entry 2 \(@a\/one\), version: /],
    ['a tag for a version', { ...good, version: 'latest' }, /entry 2 \(@a\/one\), version: /],
    ['a path for a package', { ...good, package: '../../etc' }, /entry 2 \(\.\.\/\.\.\/etc\), package: /],
    ['a package that starts with a dash', { ...good, package: '--global' }, /package: /],
    ['an unknown field', { ...good, argument: [] }, /entry 2 \(@a\/one\): .*argument/],
    ['a number for a value', { ...good, environment: { KEY: 1 } }, /entry 2 \(@a\/one\), environment, KEY: /],
    ['no object', 7, /entry 2: /],
    [
      'the same package',
      { package: 'first', version: '2.0.0' },
      /entry 2 \(first\), package: first is listed twice/,
    ],
  ];
  for (const [what, entry, message] of mistakes) {
    it(`says which entry is wrong when it has ${what}`, () => {
      const first = { package: 'first', version: '1.0.0' };
      assert.throws(
        () => parse([first, entry]),
        (error: unknown) => error instanceof UserError && message.test(error.message),
      );
    });
  }

  it('says so when the file is no list at all', () => {
    for (const text of ['', '{', 'null', '[]', '{"servers":{}}']) {
      assert.throws(
        () => parseBundle(text, 'list.json'),
        (error: unknown) => error instanceof UserError && error.message.startsWith('list.json'),
      );
    }
    assert.throws(() => readBundle('nowhere.json'), {
      name: 'UserError',
      message: /^nowhere\.json cannot be read/,
    });
  });
});
