import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { installedAstro, provenAstro } from '../../src/build/proven.ts';
import { former, servers } from '../site/catalogue.ts';
import { digestsIn, openBench } from './built.ts';

const bench = openBench('https://placard.example');
after(bench.remove);

describe('the quick build', () => {
  it('was proved with the Astro that is installed', () => {
    assert.equal(
      installedAstro(),
      provenAstro,
      'Astro changed. If the next test passes, write its version into src/build/proven.ts; until then sites are built by astro build.',
    );
  });

  it('makes the very bytes that astro build makes, of every kind of file', async () => {
    bench.publishCatalogue(servers, former);
    const plain = digestsIn(await bench.plainly());
    await bench.quickly();
    const quick = digestsIn(bench.site);
    assert.deepEqual(Object.keys(quick), Object.keys(plain), 'the sites have different files');
    const differing = Object.keys(plain).filter((file) => quick[file] !== plain[file]);
    assert.deepEqual(differing, [], 'src/build/program.ts no longer renders as Astro does');
  });
});
