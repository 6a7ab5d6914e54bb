import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import '../setup.ts';
import { addressOn, jsonLd, scriptJson } from '../../src/view/json-ld.ts';
import { searchIndex } from '../../src/view/search-index.ts';
import { sampleServer, sampleTool } from '../samples.ts';

describe('structured data', () => {
  it('says the same after escaping, and holds nothing that could end a script', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom('</script>', '<!--', '\u2028', ']]>'), (value, end) => {
        const given = { value, end };
        const text = scriptJson(given as never);
        assert.doesNotMatch(text, /[<>&\u2028\u2029]/);
        assert.equal(JSON.stringify(JSON.parse(text)), JSON.stringify(given));
      }),
    );
  });

  it('gives absolute addresses only when the site knows its own', () => {
    const page = { crumbs: [{ label: 'Servers', path: '/servers/' }] };
    assert.match(jsonLd(page, addressOn(undefined)) ?? '', /"item":"\/servers\/"/);
    const site = new URL('https://placard.example');
    assert.match(jsonLd(page, addressOn(site)) ?? '', /"item":"https:\/\/placard\.example\/servers\/"/);
  });
});

describe('the search index', () => {
  it('holds what leads to each tool, and what is shown of it', () => {
    const tool = sampleTool({ name: 'pay\u202e' }, { category: 'Financial', risk: 'Critical' });
    const index = searchIndex([sampleServer('none'), sampleServer('bank', [tool])]);
    const [name, slug, server, risk, category] = index.tools[0] ?? [];
    assert.deepEqual([name, slug], ['pay⟨U+202E⟩', tool.slug]);
    assert.deepEqual(index.servers[server ?? 0], ['bank', '/servers/bank/']);
    assert.equal(index.risks[risk ?? -1], 'Critical');
    assert.equal(index.categories[category ?? -1], 'Financial');
  });
});
