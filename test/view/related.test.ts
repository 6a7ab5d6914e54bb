import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import '../setup.ts';
import type { JsonObject } from '../../src/model/json.ts';
import type { Risk } from '../../src/model/risks.ts';
import type { CatalogueServer } from '../../src/model/server.ts';
import { type Neighbours, neighbours, type Related } from '../../src/view/related.ts';
import { relatedTools } from '../../src/view/related-tools.ts';
import { type Listed, listed } from '../../src/view/tool-row.ts';
import { sampleServer, sampleTool } from '../samples.ts';

const serverOf = (name: string, tools: readonly [string, string?, Risk?][]): CatalogueServer =>
  sampleServer(
    name,
    tools.map(([tool, description, risk = 'Low']) =>
      sampleTool(description === undefined ? { name: tool } : { name: tool, description }, { risk }),
    ),
  );

const filler = serverOf(
  'filler',
  ['get_wall', 'get_song', 'get_egg', 'get_lawn', 'get_bell', 'get_door', 'get_lamp'].map((name) => [name]),
);

function relatedTo(servers: CatalogueServer[]): { find: Neighbours; first: Listed; related: Related } {
  const tools = listed([...servers, filler]);
  const [first] = tools;
  assert.ok(first);
  const find = neighbours(tools);
  return { find, first, related: find(first) };
}

const names = (tools: readonly Listed[]): string[] => tools.map(({ tool }) => tool.definition.name);

describe('related tools', () => {
  it('are found by what names and descriptions say, not by the rating', () => {
    const { related } = relatedTo([
      serverOf('a', [['get_invoice', 'Gets one invoice.'], ['list_invoices'], ['ping']]),
      serverOf('b', [['invoice_read', 'Reads an invoice.', 'Critical'], ['get_weather']]),
    ]);
    assert.deepEqual(names(related.elsewhere), ['invoice_read']);
  });

  it('are milder ones first of all, and never of unknown risk', () => {
    const { related } = relatedTo([
      serverOf('a', [['delete_invoice', 'Deletes an invoice.', 'High']]),
      serverOf('b', [
        ['archive_invoice', 'Archives an invoice.', 'Medium'],
        ['erase_invoice', '', 'Unknown'],
      ]),
    ]);
    assert.deepEqual(names(related.milder), ['archive_invoice']);
    assert.deepEqual(names(related.elsewhere), ['erase_invoice']);
  });

  it('are told apart from the very same definition on another server', () => {
    const { related } = relatedTo([
      serverOf('a', [['get_invoice', 'Gets.']]),
      serverOf('b', [['get_invoice', 'Gets.']]),
    ]);
    assert.deepEqual([names(related.same), related.elsewhere.length], [['get_invoice'], 0]);
  });

  it('are at most two of another server', () => {
    const many = ['one', 'two', 'three', 'four'].map((word): [string] => [`invoice_${word}`]);
    const { related } = relatedTo([serverOf('a', [['invoice']]), serverOf('b', many)]);
    assert.equal(related.elsewhere.length, 2);
  });

  it('of its own server stand with what their parameters differ in', () => {
    const tool = (name: string, properties: JsonObject) =>
      sampleTool({ name, inputSchema: { type: 'object', properties } });
    const { find, first } = relatedTo([
      sampleServer('a', [
        tool('get_invoice', { id: {}, page: {} }),
        tool('find_invoice', { id: {}, text: {} }),
      ]),
    ]);
    assert.equal(relatedTools(first, find).siblings[0]?.differs, 'without page, with text');
  });

  it('are never the tool itself and stand in one list only, whatever the tools are', () => {
    const word = fc.constantFrom('get', 'set', 'list', 'invoice', 'mail', 'file', 'user');
    const name = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join('_'));
    const risk = fc.constantFrom<Risk>('Low', 'High', 'Unknown');
    const server = fc.uniqueArray(fc.tuple(name, risk), { selector: ([tool]) => tool, maxLength: 6 });
    fc.assert(
      fc.property(fc.array(server, { minLength: 1, maxLength: 5 }), (servers) => {
        const tools = listed(
          servers.map((its, place) =>
            serverOf(
              `s${place}`,
              its.map(([tool, level]) => [tool, '', level]),
            ),
          ),
        );
        const find = neighbours(tools);
        return tools.every((of) => {
          const { same, milder, siblings, elsewhere } = find(of);
          const found = [...same, ...milder, ...siblings, ...elsewhere].map(({ tool }) => tool);
          return !found.includes(of.tool) && new Set(found).size === found.length;
        });
      }),
      { numRuns: 50 },
    );
  });
});
