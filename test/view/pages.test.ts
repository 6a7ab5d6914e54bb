import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import { alone, sampleInspection, sampleRemoteVisit, sampleServer, sampleTool } from '../samples.ts';
import { cataloguePage, gravest } from '../../src/view/catalogue-page.ts';
import type { Launch } from '../../src/model/launch.ts';
import { ProgramVisit } from '../../src/model/server.ts';
import { startText } from '../../src/view/facts.ts';
import { neighbours } from '../../src/view/related.ts';
import { serverPage } from '../../src/view/server-page.ts';
import { namedRow, serverRows } from '../../src/view/server-row.ts';
import { tokenCosts } from '../../src/view/token-cost.ts';
import { toolPage } from '../../src/view/tool-page.ts';
import { listed } from '../../src/view/tool-row.ts';
import { toolServer } from '../../src/view/tool-server.ts';
import { changesIn, piecesOf } from '../pieces.ts';

const wipe = sampleTool(
  {
    name: 'wipe',
    description: 'Wipes all.',
    annotations: { readOnlyHint: true, idempotentHint: false, other: true },
  },
  {
    category: 'Destructive',
    risk: 'Critical',
    signals: [
      { id: 'deletes', at: '/description', quote: 'Wipes all' },
      { id: 'deletes', at: '/name', quote: 'wipe' },
      { id: 'no-longer-known', at: '', quote: '' },
    ],
  },
);
const look = sampleTool({ name: 'look' });
const server = sampleServer('store', [look, wipe]);
const costs = tokenCosts([server]);

describe('a tool page', () => {
  const page = toolPage(toolServer(server), wipe, { ...alone, neighboursOf: neighbours(listed([server])) });

  it('shows evidence with label, quote and a place that people can read', () => {
    assert.deepEqual(page.reasons[0], {
      label: 'Deletes',
      path: '/signals/deletes/',
      meaning: 'A call can remove something that already exists.',
      quotes: [
        { text: 'Wipes all', place: 'description' },
        { text: 'wipe', place: 'name' },
      ],
    });
    assert.deepEqual(page.reasons[1], {
      label: 'no-longer-known',
      path: null,
      meaning: null,
      quotes: [{ text: null, place: 'the definition as a whole' }],
    });
  });

  it('sets the author’s hints beside the verdict and says where they disagree', () => {
    assert.deepEqual(page.annotations.rows, [
      { hint: 'readOnlyHint: true', isDisputed: true, ours: 'does more than read' },
      { hint: 'destructiveHint', isDisputed: false, ours: 'not given, may destroy' },
      { hint: 'idempotentHint: false', isDisputed: false, ours: 'unproved' },
    ]);
  });

  it('has no table of actions, no doubts and no correction where there are none', () => {
    assert.deepEqual([page.actions, page.doubts, page.correction], [null, [], null]);
  });

  it('shows each action with its own rating and the words it rests on', () => {
    const at = '/inputSchema/properties/do/enum/0';
    const burn = {
      argument: 'do',
      name: 'burn\u200b',
      at,
      quote: 'burn',
      category: 'Destructive',
      risk: 'High',
    } as const;
    const odd = { ...burn, name: 'odd', quote: 'odd', category: null, risk: 'Unknown' } as const;
    const tool = sampleTool({ name: 'shelf' }, { actions: [burn, odd], actionsLeft: 3 });
    const { actions } = toolPage(toolServer(server), tool, alone);
    const place = 'inputSchema · do · enum · 0';
    assert.deepEqual(actions?.rows, [
      { name: 'burn⟨U+200B⟩', category: 'Destructive', risk: 'High', quote: 'burn', place },
      { name: 'odd', category: null, risk: 'Unknown', quote: 'odd', place },
    ]);
    assert.match(actions.cut ?? '', /3 more actions/);
  });

  it('shows a person’s correction with its words, and says it for every doubt why', () => {
    const instead = { judge: 'model', category: 'Financial', risk: 'Critical' } as const;
    const quotes = [{ at: '/description', quote: 'Wipes\u200b' }];
    const correction = { by: 'A librarian', on: '2026-02-03', quotes, instead };
    const corrected = sampleTool({ name: 'shelf' }, { judge: 'human', correction });
    const shown = toolPage(toolServer(server), corrected, alone).correction;
    assert.match(shown?.sentence ?? '', /A librarian corrected it/);
    assert.deepEqual(shown?.quotes, [{ text: 'Wipes⟨U+200B⟩', place: 'description' }]);
    const doubted = sampleTool({ name: 'shelf' }, { doubts: [{ reason: 'raised' }, { reason: 'unsure' }] });
    assert.equal(toolPage(toolServer(server), doubted, alone).doubts.length, 2);
  });

  it('says that its policy closes the other tools, and leads to that of the whole server', () => {
    assert.equal(page.policy.closesOthers, 'Alone it denies the other tool.');
    assert.equal(page.policy.wholePath, '/policies/store/');
  });

  it('calls an unknown risk unknown', () => {
    const unrated = sampleTool({ name: 'x', description: 'y' }, { risk: 'Unknown' });
    const unknown = toolPage(toolServer(sampleServer('s', [unrated])), unrated, alone);
    assert.match(unknown.lead, /^Nobody could rate this tool\. Ask a person before/);
    assert.match(unknown.meta, /risk unknown/);
  });

  it('writes invisible characters of a name as escapes, so that the copied policy still names the tool', () => {
    const name = 'pay\u202eyap\u{e0041}';
    const hidden = sampleTool({ name });
    const { policy } = toolPage(toolServer(sampleServer('s', [hidden])), hidden, alone);
    assert.doesNotMatch(policy.text, /[\u202e\u{e0041}]/u);
    assert.deepEqual(Object.keys((JSON.parse(policy.text) as { tools: object }).tools), [name]);
  });
});

describe('a server page', () => {
  it('is called after its gravest tool and lists it first', () => {
    const page = serverPage(server, costs);
    assert.equal(page.risk, 'Critical');
    assert.equal(page.verdict, 'The gravest of its 2 tools is wipe, a Destructive tool of Critical risk.');
    assert.deepEqual(
      page.tools.map(({ name }) => name),
      ['wipe', 'look'],
    );
    assert.equal(page.judges, 'Judged by Placard’s rules.');
  });

  it('says why a person should look at its list of tools', () => {
    const page = serverPage(
      sampleServer('a', [look], {
        review: [{ reason: 'many-tools' }, { reason: 'shared-tools', servers: ['npm:b', 'npm:c'] }],
      }),
      costs,
    );
    assert.match(page.reviews[0] ?? '', /^It lists 1 tool\./);
    assert.match(page.reviews[1] ?? '', /^2 other servers of its repository list exactly the same tools/);
    assert.deepEqual(serverPage(server, costs).reviews, []);
  });

  it('tells tools that nobody has listed from having none', () => {
    const unlisted = serverPage(sampleServer('a', [], { inspection: null }), costs);
    assert.equal(unlisted.risk, 'Unknown');
    assert.match(unlisted.verdict, /Nobody has listed the tools/);
    const empty = serverPage(sampleServer('a'), costs);
    assert.equal(empty.risk, null);
    assert.match(empty.verdict, /lists no tools/);
    assert.equal(empty.policy, null);
  });

  it('never passes off what a source lists as read from the server', () => {
    const tool = sampleTool({ name: 'wipe', description: 'Wipes.' });
    const listed = { source: 'docker', name: 'a', on: '2026-02-03' } as const;
    const heard = sampleServer('a', [tool], { inspection: null, listed });
    const page = serverPage(heard, costs);
    const words =
      'Its tools are what the Docker MCP Catalog said on 2026-02-03; nobody here has asked the server itself.';
    assert.ok(page.verdict.endsWith(words));
    const text = JSON.stringify([
      page,
      serverRows([namedRow(heard)])[0],
      toolPage(toolServer(heard), tool, alone),
    ]);
    assert.ok(text.includes('2026-02-03, from the Docker MCP Catalog'));
    assert.ok(text.includes('not by asking the server'));
    assert.ok(text.includes('So says the Docker MCP Catalog.'));
    assert.doesNotMatch(text, /running server|says the server|Started as/);
    const visited = serverPage({ ...heard, inspection: sampleInspection('a') }, costs);
    assert.doesNotMatch(JSON.stringify(visited), /Docker/);
  });

  it('says how the server was started, in which version, and what went wrong', () => {
    const page = serverPage(
      sampleServer('a', [], {
        inspection: sampleInspection('a', {
          launch: {
            package: { kind: 'npm', name: 'a', version: '1.0.0' },
            arguments: ['--root', '.'],
            environment: { TOKEN: 'none' },
          },
          versionGot: '1.0.1',
        }),
        faults: [
          {
            stage: 'inspect',
            subject: 'npm:a',
            kind: 'timed-out',
            cause: 'x\u200b',
            at: '2026-01-02T00:00:00Z',
          },
        ],
      }),
      costs,
    );
    const facts = Object.fromEntries(page.facts.map(({ term, text, note }) => [term, [text, note]]));
    assert.deepEqual(facts['Started as'], ['TOKEN=none a@1.0.0 --root .', undefined]);
    assert.deepEqual(facts.Version, ['1.0.1', 'asked for 1.0.0']);
    assert.deepEqual(page.faults[0], {
      sentence: 'The server did not answer in time.',
      cause: 'x⟨U+200B⟩',
      on: '2026-01-02',
      kind: 'timed-out',
    });
  });

  it('says which address listed the tools, and what each address answers', () => {
    const open = 'https://tools.example/mcp';
    const shut = 'https://shut.example/mcp';
    const spare = 'https://spare.example/mcp';
    const remote = (url: string) => ({ kind: 'streamable-http', url }) as const;
    const at = '2026-03-01T00:00:00.000Z';
    const login = { status: 401, scheme: null, resourceMetadata: null, authorizationServers: [], scopes: [] };
    const page = serverPage(
      sampleServer('a', [], {
        remotes: [open, shut, spare].map(remote),
        inspection: sampleRemoteVisit(open, { protocol: '2026-07-28' }),
        reachability: [
          { state: 'listed', remote: remote(open), at },
          { state: 'needs-login', remote: remote(shut), at, ...login },
        ],
      }),
      costs,
    );
    const shown = page.facts.map(({ term, text, note }) => [term, text, note]);
    const expected = [
      ['Tools read from', open, 'on 2026-01-02'],
      ['Transport', 'streamable-http', undefined],
      ['Protocol', '2026-07-28', undefined],
      ['Remote (streamable-http)', open, 'lists its tools, since 2026-03-01'],
      ['Remote (streamable-http)', shut, 'needs a login, since 2026-03-01'],
      ['Remote (streamable-http)', spare, undefined],
    ];
    for (const fact of expected)
      assert.ok(
        shown.some((line) => isDeepStrictEqual(line, fact)),
        fact.join(', '),
      );
    assert.ok(!shown.some(([term]) => term === 'Started as' || term === 'Sandbox'));
  });

  it('shows a launch without a version as unstated', () => {
    const reference: Launch['package'] = { kind: 'npm', name: 'a', version: null };
    const launch: Launch = { package: reference, arguments: [], environment: {} };
    assert.equal(startText(sampleInspection('a', { launch })), 'a@unstated');
  });

  it('shows the command of a program of one’s own', () => {
    const own = { kind: 'program', command: ['node', 'a.js'], environment: { A: '1' } };
    assert.equal(startText(ProgramVisit.parse({ ...sampleInspection('a'), ...own })), 'A=1 node a.js');
  });
});

describe('the catalogue', () => {
  const many = sampleServer(
    'many',
    ['delete_a', 'delete_b', 'delete_c'].map((name) =>
      sampleTool({ name }, { category: 'Destructive', risk: 'High' }),
    ),
  );
  const servers = [many, server, sampleServer('none', [], { inspection: null })];

  it('counts each tool once by risk and once by category', () => {
    const page = cataloguePage({ ...piecesOf(servers), changes: changesIn(servers), judges: null });
    const sum = (lists: typeof page.risks): number =>
      lists.reduce((total, { entries }) => total + entries.length, 0);
    assert.equal(page.tools, 5);
    assert.equal(sum(page.risks), 5);
    assert.equal(sum(page.categories), 5);
    assert.deepEqual([page.servers, page.listedServers], [3, 2]);
  });

  it('shows the gravest tools, at most two of a server, and nothing that is not grave', () => {
    assert.deepEqual(
      gravest(listed(servers), 8).map(({ name }) => name),
      ['wipe', 'delete_a', 'delete_b'],
    );
  });

  it('lists servers by name, whatever their capitals', () => {
    const named = (name: string) => sampleServer(name.toLowerCase(), [], { name });
    assert.deepEqual(
      serverRows([named('zeta'), named('Beta'), named('alpha')].map(namedRow)).map(({ name }) => name),
      ['alpha', 'Beta', 'zeta'],
    );
  });
});
