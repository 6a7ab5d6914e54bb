import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import fc from 'fast-check';
import '../setup.ts';
import { readAddresses } from '../../src/catalogue/addresses.ts';
import { readRedirects, redirectsFile, writeRedirects } from '../../src/catalogue/redirects.ts';
import { redirectsAfter } from '../../src/catalogue/renamed.ts';
import { writeCatalogue } from '../../src/catalogue/write.ts';
import { paths } from '../../src/model/paths.ts';
import type { Redirects } from '../../src/model/redirects.ts';
import type { CatalogueServer } from '../../src/model/server.ts';
import { formerOwners, leads } from '../../src/view/leads.ts';
import { sampleServer, sampleTool } from '../samples.ts';

const none: Redirects = { servers: {}, tools: {} };
const named = (name: string, description = `Does ${name}.`) => sampleTool({ name, description });
const bank = sampleServer('bank', [named('pay'), named('look')]);
const renamed = { ...bank, slug: 'the-bank' };

/** Every page of a server and its tools. */
const addresses = (servers: readonly CatalogueServer[]): string[] =>
  servers.flatMap(({ slug, tools }) => [
    paths.server(slug),
    ...tools.map((tool) => paths.tool(slug, tool.slug)),
  ]);

const targets = (redirects: Redirects, servers: readonly CatalogueServer[]): Record<string, string> =>
  Object.fromEntries(leads(redirects, servers).map(({ from, to }) => [from, to]));

describe('a server that gets another slug', () => {
  const former = redirectsAfter(none, [bank], [renamed]);

  it('is led to from the old one, with all its tools', () => {
    assert.deepEqual(targets(former, [renamed]), {
      '/servers/bank/': '/servers/the-bank/',
      '/servers/bank/pay/': '/servers/the-bank/pay/',
      '/servers/bank/look/': '/servers/the-bank/look/',
    });
  });

  it('is led to in one step when it changes again', () => {
    const again = { ...bank, slug: 'bank-2' };
    const later = redirectsAfter(former, [renamed], [again]);
    assert.equal(targets(later, [again])['/servers/bank/'], '/servers/bank-2/');
    assert.equal(targets(later, [again])['/servers/the-bank/pay/'], '/servers/bank-2/pay/');
  });

  it('leaves no trace when it goes back', () => {
    const back = redirectsAfter(former, [renamed], [bank]);
    assert.equal(targets(back, [bank])['/servers/bank/'], undefined);
    assert.equal(targets(back, [bank])['/servers/the-bank/'], '/servers/bank/');
  });

  it('gives way to another server that has the old slug now, but for what that does not use', () => {
    const other = { ...sampleServer('other', [named('look')]), slug: 'bank' };
    assert.deepEqual(targets(redirectsAfter(none, [bank], [renamed, other]), [renamed, other]), {
      '/servers/bank/pay/': '/servers/the-bank/pay/',
    });
  });
});

describe('a server that went into another', () => {
  it('is led to by its package, and its former tools with it', () => {
    const heir = { ...sampleServer('whole', [named('pay')]), packages: bank.packages };
    const led = targets(redirectsAfter(none, [bank], [heir]), [heir]);
    assert.equal(led['/servers/bank/'], '/servers/whole/');
    assert.equal(led['/servers/bank/pay/'], '/servers/whole/pay/');
    assert.equal(led['/servers/bank/look/'], '/servers/whole/');
  });
});

describe('a server that is gone', () => {
  it('leads to all servers, and to itself again when it comes back', () => {
    const gone = redirectsAfter(none, [bank], []);
    assert.deepEqual(targets(gone, []), { '/servers/bank/': '/servers/' });
    assert.equal(targets(gone, [renamed])['/servers/bank/'], '/servers/the-bank/');
  });
});

describe('a tool that is no longer there', () => {
  const settle = named('settle', 'Does pay.');
  const later = { ...bank, tools: [named('look'), settle] };
  const former = redirectsAfter(none, [bank], [later]);

  it('leads to the new tool that is the same but for its name', () => {
    assert.deepEqual(targets(former, [later]), { '/servers/bank/pay/': '/servers/bank/settle/' });
  });

  it('leads to the newest name in one step, and to the server once that is gone too', () => {
    const third = { ...bank, tools: [named('look'), named('transfer', 'Does pay.')] };
    const twice = redirectsAfter(former, [later], [third]);
    assert.equal(targets(twice, [third])['/servers/bank/pay/'], '/servers/bank/transfer/');
    const last = { ...bank, tools: [named('look')] };
    const gone = redirectsAfter(twice, [third], [last]);
    assert.equal(targets(gone, [last])['/servers/bank/pay/'], '/servers/bank/');
    assert.equal(targets(gone, [last])['/servers/bank/transfer/'], '/servers/bank/');
  });

  it('has its own page again when it comes back', () => {
    assert.deepEqual(targets(redirectsAfter(former, [later], [bank]), [bank]), {
      '/servers/bank/settle/': '/servers/bank/pay/',
    });
  });
});

describe('an address that another server has taken', () => {
  const first = { ...sampleServer('first', [named('pay', 'Pays.')]), slug: 'bank' };
  const second = { ...sampleServer('second', [named('lend', 'Lends.')]), slug: 'bank' };
  const moved = { ...first, slug: 'first-bank' };

  it('says whose it was, and leads what is left of it on', () => {
    const former = redirectsAfter(none, [first], [moved, second]);
    assert.deepEqual(former.servers, { bank: first.id });
    assert.deepEqual(
      [...formerOwners(former, [moved, second])],
      [['bank', { name: 'first', to: '/servers/first-bank/' }]],
    );
    assert.deepEqual(targets(former, [moved, second]), { '/servers/bank/pay/': '/servers/first-bank/pay/' });
  });

  it('says so too when the server that had it is gone, and of each that had it last', () => {
    const former = redirectsAfter(none, [first], [second]);
    assert.deepEqual([...formerOwners(former, [second])], [['bank', { name: first.id, to: null }]]);
    const back = redirectsAfter(former, [second], [first]);
    assert.deepEqual([...formerOwners(back, [first])], [['bank', { name: second.id, to: null }]]);
  });
});

describe('any two catalogues one after the other', () => {
  const catalogue = fc
    .uniqueArray(fc.record({ id: fc.constantFrom('a', 'b', 'c'), slug: fc.constantFrom('x', 'y', 'z') }), {
      selector: ({ id }) => id,
    })
    .filter((some) => new Set(some.map(({ slug }) => slug)).size === some.length)
    .chain((some) =>
      fc.tuple(
        ...some.map(({ id, slug }) =>
          fc.subarray(['one', 'two', 'three']).map((names) => ({
            ...sampleServer(
              id,
              names.map((name) => named(name, 'Same.')),
            ),
            slug,
          })),
        ),
      ),
    );

  it('leave no address of a server without a page, and lead to pages that exist', () => {
    fc.assert(
      fc.property(fc.array(catalogue, { minLength: 2, maxLength: 4 }), (catalogues) => {
        let known = none;
        for (const [index, later] of catalogues.entries())
          if (index > 0) known = redirectsAfter(known, catalogues[index - 1] ?? [], later);
        const last = catalogues.at(-1) ?? [];
        const led = targets(known, last);
        const present = new Set([...addresses(last), paths.servers]);
        for (const to of Object.values(led)) assert.ok(present.has(to), to);
        for (const from of Object.keys(led)) assert.ok(!present.has(from), from);
        for (const { slug } of catalogues.flat())
          assert.ok(present.has(paths.server(slug)) || paths.server(slug) in led, slug);
      }),
    );
  });
});

describe('the file of former addresses', () => {
  const root = mkdtempSync(join(tmpdir(), 'redirects-'));
  const folder = join(root, 'catalogue');
  const file = redirectsFile(folder);
  after(() => {
    rmSync(root, { recursive: true });
  });

  it('stands beside the catalogue, sorted, and is left alone when nothing changed', () => {
    const redirects = { servers: { b: 'npm:b', a: 'npm:a' }, tools: { 'npm:b': { y: null, x: 'z' } } };
    assert.equal(writeRedirects(file, redirects), true);
    assert.equal(writeRedirects(file, redirects), false);
    assert.deepEqual(readRedirects(file), redirects);
    assert.ok(readFileSync(file, 'utf8').indexOf('"a"') < readFileSync(file, 'utf8').indexOf('"b"'));
  });

  it('says what is wrong with it, and leads nowhere outside the site', () => {
    for (const text of [
      '{',
      '{"servers":{"../x":"npm:x"},"tools":{}}',
      '{"servers":{"..":"npm:x"},"tools":{}}',
    ]) {
      writeFileSync(file, text);
      assert.throws(() => readRedirects(file), /redirects\.json: [^]*git checkout/);
    }
  });

  it('is made from whatever of the old catalogue can be read', () => {
    writeCatalogue(folder, [bank]);
    writeFileSync(join(folder, 'ff.jsonl'), '{"id":"npm:cut"');
    assert.deepEqual(
      readAddresses(folder).map(({ id, slug, tools }) => [id, slug, tools.length]),
      [['npm:bank', 'bank', 2]],
    );
  });
});
