import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { formats } from '../../src/policy/formats.ts';
import { policyOf } from '../../src/policy/recommend.ts';
import { exampleServer, formatPage, formatRows } from '../../src/view/formats-page.ts';
import { policiesOf, policiesPage } from '../../src/view/policies-page.ts';
import { exportOf, shownExports, usualAlias, writable } from '../../src/view/policy-exports.ts';
import { decisionTally } from '../../src/view/policy-words.ts';
import { publishedServers } from '../policy/sample-policy.ts';
import { piecesOf } from '../pieces.ts';

const rated = publishedServers().filter(({ tools }) => tools.length > 0);
const [server] = rated;
assert.ok(server);

describe('the exports that pages show', () => {
  it('call every server of the catalogue by a name that every format can write', () => {
    for (const each of rated)
      for (const format of formats)
        assert.equal(
          format.aliasFault(writable(usualAlias(each), format)),
          null,
          `${each.slug}: ${format.id}`,
        );
  });

  it('have no files and say why where a name cannot be written', () => {
    const odd = { ...server, slug: 'mcp' };
    for (const format of formats) {
      const { fault, files } = exportOf(odd, policyOf(server, 'balanced'), format);
      assert.equal(files.length === 0, fault !== null, format.id);
    }
  });

  it('are of the server’s or the tool’s own policy', () => {
    const [tool] = server.tools;
    assert.ok(tool);
    const one = shownExports(server, policyOf({ ...server, tools: [tool] }, 'balanced'), 'tool');
    for (const { files } of one) {
      const text = files.map((file) => file.text).join('');
      assert.ok(text.includes(tool.definition.name), text);
    }
  });
});

describe('the page of a server’s policies', () => {
  it('has every format once and counts every tool once', () => {
    for (const each of rated) {
      const page = policiesPage(each);
      assert.equal(page.panels.length, formats.length);
      const numbers = page.tally.match(/\d+/g)?.map(Number) ?? [];
      assert.equal(
        numbers.reduce((sum, number) => sum + number, 0),
        Object.keys(policiesOf(each).balanced.tools).length,
      );
    }
  });

  it('says how many tools are decided how, gravest last', () => {
    assert.equal(decisionTally(['hide', 'ask', 'allow', 'ask']), '1 allowed, 2 asked about, 1 hidden');
    assert.equal(decisionTally([]), '');
  });
});

describe('the page of a format', () => {
  it('shows the policy of a server whose rules allow, ask and close', () => {
    const example = exampleServer(piecesOf(rated).servers)?.server;
    assert.ok(example);
    const decisions = Object.values(policyOf(example, 'balanced').tools).map(({ decision }) => decision);
    assert.ok(decisions.includes('allow') && decisions.includes('ask'));
    for (const format of formats) {
      const page = formatPage(format, example);
      assert.ok(page.notes.length > 0);
      assert.ok((page.example?.export.files.length ?? 0) > 0, format.id);
    }
  });

  it('is there for every format, also without an example', () => {
    assert.equal(formatRows().length, formats.length);
    for (const format of formats) assert.equal(formatPage(format, null).example, null);
    assert.equal(exampleServer([]), null);
  });
});
