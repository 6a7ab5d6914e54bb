import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { z } from 'zod';
import { identify } from '../../src/guard/proxy/definitions.ts';
import type { Policy, ToolRule } from '../../src/model/policy.ts';
import { samplePolicy, sampleRule } from '../policy/sample-policy.ts';
import { stubCommand } from './client.ts';

const RawTools = z.looseObject({ tools: z.array(z.unknown()) });

/** The stub server's tools with the hashes of their definitions, as it lists them. */
async function definitions(): Promise<{ name: string; hash: string }[]> {
  const client = new Client({ name: 'test', version: '1' }, { versionNegotiation: { mode: 'auto' } });
  await client.connect(new StdioClientTransport(stubCommand({ log: '' })));
  const { tools } = await client.request({ method: 'tools/list', params: {} }, RawTools);
  await client.close();
  return tools.flatMap((raw) => identify(raw) ?? []);
}

/** A policy over all tools of the stub server for the definitions that it has. */
export async function stubPolicy(rules: Readonly<Record<string, Partial<ToolRule>>>): Promise<Policy> {
  const tools = await definitions();
  return samplePolicy(
    Object.fromEntries(
      tools.map(({ name, hash }) => [name, sampleRule({ ...rules[name], definition: hash })]),
    ),
  );
}
