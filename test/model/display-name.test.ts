import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { displayName } from '../../src/model/display-name.ts';
import { mcpServer } from '../../src/view/wording.ts';

describe('a display name', () => {
  const survivors = [
    ['CodexMCP', 'CodexMCP server'],
    ['PMCP', 'PMCP server'],
    ['Amazon EKS MCP Server', 'Amazon EKS MCP Server'],
    ['@scope/name', '@scope/name MCP server'],
    ['@notionhq/notion-mcp-server', '@notionhq/notion-mcp-server'],
    ['io.github.user/repo', 'io.github.user/repo MCP server'],
    ['io.github.user/mcp-grafana', 'io.github.user/mcp-grafana server'],
    ['MCP Server for PostgreSQL', 'MCP Server for PostgreSQL'],
    ['Observer', 'Observer MCP server'],
    ['Яндекс Трекер', 'Яндекс Трекер MCP server'],
    ['Сервер MCP для 1С', 'Сервер MCP для 1С'],
    ['高德地图', '高德地图 MCP server'],
    ['高德地图MCP服务器', '高德地图MCP服务器'],
    ['한국 부동산 MCP 서버', '한국 부동산 MCP 서버'],
  ] as const;
  for (const [name, phrase] of survivors) {
    it(`stays “${name}” and is called “${phrase}”`, () => {
      assert.equal(displayName([name]), name);
      assert.equal(mcpServer(name), phrase);
    });
  }

  const doubled = [
    ['GitHub MCP Server MCP Server', 'GitHub MCP Server'],
    ['GitHub MCP MCP Server', 'GitHub MCP Server'],
    ['Postgres Server server', 'Postgres Server'],
  ] as const;
  for (const [name, once] of doubled) {
    it(`says each word of “${name}” once`, () => {
      assert.equal(displayName([name]), once);
    });
  }

  it('is the first that says anything', () => {
    assert.equal(displayName([null, undefined, ' \n', 'One\n line', 'Two']), 'One line');
    assert.equal(displayName([null, '']), null);
  });

  it('gives way to the next when it is one word without end', () => {
    assert.equal(displayName(['x'.repeat(300), '@scope/name']), '@scope/name');
    assert.equal(displayName(['长'.repeat(214)]), '长'.repeat(214));
  });

  it('is never cut inside a word', () => {
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^[a-zй长]{1,40}$/), { minLength: 1, maxLength: 30 }),
        (words) => {
          const shown = displayName([words.join(' ')]) ?? '';
          const kept = shown.replace(/ …$/, '').split(' ');
          assert.deepEqual(kept, words.slice(0, kept.length));
          assert.ok(Array.from(shown).length <= 216);
        },
      ),
    );
  });

  it('is called MCP once, and a server once when it ends in that', () => {
    const word = fc.constantFrom('GitHub', 'MCP', 'mcp', 'Server', 'for', 'сервер');
    fc.assert(
      fc.property(fc.array(word, { minLength: 1 }), (words) => {
        const name = displayName([words.join(' ')]) ?? '';
        const added = mcpServer(name).slice(name.length);
        assert.ok(!/mcp/i.test(name) || !/mcp/i.test(added), name + added);
        assert.ok(!/(?:server|сервер)$/i.test(name) || added === '', name + added);
      }),
    );
  });
});
