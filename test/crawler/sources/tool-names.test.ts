import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { nameRules, readListedTools } from '../../../crawler/sources/tool-names.ts';
import { limits } from '../../../src/model/limits.ts';

const inputSchema = { type: 'object', properties: { status: { enum: ['queued', 'shipped'] }, depot: {} } };
const ship = { name: 'ship', description: 'Ships.', inputSchema };

/** What becomes of one name in the list of a server that ships things. */
function fate(entry: object): string {
  const { tools, failures } = readListedTools([ship, entry], limits);
  return tools.length === 2 ? 'tool' : (/\(([\w-]+)\)$/.exec(failures[0]?.message ?? '')?.[1] ?? 'broken');
}

describe('a name in the list of a source', () => {
  const refused: Record<string, string[]> = {
    'scraped-text': ['Deploy Server @smithery/notion Try in Playground list-databases', 'Try in playground'],
    sentence: ['This server lets you look at each and every parcel', 'Use this to ship it.'],
    markup: ['| Name', '`ship`', '<b>ship</b>', 'https://example.com/docs', 'kusto_query_|', 'a\nb'],
    template: ['${PREFIX}_request', '{{name}}'],
    label: ['Input:', 'Returns :'],
    heading: ['Input', 'Parameters', 'Accepted OAuth Scopes', 'Optional Settings', 'Tool', 'returns'],
    'protocol-method': ['initialize', 'new_session', 'tools/list', 'notifications/tools/list_changed'],
    parameter: ['depot', 'dry_run', 'force', 'base_ref'],
    'enum-value': ['queued', 'shipped', 'aggressive', 'backlog', 'needs_review', 'supervised', 'started'],
  };
  for (const [rule, names] of Object.entries(refused))
    for (const name of names)
      it(`is refused by the rule ${rule}: ${JSON.stringify(name)}`, () => {
        assert.equal(fate({ name, description: 'Something.' }), rule);
      });

  it('has cases for every rule', () => {
    assert.deepEqual(
      nameRules.map(({ id }) => id),
      Object.keys(refused),
    );
  });

  const kept = [
    ...['query', 'search', 'ping', 'start', 'list-databases', 'tools.search', 'projects/list', 'read'],
    ...['Get a test case by ID', 'Summarize Detection', '高德天气查询', 'API-post-search', 'browser_click'],
  ];
  for (const name of kept)
    it(`is a tool: ${name}`, () => {
      assert.equal(fate({ name }), 'tool');
    });

  it('is a tool when it has an input schema of its own, however it sounds', () => {
    for (const name of ['initialize', 'input', 'force', 'queued'])
      assert.equal(fate({ name, inputSchema: { type: 'object' } }), 'tool', name);
    assert.equal(fate({ name: 'Input:', inputSchema: { type: 'object' } }), 'label');
  });

  it('leaves the rest of its list alone, and what is no entry at all is said', () => {
    const { tools, failures } = readListedTools([ship, null, { name: '' }, { name: 'Input:' }], limits);
    assert.deepEqual(tools, [ship]);
    assert.deepEqual(
      failures.map(({ kind }) => kind),
      ['not-a-tool', 'invalid-definition', 'invalid-definition'],
    );
  });
});
