import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Agent, Runner, hostedMcpTool, setTracingDisabled } from '@openai/agents-core';
import { OpenAIResponsesModel } from '@openai/agents-openai';
import OpenAI from 'openai';
import type { ResponseCreateParamsNonStreaming } from 'openai/resources/responses/responses';
import { z } from 'zod';
import { exportPolicy } from '../../../src/policy/export.ts';
import type { ExportFile } from '../../../src/policy/format.ts';
import { openai } from '../../../src/policy/formats/openai.ts';
import { fiveRules, samplePolicy, sampleRule } from '../sample-policy.ts';
import { alias, holdsPolicies, textOf, type Decide } from './holds-policies.ts';
import { received } from './loopback.ts';

const Names = z.strictObject({ tool_names: z.array(z.string()) });
const Body = z.strictObject({
  tools: z.array(
    z.strictObject({
      type: z.literal('mcp'),
      server_label: z.string(),
      server_url: z.string(),
      allowed_tools: z.array(z.string()),
      require_approval: z.strictObject({ never: Names.optional(), always: Names.optional() }),
    }),
  ),
});

/** As the documentation of the Responses API says. */
function read(files: ExportFile[]): Decide {
  const { tools } = Body.parse(JSON.parse(textOf(files, 'openai-responses.json')));
  const [server] = tools;
  return (tool) => {
    if (server?.allowed_tools.includes(tool) !== true) return 'deny';
    const isNever = server.require_approval.never?.tool_names.includes(tool) === true;
    return isNever && server.require_approval.always?.tool_names.includes(tool) !== true ? 'allow' : 'ask';
  };
}

const message = { type: 'output_text', text: 'Done.', annotations: [] };
const answer = {
  id: 'resp_1',
  object: 'response',
  status: 'completed',
  output: [{ id: 'msg_1', type: 'message', role: 'assistant', status: 'completed', content: [message] }],
  usage: { input_tokens: 1, output_tokens: 1, total_tokens: 2 },
};

const sent = async (use: (client: OpenAI) => Promise<unknown>): Promise<unknown> => {
  const [request] = await received(answer, (address) =>
    use(new OpenAI({ baseURL: `${address}/v1`, apiKey: 'none', maxRetries: 0 })),
  );
  assert.equal(request?.path, '/v1/responses');
  return z.looseObject({ tools: z.unknown() }).parse(request.body).tools;
};

describe('OpenAI', () => {
  holdsPolicies(openai, read);

  const hostile = { ...fiveRules.tools, 'a "b"\n\u200b*': sampleRule(), __proto: sampleRule() };
  const { files } = exportPolicy(samplePolicy(hostile), openai, { alias, withGuard: false });
  const exported = Body.parse(JSON.parse(textOf(files, 'openai-responses.json')));

  it('is sent unchanged by the official SDK', async () => {
    const body = { model: 'any', input: 'Hello', ...exported } as ResponseCreateParamsNonStreaming;
    assert.deepEqual(await sent((client) => client.responses.create(body)), exported.tools);
  });

  it('is the same server to the Agents SDK, which asks the API for the same', async () => {
    setTracingDisabled(true);
    const options = JSON.parse(textOf(files, 'openai-agents.json')) as Parameters<typeof hostedMcpTool>[0];
    const agent = new Agent({ name: 'Test', tools: [hostedMcpTool(options)] });
    const tools = await sent((client) =>
      new Runner({
        modelProvider: { getModel: () => new OpenAIResponsesModel(client, 'any') },
        tracingDisabled: true,
      }).run(agent, 'Hello'),
    );
    const filtered = exported.tools.map((tool) => ({
      ...tool,
      allowed_tools: { tool_names: tool.allowed_tools },
    }));
    assert.deepEqual(tools, filtered);
  });

  it('leaves the server out where nothing is open, because nobody says what an empty list means', () => {
    const policy = samplePolicy({ delete_item: sampleRule({ decision: 'deny' }) });
    const closed = exportPolicy(policy, openai, { alias, withGuard: false });
    assert.deepEqual(JSON.parse(textOf(closed.files, 'openai-responses.json')), { tools: [] });
    assert.ok(
      closed.warnings.some(({ tool, message: text }) => tool === null && text.includes('No tool is open')),
    );
  });

  it('asks about what a condition would have bounded', () => {
    assert.equal(read(files)('write_item', fiveRules.tools.write_item as never), 'ask');
  });

  for (const fault of ['1a', 'a b', '', 'ä', '-a'])
    it(`refuses ${JSON.stringify(fault)} as a label`, () => {
      assert.match(openai.aliasFault(fault) ?? '', /\.$/);
    });
});
