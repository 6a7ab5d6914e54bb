import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import Anthropic from '@anthropic-ai/sdk';
import type { MessageCreateParamsNonStreaming } from '@anthropic-ai/sdk/resources/beta/messages/messages';
import { z } from 'zod';
import { exportPolicy } from '../../../src/policy/export.ts';
import type { ExportFile } from '../../../src/policy/format.ts';
import { anthropic } from '../../../src/policy/formats/anthropic.ts';
import { fiveRules, samplePolicy, sampleRule } from '../sample-policy.ts';
import { alias, holdsPolicies, textOf, type Decide } from './holds-policies.ts';
import { received } from './loopback.ts';

const Enabled = z.strictObject({ enabled: z.boolean() });
const Body = z.strictObject({
  mcp_servers: z.array(z.strictObject({ type: z.literal('url'), name: z.string(), url: z.string() })),
  tools: z.array(
    z.strictObject({
      type: z.literal('mcp_toolset'),
      mcp_server_name: z.string(),
      default_config: Enabled,
      configs: z.record(z.string(), Enabled),
    }),
  ),
});

/** As the documentation of the connector says: a tool's own setting, or else the default. */
function read(files: ExportFile[]): Decide {
  const text = textOf(files, 'anthropic-messages.json');
  const { mcp_servers: servers, tools } = Body.parse(JSON.parse(text));
  assert.deepEqual(
    servers.map(({ name }) => name),
    tools.map((toolset) => toolset.mcp_server_name),
  );
  // Read again without zod, which keeps no member called __proto__.
  const raw = JSON.parse(text) as { tools: { configs: Record<string, { enabled: boolean }> }[] };
  const configs = new Map(Object.entries(raw.tools[0]?.configs ?? {}));
  return (tool) =>
    (configs.get(tool)?.enabled ?? tools[0]?.default_config.enabled ?? false) ? 'allow' : 'deny';
}

const answer = { id: 'msg_1', type: 'message', role: 'assistant', content: [], model: 'any', usage: {} };

describe('Anthropic', () => {
  holdsPolicies(anthropic, read);

  it('is sent unchanged by the official SDK, with the beta header of the connector', async () => {
    const hostile = samplePolicy({ ...fiveRules.tools, 'a "b"\n\u200b*': sampleRule() });
    const { files } = exportPolicy(hostile, anthropic, { alias, withGuard: false });
    const exported = Body.parse(JSON.parse(textOf(files, 'anthropic-messages.json')));
    const body = {
      model: 'any',
      max_tokens: 1,
      messages: [{ role: 'user', content: 'Hello' }],
      betas: ['mcp-client-2025-11-20'],
      ...exported,
    } as MessageCreateParamsNonStreaming;
    const [request] = await received(answer, (baseURL) =>
      new Anthropic({ baseURL, apiKey: 'none', maxRetries: 0 }).beta.messages.create(body),
    );
    const { mcp_servers: servers, tools } = z.looseObject(Body.shape).parse(request?.body);
    assert.deepEqual({ mcp_servers: servers, tools }, exported);
    assert.equal(request?.headers['anthropic-beta'], 'mcp-client-2025-11-20');
  });

  it('names no server where nothing is open', () => {
    const policy = samplePolicy({ delete_item: sampleRule({ decision: 'deny' }) });
    const { files } = exportPolicy(policy, anthropic, { alias, withGuard: false });
    const text = textOf(files, 'anthropic-messages.json');
    assert.deepEqual(JSON.parse(text), { mcp_servers: [], tools: [] });
  });
});
