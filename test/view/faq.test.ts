import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Category } from '../../src/model/categories.ts';
import { Risk } from '../../src/model/risks.ts';
import type { CatalogueServer, CatalogueTool } from '../../src/model/server.ts';
import { recommend } from '../../src/policy/recommend.ts';
import { limitPhrase } from '../../src/view/sentences.ts';
import { toolPage } from '../../src/view/tool-page.ts';
import { toolServer } from '../../src/view/tool-server.ts';
import { alone, sampleServer, sampleTool } from '../samples.ts';

const described = {
  name: 'send_mail',
  description: 'Sends a mail.',
  inputSchema: { properties: { to: {} } },
};

function answers(tool: CatalogueTool, server: CatalogueServer = sampleServer('post', [tool])): string[] {
  return toolPage(toolServer(server), tool, alone).questions.map(
    ({ quote, answer }) => answer ?? quote ?? '',
  );
}

describe('the questions', () => {
  it('name the tool in each', () => {
    const tool = sampleTool(described);
    const { questions } = toolPage(toolServer(sampleServer('post', [tool])), tool, alone);
    assert.ok(questions.length >= 3);
    for (const { question } of questions) assert.match(question, /send_mail/);
  });

  it('quote the server’s first sentence on what the tool does', () => {
    const tool = sampleTool({ ...described, description: 'Sends a mail, e.g. a bill. It asks nobody.' });
    const [first] = toolPage(toolServer(sampleServer('post', [tool])), tool, alone).questions;
    assert.equal(first?.quote, 'Sends a mail, e.g. a bill.');
    assert.equal(first.answer, null);
  });

  it('say that there is no description, and what the rating rests on instead', () => {
    const bare = answers(sampleTool({ name: 'code_generate' }, { category: 'Execute', risk: 'High' }))[0];
    assert.equal(bare, 'There is no description. We call it an Execute tool from its name alone.');
    const blank = sampleTool({ name: 'x', description: ' ', inputSchema: described.inputSchema });
    assert.match(answers(blank)[0] ?? '', /from its name and its parameters: to\.$/);
  });

  for (const category of Category.options) {
    for (const risk of Risk.options) {
      it(`agree with the policy on ${category}, ${risk}`, () => {
        const tool = sampleTool(described, { category, risk });
        const page = toolPage(toolServer(sampleServer('post', [tool])), tool, alone);
        const limit = page.questions.find(({ question }) => question.includes('limit'))?.answer ?? '';
        const rule = recommend(tool, 'balanced');
        const bound = rule.decision === 'hide' ? null : limitPhrase(rule.limits);
        assert.equal(page.policy.text.includes('"limits"'), bound !== null);
        const figures = rule.limits.map(
          ({ max, window }) => new RegExp(`\\b${max.toLocaleString('en-GB')} (?:calls? )?a ${window}`),
        );
        assert.ok(bound === null || figures.every((figure) => figure.test(limit)), limit);
        assert.ok(bound !== null || !/\d/.test(limit), limit);
        assert.equal(limit.includes('policy above hides it'), page.policy.text.includes('"hide"'));
        assert.equal(limit.includes('policy above denies it'), page.policy.text.includes('"deny_if"'));
      });
    }
  }

  it('name the signals that a level rests on, and ask nothing about the level without any', () => {
    const signals = [
      { id: 'sends-message', at: '/description', quote: 'Sends a mail' },
      { id: 'p:recipient', at: '/inputSchema/properties/to', quote: '"to"' },
    ];
    const tool = sampleTool(described, { risk: 'High', signals });
    assert.ok(answers(tool).includes('High: sends messages and accepts a recipient.'));
    assert.ok(!answers(sampleTool(described)).some((answer) => answer.startsWith('Low:')));
  });

  it('say of a proved argument what its schema holds it to', () => {
    const signals = [{ id: 'p:path', at: '/inputSchema/properties/at', quote: '"at"' }];
    const open = sampleTool(
      { name: 'save', description: 'Saves.', inputSchema: { properties: { at: { type: 'string' } } } },
      { signals },
    );
    assert.ok(answers(open).includes('Whatever the caller puts into at (unbounded).'));
    const bound = { at: { type: 'string', maxLength: 8 } };
    const held = sampleTool(
      { name: 'save', description: 'Saves.', inputSchema: { properties: bound } },
      { signals },
    );
    assert.ok(answers(held).some((answer) => answer.endsWith('puts into at (at most 8 characters).')));
  });

  it('answer by words of the description, never by a name alone', () => {
    const inWords = [{ id: 'irreversible', at: '/description', quote: 'for good' }];
    const tool = sampleTool({ name: 'wipe', description: 'Wipes for good.' }, { signals: inWords });
    const asked = toolPage(toolServer(sampleServer('post', [tool])), tool, alone).questions;
    assert.equal(asked.find(({ quote }) => quote === 'for good')?.answer, 'By these words it cannot.');
    const byName = sampleTool(
      { name: 'wipe' },
      { signals: [{ id: 'irreversible', at: '/name', quote: 'wipe' }] },
    );
    assert.ok(!answers(byName).includes('By these words it cannot.'));
  });

  it('name the server once, with its package', () => {
    const tool = sampleTool(described);
    assert.equal(
      answers(tool, sampleServer('post', [tool], { name: 'Post MCP Server' })).at(-1),
      'Post MCP Server, npm package post.',
    );
  });
});
