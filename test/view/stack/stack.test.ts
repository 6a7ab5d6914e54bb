import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { marked } from 'marked';
import type { ConfiguredServer } from '../../../src/clients/configured-server.ts';
import { analyse } from '../../../src/stack/analysis.ts';
import { exampleStack } from '../../../src/view/stack/example.ts';
import { diagramOf } from '../../../src/view/stack/diagram.ts';
import { entryView, type StackEntry } from '../../../src/view/stack/entry-view.ts';
import { stackReport } from '../../../src/view/stack/report.ts';
import { stackView } from '../../../src/view/stack/stack-view.ts';
import { stackServers } from '../../site/stack-servers.ts';
import { member, stackTool } from '../../stack/stacks.ts';
import { piecesOf } from '../../pieces.ts';

const hostile = '</td>|<script>alert(1)</script>[a](javascript:b)`\n# Title\u202e';
const stack = [
  member('web', [stackTool('fetch', ['untrusted-content'], { risk: 'Medium' })]),
  member('mail', [
    ...Array.from({ length: 6 }, (_, place) =>
      stackTool(`read_${place}`, ['private-data'], { risk: 'High' }),
    ),
    stackTool('send', ['sends-message'], { category: 'Write' }),
  ]),
  member(hostile, [stackTool(hostile, [], { risk: 'Critical', category: 'Execute' })]),
];
const found = analyse(stack);
const view = stackView(found, () => 'allow');
const [chain] = view.chains;
assert.ok(chain);

const configured: ConfiguredServer = {
  ...{ alias: 'a', place: { line: 1, column: 1 }, launch: null, variables: [], isDisabled: false },
  told: { packages: [], remotes: [], repository: null, names: [] },
};
const entry = (changes: Partial<StackEntry>): StackEntry => ({
  ...{ configured, alias: 'a', keys: [], found: null, slug: null, server: null, failure: null },
  ...changes,
});

describe('the drawing of a chain', () => {
  for (const direction of ['across', 'down'] as const)
    it(`has a box for each link, none over another, and all text inside: ${direction}`, () => {
      const { boxes, arrows, width, height, description } = diagramOf(chain, direction);
      assert.equal(boxes.length, 3);
      assert.equal(arrows.length, 2);
      for (const [at, box] of boxes.entries()) {
        const before = boxes[at - 1];
        if (before !== undefined)
          assert.ok(
            direction === 'across' ? box.x > before.x + before.width : box.y > before.y + before.height,
          );
        for (const { x, y } of box.lines) {
          assert.ok(x > box.x && x < box.x + box.width);
          assert.ok(y > box.y && y < box.y + box.height);
        }
        assert.ok(box.x + box.width <= width && box.y + box.height <= height);
      }
      assert.match(description, /Reads private data or credentials \(6\)/);
    });

  it('names three tools of a link and counts the rest', () => {
    const lines = diagramOf(chain, 'across').boxes[1]?.lines.map(({ text }) => text) ?? [];
    assert.deepEqual(lines.slice(-4), ['mail/read_0', 'mail/read_1', 'mail/read_2', 'and 3 more']);
  });
});

describe('the report of a stack', () => {
  const entries = stack.map(({ alias, server }) => entryView(entry({ alias, server, slug: alias })));
  const text = stackReport({ entries: [...entries, entryView(entry({}))], found, view, preset: 'balanced' });

  it('says what is known and what is not', () => {
    assert.match(text, /4 servers, 9 tools: 1 Critical, 6 High, 1 Medium and 1 Low\./);
    assert.match(text, /The tools of 1 server are unknown and in no figure\./);
    assert.match(text, /### Private data, strangers’ text and a way out: open/);
  });

  it('takes no mark, tag, link or line from a name', () => {
    const html = marked.parse(text, { async: false });
    assert.doesNotMatch(html, /<script|<a |<h1[^>]*>Title|javascript:b"/);
    assert.equal(text.includes('\u202e'), false);
    assert.equal((html.match(/<h1/g) ?? []).length, 1);
  });
});

describe('a server of a stack', () => {
  const key = { kind: 'package', text: 'npm:x' } as const;
  it('that was not recognised says what to do', () => {
    assert.match(entryView(entry({})).note ?? '', /nothing tells it from other servers/);
    assert.match(entryView(entry({ keys: [key] })).note ?? '', /The catalogue has no npm package x/);
    const several = entryView(entry({ keys: [key], found: { ...key, servers: ['a', 'b'] } }));
    assert.match(several.note ?? '', /2 servers of the catalogue fit/);
    assert.deepEqual(several.choices, ['a', 'b']);
    assert.match(entryView(entry({ failure: 'It is broken.' })).note ?? '', /It is broken/);
  });

  it('whose tools nobody has listed has no count of them', () => {
    const { server } = member('a', null);
    const { tools, tokens, note } = entryView(
      entry({ slug: 'a', server, keys: [key], found: { ...key, servers: ['a'] } }),
    );
    assert.deepEqual([tools, tokens], [null, null]);
    assert.match(note ?? '', /Nobody has listed its tools/);
  });
});

describe('the example', () => {
  it('is a few servers that form chains together', () => {
    const slugs = exampleStack(piecesOf(stackServers).servers);
    assert.ok(slugs.length > 1 && slugs.length <= 4, slugs.join());
    assert.deepEqual(exampleStack([]), []);
  });
});
