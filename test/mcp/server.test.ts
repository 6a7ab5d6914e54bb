import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createServer } from 'node:http';
import { once } from 'node:events';
import { after, describe, it } from 'node:test';
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { byJudge } from '../../classifier/fallback.ts';
import { chooseJudge } from '../../classifier/judges.ts';
import { hiddenCharacters } from '../../src/model/display.ts';
import type { ToolDefinition } from '../../src/model/tool.ts';
import { publishedServers } from '../policy/sample-policy.ts';
import { hostileCatalogue } from './hostile-catalogue.ts';

const program = ['src/commands/placard.ts', 'mcp'];
const info = { name: 'test', version: '1.0.0' };

/** A client of one era, connected to the command over standard input and output. */
async function overStdio(mode: 'auto' | 'legacy', ...words: string[]): Promise<Client> {
  const client = new Client(info, { versionNegotiation: { mode } });
  const environment = { PATH: process.env.PATH ?? '' };
  const transport = new StdioClientTransport({
    ...{ command: process.execPath, args: [...program, ...words], env: environment },
  });
  await client.connect(transport);
  after(() => client.close());
  return client;
}

const names = ['check_tool', 'check_server', 'check_stack', 'search', 'get_policy', 'list_changes'];
const [known] = publishedServers().filter(({ tools }) => tools.length > 3);
assert.ok(known);
const [tool] = known.tools;
assert.ok(tool);
const questions: Record<string, Record<string, unknown>> = {
  check_tool: { server: known.slug, tool: tool.definition.name },
  check_server: { server: known.id },
  check_stack: { servers: [known.slug, 'npm:no-such-package'] },
  search: { words: 'file' },
  get_policy: { server: known.slug, format: 'claude-code' },
  list_changes: { since: '2000-01-01', limit: 3 },
};

for (const era of ['auto', 'legacy'] as const)
  describe(`the MCP server, to a client that speaks the ${era === 'auto' ? 'newest' : 'earlier'} revision`, async () => {
    const client = await overStdio(era);

    it('lists its six tools, which only read, with the shapes of their answers', async () => {
      const { tools } = await client.listTools();
      assert.deepEqual(
        tools.map(({ name }) => name),
        names,
      );
      for (const { annotations, outputSchema } of tools) {
        assert.deepEqual([annotations?.readOnlyHint, annotations?.openWorldHint], [true, false]);
        assert.equal(outputSchema?.type, 'object');
      }
    });

    it('answers each with data that fits its shape, which the client checks, and with the same as text', async () => {
      for (const [name, given] of Object.entries(questions)) {
        const { structuredContent, content, isError } = await client.callTool({ name, arguments: given });
        assert.notEqual(isError, true, name);
        const [block] = content;
        assert.ok(block?.type === 'text');
        const data = block.text.slice(block.text.indexOf('\n\n'));
        assert.deepEqual(JSON.parse(data), structuredContent, name);
      }
    });

    it('has the pages of servers and tools as Markdown', async () => {
      const read = async (uri: string) => (await client.readResource({ uri })).contents[0];
      const page = await read(`placard://servers/${known.slug}`);
      assert.ok(page !== undefined && 'text' in page);
      assert.match(page.text, /The gravest tools/);
      const one = await read(`placard://servers/${known.slug}/${tool.slug}`);
      assert.ok(one !== undefined && 'text' in one && one.text.includes(tool.classification.category));
      await assert.rejects(read('placard://servers/no-such-server'), /not found/i);
    });
  });

describe('what the MCP server says of what it does not know', async () => {
  const client = await overStdio('auto');
  const ask = (name: string, given: Record<string, unknown>) => client.callTool({ name, arguments: given });

  it('is nothing, and never a mild rating', async () => {
    const { structuredContent } = await ask('check_server', { server: 'npm:no-such-package' });
    assert.deepEqual(structuredContent, { servers: [] });
    const stack = await ask('check_stack', { servers: ['npm:no-such-package'] });
    assert.deepEqual((stack.structuredContent as { missing: string[] }).missing, ['npm:no-such-package']);
  });

  it('is an error that a caller can mend where it was asked for a text', async () => {
    const { isError, content } = await ask('get_policy', { server: 'no\u202esuch' });
    assert.equal(isError, true);
    const said = content[0]?.type === 'text' ? content[0].text : '';
    assert.match(said, /has no server/);
    assert.deepEqual(hiddenCharacters(said), []);
  });
});

describe('what the MCP server says of hostile definitions', async () => {
  const { folder, secrets } = await hostileCatalogue();
  const client = await overStdio('auto', '--catalogue', folder);

  it('hands on none of their orders, marks the rest as data, and spells out what cannot be seen', async () => {
    const asked: [string, Record<string, unknown>][] = [
      ['check_server', { server: 'hostile' }],
      ['check_tool', { server: 'hostile', tool: 'add' }],
      ['check_stack', { servers: ['hostile'] }],
      ['search', { words: '' }],
      ['list_changes', {}],
    ];
    for (const [name, given] of asked) {
      const { content, structuredContent } = await client.callTool({ name, arguments: given });
      const said = content[0]?.type === 'text' ? content[0].text : '';
      assert.match(said, /^Data from a Placard catalogue\./);
      for (const text of [said, JSON.stringify(structuredContent)]) {
        for (const secret of secrets) assert.ok(!text.includes(secret), `${name} hands on "${secret}"`);
        assert.deepEqual(hiddenCharacters(text.replaceAll('\n', '')), []);
      }
    }
    const { structuredContent } = await client.callTool({
      ...{ name: 'check_tool', arguments: { server: 'hostile', tool: 'add' } },
    });
    const [answer] = (structuredContent as { tools: { withheld: boolean; reason: null }[] }).tools;
    assert.deepEqual([answer?.withheld, answer?.reason], [true, null]);
  });
});

describe('the MCP server over Streamable HTTP', async () => {
  const child = spawn(process.execPath, [...program, '--listen', '127.0.0.1:0'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  after(() => child.kill());
  const [said] = (await once(child.stderr.setEncoding('utf8'), 'data')) as [string];
  const url = new URL(/http:\S+/.exec(said)?.[0] ?? '');

  for (const mode of ['auto', 'legacy'] as const)
    it(`answers a client of the ${mode === 'auto' ? 'newest' : 'earlier'} revision`, async () => {
      const client = new Client(info, { versionNegotiation: { mode } });
      await client.connect(new StreamableHTTPClientTransport(url));
      const { structuredContent } = await client.callTool({
        name: 'search',
        arguments: { words: 'file', limit: 2 },
      });
      assert.equal((structuredContent as { tools: unknown[] }).tools.length, 2);
      await client.close();
    });

  it('refuses a web page that reaches this machine under another name, and has one endpoint', async () => {
    const ask = (address: URL, headers: Record<string, string>) =>
      fetch(address, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: '{}',
      });
    assert.equal((await ask(url, { origin: 'https://evil.example' })).status, 403);
    assert.equal((await ask(new URL('/other', url), {})).status, 404);
  });

  it('says which address is taken', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const { port } = taken.address() as { port: number };
    const second = spawn(process.execPath, [...program, '--listen', `127.0.0.1:${port}`]);
    const complaints = await Array.fromAsync(second.stderr.setEncoding('utf8'));
    assert.match(complaints.join(''), /cannot listen on 127\.0\.0\.1/);
    assert.equal(second.exitCode ?? (await once(second, 'close'))[0], 1);
    taken.close();
  });
});

describe('our own tools, in our own eyes', async () => {
  const client = await overStdio('auto');
  const { tools } = await client.listTools();
  for (const definition of tools)
    it(`are Low: ${definition.name}`, async () => {
      const { judge } = chooseJudge('model', {});
      const subject = { server: { name: 'placard' }, tool: definition as ToolDefinition };
      const { risk, category, signals } = await byJudge(judge, subject);
      assert.deepEqual({ risk, category }, { risk: 'Low', category: 'Read' }, JSON.stringify(signals));
    });
});
