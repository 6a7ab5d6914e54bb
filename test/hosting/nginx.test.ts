import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { paths } from '../../src/model/paths.ts';
import { headersFile } from '../../src/view/files/headers.ts';
import { redirectsText } from '../../src/view/files/redirects.ts';
import { securityHeaders } from '../../src/view/security.ts';

const text = readFileSync('src/hosting/nginx.conf', 'utf8');

/** What a map of the file gives for an address: the value of its first pattern that fits. */
function mapped(variable: string, value: string): string | undefined {
  const [, body = ''] = text.split(`$${variable} {\n`);
  const lines = body
    .slice(0, body.indexOf('}'))
    .split(';')
    .map((line) => line.trim());
  const fitting = lines.find((line) => {
    const [key = ''] = line.split(' ');
    return key.startsWith('~') ? new RegExp(key.slice(1)).test(value) : key === `"${value}"`;
  });
  const chosen = fitting ?? lines.find((line) => line.startsWith('default '));
  return chosen?.slice(chosen.indexOf(' ') + 1).replaceAll('"', '');
}

/** The addresses that `_headers` gives a header, with a file below each. */
const addressesWith = (header: string): [address: string, value: string][] =>
  headersFile.split(/\n(?=\/)/).flatMap((block) => {
    const [path = '', ...lines] = block.split('\n');
    const line = lines.find((each) => each.trim().startsWith(`${header}: `));
    return line === undefined ? [] : [[path.replace('*', 'a.json'), line.slice(line.indexOf(': ') + 2)]];
  });

describe('the file for nginx', () => {
  it('sends what _headers sends, for the same addresses', () => {
    for (const [header, variable] of [
      ['Access-Control-Allow-Origin', 'placard_readers'],
      ['Cache-Control', 'placard_caching'],
    ] as const) {
      const sent = addressesWith(header);
      assert.ok(sent.length > 0);
      for (const [address, value] of sent) assert.equal(mapped(variable, address), value, address);
      for (const page of [paths.home, paths.search, paths.searchIndex, '/404.html'])
        assert.notEqual(mapped(variable, page), sent[0]?.[1], page);
    }
  });

  it('sends the security headers once, for every address and every status', () => {
    for (const [header, value] of Object.entries(securityHeaders)) {
      const lines = text.split('\n').filter((line) => line.includes(`add_header ${header} `));
      assert.equal(lines.length, 1, header);
      assert.match(lines[0] ?? '', / always;$/);
      const [said = ''] = value.split('; ').slice(-1);
      assert.ok(lines[0]?.includes(said), header);
    }
    assert.doesNotMatch(text, /^ {8,}add_header/m);
  });

  it('has the pages of the registry where they stand, and no page for what is no number', () => {
    assert.equal(mapped('placard_page', ''), paths.registryPage(1));
    assert.equal(mapped('placard_page', '12')?.replace('$arg_cursor', '12'), paths.registryPage(12));
    assert.equal(mapped('placard_page', '../../data'), '/nothing');
  });

  it('leads on from where data stood before the API, as _redirects does', () => {
    const [, pattern = '', target = ''] = /rewrite (\S+) (\S+) permanent;/.exec(text) ?? [];
    for (const [from, to] of [
      ['/attacks/a.json', paths.attackData('a')],
      ['/policies/a.json', paths.policiesData('a')],
    ] as const) {
      assert.equal(from.replace(new RegExp(pattern), target), to);
      const [before, after] = [from, to].map((path) => path.replace('a.json', ':file.json'));
      assert.ok(redirectsText([]).includes(`${before} ${after} 301\n`));
    }
  });
});
