import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Category } from '../../src/model/categories.ts';
import { Risk } from '../../src/model/risks.ts';
import type { CatalogueServer, CatalogueTool } from '../../src/model/server.ts';
import { recommend } from '../../src/policy/recommend.ts';
import { limitPhrase } from '../../src/view/sentences.ts';
import { toolPage } from '../../src/view/tool-page.ts';
import { alone, sampleServer, sampleTool } from '../samples.ts';

const described = {
  name: 'send_mail',
  description: 'Sends a mail.',
  inputSchema: { properties: { to: {} } },
};

function answers(tool: CatalogueTool, server: CatalogueServer = sampleServer('post', [tool])): string[] {
  return toolPage(server, tool, alone).questions.map(({ answer }) => answer);
}

describe('the six questions', () => {
  it('name the tool in each', () => {
    const tool = sampleTool(described);
    const { questions } = toolPage(sampleServer('post', [tool]), tool, alone);
    assert.equal(questions.length, 6);
    for (const { question } of questions) assert.match(question, /send_mail/);
  });

  it('quote the server on what the tool does', () => {
    const tool = sampleTool(described);
    const [first] = toolPage(sampleServer('post', [tool]), tool, alone).questions;
    assert.equal(first?.quote, 'Sends a mail.');
    assert.equal(first.answer, 'So says the server. We categorise send_mail as a Read tool.');
  });

  it('say that there is no description, and what the rating rests on instead', () => {
    const bare = answers(sampleTool({ name: 'code_generate' }, { category: 'Execute', risk: 'High' }))[0];
    assert.equal(
      bare,
      'The server publishes no description of code_generate. We categorise it as an Execute tool from its name alone.',
    );
    const blank = sampleTool({ name: 'x', description: ' ', inputSchema: described.inputSchema });
    assert.match(answers(blank)[0] ?? '', /from its name and its parameters\.$/);
  });

  for (const category of Category.options) {
    for (const risk of Risk.options) {
      it(`agree with the policy on ${category}, ${risk}`, () => {
        const tool = sampleTool(described, { category, risk });
        const page = toolPage(sampleServer('post', [tool]), tool, alone);
        const [, enforce = '', level = '', limit = '', block = ''] = page.questions.map(
          ({ answer }) => answer,
        );
        assert.ok(enforce.endsWith(page.policy.effect), 'the effect is the one beside the policy');
        assert.match(level, risk === 'Unknown' ? /^Risk unknown\./ : new RegExp(`^${risk} risk\\.`));
        const rule = recommend(tool, 'balanced');
        const bound = rule.decision === 'hide' ? null : limitPhrase(rule.limits);
        assert.equal(page.policy.text.includes('"limits"'), bound !== null);
        if (bound === null) assert.doesNotMatch(limit, /^Yes\. /);
        else assert.ok(limit.includes(bound));
        assert.equal(/already (?:does|denies)/.test(block), ['hide', 'deny'].includes(rule.decision));
        assert.equal(page.policy.text.includes('"hide"'), rule.decision === 'hide');
        assert.equal(page.policy.text.includes('"deny_if"'), ['ask', 'deny'].includes(rule.decision));
      });
    }
  }

  it('name the server once, with its tools and how they are known', () => {
    const tool = sampleTool(described);
    assert.equal(
      answers(tool, sampleServer('post', [tool], { name: 'Post MCP Server' }))[5],
      'The Post MCP Server, with 1 tool. It is published as the npm package post. Its tools were read from the running server on 2026-01-02.',
    );
  });
});
