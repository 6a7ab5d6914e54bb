import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  listingOf,
  parseManifest,
  repositoryAddress,
  startScript,
} from '../../../crawler/packages/manifest.ts';
import { BundleEntry } from '../../../src/model/bundle.ts';

const manifest = (fields: object) =>
  parseManifest(JSON.stringify({ name: 'x', version: '1.0.0', ...fields }));
const entry = (fields: object = {}) =>
  BundleEntry.parse({ package: '@a/tool-server', version: '1.0.0', ...fields });

describe('the script a package starts', () => {
  const starts: [string, object, object, string][] = [
    ['is its only command', { bin: './dist/run.js' }, {}, 'dist/run.js'],
    ['is its only named command', { bin: { other: 'run.js' } }, {}, 'run.js'],
    ['is the command of its own name', { bin: { a: 'a.js', 'tool-server': 'b.js' } }, {}, 'b.js'],
    [
      'is the command that the list asks for',
      { bin: { a: 'a.js', 'tool-server': 'b.js' } },
      { bin: 'a' },
      'a.js',
    ],
  ];
  for (const [what, fields, wanted, script] of starts) {
    it(what, () => {
      assert.equal(startScript(entry(wanted), manifest(fields)), script);
    });
  }

  const failures: [string, object, object, RegExp][] = [
    ['there is no command', {}, {}, /has no command$/],
    ['its commands do not tell', { bin: { a: 'a.js', b: 'b.js' } }, {}, /has the commands a, b$/],
    ['the list asks for another', { bin: { a: 'a.js' } }, { bin: 'c' }, /has the commands a, not c$/],
    ['it lies outside', { bin: '../../evil.js' }, {}, /outside of its package/],
    ['it lies outside in a roundabout way', { bin: 'a/../../evil.js' }, {}, /outside of its package/],
    ['it is absolute', { bin: '/bin/sh' }, {}, /outside of its package/],
  ];
  for (const [what, fields, wanted, cause] of failures) {
    it(`is a fault when ${what}`, () => {
      assert.throws(() => startScript(entry(wanted), manifest(fields)), {
        kind: 'no-launch',
        message: cause,
      });
    });
  }
});

describe('what a manifest says about a server', () => {
  it('becomes its listing', () => {
    const fields = {
      description: 'Does\0 things.',
      homepage: 'https://one.example/docs',
      repository: { type: 'git', url: 'git+https://github.com/a/one.git' },
    };
    const { description, homepage, repository, packages } = listingOf(entry(), manifest(fields));
    assert.equal(description, 'Does\uFFFD things.');
    assert.equal(homepage, 'https://one.example/docs');
    assert.equal(repository, 'https://github.com/a/one');
    assert.deepEqual(packages, [{ kind: 'npm', name: '@a/tool-server', version: '1.0.0' }]);
  });

  it('leads to the folder of the package, and repeats the name it claims in the official registry', () => {
    const repository = { url: 'https://github.com/a/mono.git', directory: 'packages/one' };
    const found = listingOf(entry(), manifest({ repository, mcpName: 'io.github.a/one' }));
    assert.equal(found.repository, 'https://github.com/a/mono/tree/HEAD/packages/one');
    assert.equal(found.registryName, 'io.github.a/one');
  });

  it('is unknown where it is of another shape', () => {
    const odd = listingOf(entry(), manifest({ description: 1, homepage: ['x'], repository: 7, bin: [] }));
    assert.deepEqual([odd.description, odd.homepage, odd.repository], [null, null, null]);
  });

  it('names a repository that people can open, or none', () => {
    const spellings: [string, string | null][] = [
      ['git@github.com:a/one.git', 'https://github.com/a/one'],
      ['git://github.com/a/one.git', 'https://github.com/a/one'],
      ['ssh://git@github.com/a/one.git', 'https://github.com/a/one'],
      ['github:a/one', 'https://github.com/a/one'],
      ['a/one', 'https://github.com/a/one'],
      ['javascript:alert(1)', null],
      ['', null],
    ];
    for (const [spelled, address] of spellings)
      assert.equal(repositoryAddress({ url: spelled, directory: null }), address, spelled);
  });
});
