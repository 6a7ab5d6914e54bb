import assert from 'node:assert/strict';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { docker } from '../../../crawler/sources/docker.ts';
import { toolhive } from '../../../crawler/sources/toolhive.ts';
import { toolsdk } from '../../../crawler/sources/toolsdk.ts';
import { UserError } from '../../../src/terminal/command.ts';
import { archiveOf, writeFiles } from './archive.ts';
import { freshFolder, walkSource } from './walking.ts';

const toolsText = (tools: unknown): string => JSON.stringify(tools);

/** A checkout with these files. */
function checkout(name: string, files: Record<string, string>): string {
  const folder = freshFolder(name);
  writeFiles(folder, files);
  return folder;
}

describe('a checkout of the Docker catalogue', () => {
  const files = {
    'servers/crane/server.yaml': `name: crane
image: mcp/crane
type: server
about: { title: Crane, description: Lifts. }
source: { project: https://github.com/port/crane, commit: 0a1b }
`,
    'servers/crane/tools.json': toolsText([
      {
        name: 'lift',
        description: 'Lifts a load.',
        arguments: [
          { name: 'load', type: 'string', desc: 'What to lift' },
          { name: 'height', type: 'metres', desc: 'How high', optional: true },
        ],
      },
      { name: 'lower', inputSchema: { type: 'object' }, annotations: { destructiveHint: false } },
      { name: 'Input:' },
    ]),
    'servers/buoy/server.yaml':
      'name: buoy\ntype: remote\nremote:\n  transport_type: sse\n  url: https://buoy.example/sse\ndynamic:\n  tools: true\n',
    'servers/buoy/tools.json': '[]',
    'servers/rope/server.yaml':
      'name: rope\ntype: poci\ntools:\n  - name: pull\n    description: Pulls.\n    parameters: { type: object }\n',
    'servers/broken/server.yaml': 'name: [',
    'servers/nameless/server.yaml': 'image: mcp/nameless\n',
    'servers/bomb/server.yaml': `a: &a [x, x, x]\n${Array.from({ length: 9 }, (_, n) => `b${n}: &b${n} [${`*${n === 0 ? 'a' : `b${n - 1}`}, `.repeat(9)}]`).join('\n')}\nname: bomb\n`,
    'README.md': 'Not a server.',
  };

  it('gives servers with their images, addresses and tools, and says what is wrong with the others', async () => {
    const { store, faults } = await walkSource(docker, { from: checkout('docker', files) });
    const known = (await Array.fromAsync(store.servers())).map(({ id, tools }) => [
      id,
      tools.map(({ definition }) => definition),
    ]);
    const inputSchema = {
      type: 'object',
      properties: {
        load: { type: 'string', description: 'What to lift' },
        height: { description: 'How high' },
      },
      required: ['load'],
    };
    assert.deepEqual(known, [
      ['docker:rope', [{ name: 'pull', description: 'Pulls.', inputSchema: { type: 'object' } }]],
      [
        'oci:docker.io/mcp/crane',
        [
          { name: 'lift', description: 'Lifts a load.', inputSchema },
          { name: 'lower', inputSchema: { type: 'object' }, annotations: { destructiveHint: false } },
        ],
      ],
      ['remote:https://buoy.example/sse', []],
    ]);
    assert.deepEqual(
      faults.map(({ subject, kind }) => [subject.replace(/^.*:/, ''), kind]),
      [
        ['bomb', 'invalid-listing'],
        ['broken', 'invalid-listing'],
        ['crane', 'not-a-tool'],
        ['nameless', 'invalid-listing'],
      ],
    );
  });

  it('says whose word the tools are, and that an empty list is no list', async () => {
    const { store } = await walkSource(docker, { from: checkout('docker', files) });
    assert.deepEqual((await store.server('oci:docker.io/mcp/crane'))?.listed, {
      ...{ source: 'docker', name: 'crane', on: '2026-03-01' },
    });
    assert.equal((await store.server('remote:https://buoy.example/sse'))?.listed, undefined);
  });

  it('is the same from an archive, and follows no link out of the folder', async () => {
    const folder = freshFolder('docker');
    const bytes = await archiveOf(folder, files);
    writeFileSync(join(folder, 'docker.tgz'), bytes);
    const fromArchive = await walkSource(docker, { from: join(folder, 'docker.tgz') });
    const plain = checkout('docker', files);
    mkdirSync(join(plain, 'servers/linked'));
    symlinkSync(join(plain, 'servers/crane/server.yaml'), join(plain, 'servers/linked/server.yaml'));
    const fromFolder = await walkSource(docker, { from: plain });
    assert.deepEqual(
      await Array.fromAsync(fromArchive.store.servers()),
      await Array.fromAsync(fromFolder.store.servers()),
    );
  });

  it('is refused when there is nothing, no archive, or nothing of Docker in it', async () => {
    const folder = checkout('docker', { 'page.html': '<h1>Hello</h1>' });
    await assert.rejects(walkSource(docker, { from: join(folder, 'missing') }), UserError);
    for (const from of [folder, join(folder, 'page.html')]) {
      const { fault } = await walkSource(docker, { from });
      assert.equal(fault?.kind, 'bad-response');
    }
  });

  it('is refused as a whole when none of its entries has the known shape', async () => {
    const from = checkout('docker', {
      'servers/a/server.yaml': 'title: A\n',
      'servers/b/server.yaml': 'id: 7\n',
    });
    const { fault, counts } = await walkSource(docker, { from });
    assert.match(fault?.cause ?? '', /none of 2 entries can be used: a: /);
    assert.equal(counts.listings, 0);
  });

  it('is read no further than the limits, however small the archive is', async () => {
    const folder = freshFolder('docker');
    const big = await archiveOf(folder, { 'servers/a/server.yaml': `name: a\n#${' '.repeat(5_000_000)}` });
    assert.ok(big.byteLength < 50_000);
    const { fault } = await walkSource(docker, {
      from: join(folder, 'catalogue.tar.gz'),
      limits: { archiveBytes: 1_000_000 },
    });
    assert.match(fault?.cause ?? '', /unpacks to more than 1000000 bytes/);
  });
});

describe('the ToolHive catalogue', () => {
  const server = (name: string, meta: object): object => ({
    name: `io.github.stacklok/${name}`,
    title: name,
    packages: [{ registryType: 'oci', identifier: `ghcr.io/a/${name}:1.0.0`, transport: { type: 'stdio' } }],
    _meta: {
      'io.modelcontextprotocol.registry/publisher-provided': {
        'io.github.stacklok': { [`ghcr.io/a/${name}:1.0.0`]: meta },
      },
    },
  });
  const definition = {
    name: 'brew',
    description: 'Brews.',
    inputSchema: { type: 'object' },
    annotations: { destructiveHint: false, readOnlyHint: false },
  };
  const servers = [
    server('kettle', { tool_definitions: [definition], tools: ['brew', 'old'] }),
    server('cup', { tools: ['fill', 'Parameters'] }),
    server('spoon', { tools: [] }),
    { title: 'no name' },
  ];
  const expected = [
    ['oci:ghcr.io/a/cup', ['fill']],
    ['oci:ghcr.io/a/kettle', ['brew']],
    ['oci:ghcr.io/a/spoon', []],
  ];
  const tools = async ({ store }: Awaited<ReturnType<typeof walkSource>>) =>
    (await Array.fromAsync(store.servers())).map((one) => [
      one.id,
      one.tools.map((tool) => tool.definition.name),
    ]);

  it('is read from its one-file form, definitions before names', async () => {
    const folder = checkout('hive', { 'registry.json': JSON.stringify({ version: '1', data: { servers } }) });
    const outcome = await walkSource(toolhive, { from: join(folder, 'registry.json') });
    assert.deepEqual(await tools(outcome), expected);
    assert.deepEqual((await outcome.store.server('oci:ghcr.io/a/kettle'))?.tools[0]?.definition, definition);
    assert.deepEqual(
      outcome.faults.map(({ kind }) => kind),
      ['invalid-listing', 'not-a-tool'],
    );
  });

  it('is the same from a checkout', async () => {
    const files = servers.map((one, at) => [`registries/x/servers/${at}/server.json`, JSON.stringify(one)]);
    const outcome = await walkSource(toolhive, {
      from: checkout('hive', Object.fromEntries(files) as Record<string, string>),
    });
    assert.deepEqual(await tools(outcome), expected);
  });
});

describe('the ToolSDK registry', () => {
  it('joins packages and the index of tools, and makes up no package', async () => {
    const of = (packageName: string, runtime: string, more: object = {}): string =>
      JSON.stringify({ type: 'mcp-server', packageName, runtime, description: 'D', ...more });
    const from = checkout('toolsdk', {
      'packages/a/one.json': of('@kit/one', 'node', { name: 'One', packageVersion: '0.1.2' }),
      'packages/a/two.json': of('two-mcp', 'python'),
      'packages/b/go.json': of('three', 'go', {
        remotes: [{ type: 'sse', url: 'https://three.example/sse' }],
      }),
      'packages/b/path.json': of('@kit/many/tree/main/five', 'node'),
      'packages/b/bad.json': '{"type":',
      'indexes/packages-list.json': JSON.stringify({
        '@kit/one': {
          tools: { cut: { name: 'cut', description: 'Cuts.' }, initialize: { name: 'initialize' } },
        },
        'two-mcp': { tools: {} },
      }),
    });
    const { store, faults } = await walkSource(toolsdk, { from });
    assert.deepEqual(
      (await Array.fromAsync(store.servers())).map(({ id, tools }) => [
        id,
        tools.map(({ definition }) => definition.name),
      ]),
      [
        ['npm:@kit/one', ['cut']],
        ['pypi:two-mcp', []],
        ['remote:https://three.example/sse', []],
        ['toolsdk:@kit/many/tree/main/five', []],
      ],
    );
    assert.deepEqual(
      faults.map(({ kind }) => kind),
      ['not-a-tool', 'invalid-listing'],
    );
  });
});
