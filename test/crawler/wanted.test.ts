import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sources } from '../../crawler/sources.ts';
import { describeSources, wantedSource } from '../../crawler/wanted.ts';
import type { Asked } from '../../crawler/wanted.ts';
import { UserError } from '../../src/terminal/command.ts';
import { sampleMachine } from './sources/machine.ts';

const machine = sampleMachine({ folder: '/here', variables: { SMITHERY_API_KEY: 'k', GLAMA_API_KEY: '  ' } });
const wanted = (asked: Asked) => wantedSource(asked, sources, machine);

describe('the source a caller wants', () => {
  it('is none when none is named', () => {
    assert.equal(wanted({ again: true }), null);
  });

  it('is read at its own address, at another one, or from a path of the caller’s', () => {
    const given = (asked: Asked) => {
      const found = wanted(asked);
      assert.ok(found !== null && 'given' in found);
      return [found.given.base, found.given.from];
    };
    assert.deepEqual(given({ source: 'smithery' }), ['https://api.smithery.ai', null]);
    assert.deepEqual(given({ source: 'registry', registry: 'https://mcp.example.com/r' }), [
      'https://mcp.example.com/r',
      null,
    ]);
    assert.deepEqual(given({ source: 'docker', from: 'catalogue.tar.gz' })[1], '/here/catalogue.tar.gz');
    assert.deepEqual(given({ source: 'clients' }), [null, null]);
  });

  it('is skipped without its key, empty counts as none, and the variable is named', () => {
    for (const [source, variable] of [
      ['glama', 'GLAMA_API_KEY'],
      ['pulsemcp', 'PULSEMCP_API_KEY'],
    ] as const) {
      const found = wanted({ source });
      assert.ok(found !== null && 'skipped' in found);
      assert.match(found.skipped, new RegExp(`set ${variable}`));
    }
  });

  const mistakes: [Asked, RegExp][] = [
    [{ source: 'elsewhere' }, /no source "elsewhere": use --source with one of .*clients/],
    [{ registry: 'https://x.example' }, /--registry needs --source/],
    [{ from: 'x' }, /--from needs --source/],
    [{ source: 'registry' }, /give one with --registry/],
    [{ source: 'file' }, /name it with --from/],
    [{ source: 'npm', from: 'x' }, /leave --from out/],
    [{ source: 'clients', registry: 'https://x.example' }, /leave --registry out/],
    [{ source: 'registry', registry: 'ftp://x' }, /ftp:\/\/x is no web address/],
  ];
  for (const [asked, message] of mistakes)
    it(`is refused as a mistake of usage: ${JSON.stringify(asked)}`, () => {
      assert.throws(
        () => wanted(asked),
        (error) => error instanceof UserError && error.exitCode === 2 && message.test(error.message),
      );
    });
});

describe('the list of sources', () => {
  it('says in the help what each needs', () => {
    const help = describeSources(sources);
    for (const { id, key = '', variables = [] } of sources)
      for (const word of [id, key, ...variables]) assert.ok(help.includes(word), word);
    assert.match(help, /registry +any registry .*needs --registry/);
    assert.match(help, /file +.*needs --from/);
  });

  it('keeps a polite pace everywhere', () => {
    for (const { requestsPerSecond } of sources) assert.ok(requestsPerSecond <= 2);
  });
});
