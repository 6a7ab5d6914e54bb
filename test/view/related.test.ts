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

  it('stay the same where none of them changed, whatever other tools say and wherever one comes', () => {
    const verbs = ['get', 'list', 'move', 'copy', 'delete'];
    const things = ['invoice', 'mail', 'file', 'user', 'order', 'page', 'note'];
    const server = (number: number): CatalogueServer => {
      const tools = verbs.map((verb, at): [string, string] => {
        const [thing = '', other = ''] = [things[(number + at) % 7], things[(number * 3 + at * 2) % 7]];
        return [`${verb}_${thing}`, `Can ${verb} the ${other} of a ${thing}.`];
      });
      return serverOf(`s${number}`, tools);
    };
    const said = 'Copies no note, user or page, and sends a mail for each order of a file.';
    const before = Array.from({ length: 30 }, (_, number) => server(number));
    const changed = serverOf('s20', [['get_note', said]]);
    const rest = { ...server(20), tools: [...changed.tools, ...server(20).tools.slice(1)] };
    const after = [...before.with(20, rest), serverOf('new', [['move_user', said]])];
    const nameOf = ({ server: { slug }, tool }: Listed): string => `${slug}/${tool.slug}`;
    const listsOf = (servers: CatalogueServer[]): Map<string, string> => {
      const find = neighbours(listed(servers));
      const shown = (tool: Listed): string => JSON.stringify(Object.values(find(tool)).flat().map(nameOf));
      return new Map(listed(servers).map((tool) => [nameOf(tool), shown(tool)]));
    };
    const [was, is] = [listsOf(before), listsOf(after)];
    const concerns = (lists = ''): boolean =>
      lists.includes('s20/get_note') || lists.includes('new/move_user');
    const others = [...was].filter(
      ([name, lists]) => ![name, lists, is.get(name)].some((each) => concerns(each)),
    );
    assert.ok(others.length > 100);
    assert.deepEqual(
      others.map(([name]) => [name, is.get(name)]),
      others,
    );
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
