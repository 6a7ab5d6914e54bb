import { InMemoryTransport } from '@modelcontextprotocol/client';
import type { JSONRPCMessage } from '@modelcontextprotocol/client';
import { countersIn } from '../../src/guard/counters.ts';
import type { AuditEntry } from '../../src/guard/proxy/audit.ts';
import { definitionsOf, identify } from '../../src/guard/proxy/definitions.ts';
import { relay } from '../../src/guard/proxy/relay.ts';
import { ticketsKeptBy } from '../../src/guard/proxy/tickets.ts';
import type { ToolRule } from '../../src/model/policy.ts';
import { readRuleset } from '../../src/policy/ruleset.ts';
import { samplePolicy, sampleRule } from '../policy/sample-policy.ts';
import { workFolder } from './guarding.ts';

type Message = Record<string, unknown> & { id?: number | string; method?: string };

const folder = workFolder();
let relays = 0;
export const look = { name: 'look', description: 'Looks.', inputSchema: { type: 'object' } };
export const once = { counter: 'look', window: 'day', max: 1, scope: 'grant' } as const;

/** A client and a server in this process, with the guard between them: both sides see every message. */
export async function between(rules: Record<string, Partial<ToolRule>>, tools: object[] = [look]) {
  const [client, clientEnd] = InMemoryTransport.createLinkedPair();
  const [serverEnd, server] = InMemoryTransport.createLinkedPair();
  const clock = { now: Date.UTC(2026, 0, 1) };
  const now = (): Date => new Date(clock.now);
  const entries = Object.entries(rules).map(([name, rule]): [string, ToolRule] => {
    const definition = identify(tools.find((tool) => 'name' in tool && tool.name === name))?.hash;
    return [name, sampleRule({ ...(definition === undefined ? {} : { definition }), ...rule })];
  });
  const audit: AuditEntry[] = [];
  const tickets = ticketsKeptBy(now);
  const grant = {
    ...{
      name: 'test',
      server: 'stub',
      asking: 'guard' as const,
      now,
      definitions: definitionsOf(now),
      tickets,
    },
    policy: readRuleset(samplePolicy(Object.fromEntries(entries))),
    counters: countersIn(folder, `relay ${(relays += 1)}`),
    audit: { write: (entry: AuditEntry) => void audit.push(entry) },
  };
  const seen = { client: [] as Message[], server: [] as Message[] };
  const list = { tools, isAnswered: true };
  client.onmessage = (message) => void seen.client.push(message as Message);
  server.onmessage = (message) => {
    seen.server.push(message as Message);
    const { id, method } = message as Message;
    if (method === 'tools/list' && list.isAnswered) say(server, { id, result: { tools: list.tools } });
  };
  const say = (from: InMemoryTransport, message: object): void =>
    void from.send({ jsonrpc: '2.0', ...message } as JSONRPCMessage);
  const connected = await relay(clientEnd, serverEnd, grant);
  await server.start();
  await client.start();
  return {
    ...{ clock, seen, audit, list, connected },
    endServer: () => server.close(),
    fromClient: (message: object) => {
      say(client, message);
      return settled();
    },
    fromServer: (message: object) => {
      say(server, message);
      return settled();
    },
    calls: () => seen.server.filter(({ method }) => method === 'tools/call'),
    answerTo: (id: number | string) => seen.client.find((message) => message.id === id),
  };
}

/** Until everything that is under way without a timer has arrived. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 50; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

export const call = (id: number | string, params: object = {}): object => ({
  ...{ id, method: 'tools/call' },
  params: { name: 'look', arguments: {}, ...params },
});

export const modern = {
  'io.modelcontextprotocol/protocolVersion': '2026-07-28',
  'io.modelcontextprotocol/clientInfo': { name: 'test', version: '1' },
  'io.modelcontextprotocol/clientCapabilities': { elicitation: { form: {} } },
};
