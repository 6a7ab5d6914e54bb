import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import '../setup.ts';
import { addressOn, jsonLd, scriptJson } from '../../src/view/json-ld.ts';

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
