import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { after } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import type { ClientOptions, Transport } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { z } from 'zod';
import { findSandbox } from '../../crawler/sandboxes.ts';
import type { Policy, ToolRule } from '../../src/model/policy.ts';
import { identify } from '../../src/guard/proxy/definitions.ts';
import { samplePolicy, sampleRule } from '../policy/sample-policy.ts';

const found = await findSandbox();
if (found.sandbox === null) throw new Error(`This machine proves no sandbox: ${found.reasons}`);
const sandbox = found.sandbox.id;

const local = (path: string): string => fileURLToPath(new URL(path, import.meta.url)).replace(/\/$/, '');
const program = (...words: string[]): string[] => [
  process.execPath,
  local('sandboxed.ts'),
  sandbox,
  ...words,
];

/** The commands that start real servers, each in a sandbox of its own. */
export const servers = {
  filesystem: program(
    local('../../node_modules'),
    '@modelcontextprotocol/server-filesystem/dist/index.js',
    '/home',
  ),
  everything: program(
    local('../../node_modules'),
    '@modelcontextprotocol/server-everything/dist/index.js',
    'stdio',
  ),
  /** The official SDK of the newest generation. */
  newest: program(local('../..'), 'test/guard/servers/newest.ts'),
} as const;

const open = new Set<() => Promise<unknown>>();
after(async () => {
  await Promise.all([...open].map((close) => close()));
});

/** A client that is closed at the end. In `auto` it speaks the newest revision with servers that know it. */
export async function connect(transport: Transport, options: ClientOptions = {}): Promise<Client> {
  const client = new Client(
    { name: 'test', version: '1' },
    { capabilities: {}, versionNegotiation: { mode: 'auto' }, ...options },
  );
  await client.connect(transport);
  open.add(() => client.close());
  return client;
}

/** What Node has compiled before, besides the little that the transport hands on by itself. */
const { NODE_COMPILE_CACHE } = process.env;
const env = NODE_COMPILE_CACHE === undefined ? {} : { NODE_COMPILE_CACHE };

/** A client over standard input and output. */
export function connectStdio([command = '', ...args]: readonly string[], options?: ClientOptions) {
  return connect(new StdioClientTransport({ command, args, env, stderr: 'inherit' }), options);
}

/** A client over HTTP with a bearer token. */
export function connectHttp(url: string, token: string, options?: ClientOptions) {
  const headers = { authorization: `Bearer ${token}` };
  return connect(new StreamableHTTPClientTransport(new URL(url), { requestInit: { headers } }), options);
}

/** A proxy that serves HTTP, and how to end it. `kill` ends it as a crash would. */
export async function startProxy(words: readonly string[]) {
  const [file = '', ...rest] = words;
  const child = spawn(file, rest, { stdio: ['ignore', 'inherit', 'pipe'] });
  const lines = createInterface(child.stderr);
  const [line] = (await once(lines, 'line')) as [string];
  const url = /http:\S+/.exec(line)?.[0];
  if (url === undefined) throw new Error(line);
  const stop = async (signal: 'SIGTERM' | 'SIGKILL'): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill(signal);
    await once(child, 'close');
  };
  open.add(() => stop('SIGTERM'));
  return { url, kill: () => stop('SIGKILL') };
}

const RawTools = z.looseObject({ tools: z.array(z.unknown()) });

/** Hashes of the definitions that a server has now, by tool. */
async function definitionsNow(command: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const client = await connectStdio(command);
  const { tools } = await client.request({ method: 'tools/list', params: {} }, RawTools);
  await client.close();
  return new Map(tools.flatMap((raw) => identify(raw) ?? []).map(({ name, hash }) => [name, hash]));
}

const definitions = new Map<readonly string[], ReturnType<typeof definitionsNow>>();

/** Rules over the real tools of a server, with the definitions that it has now. */
export async function policyFor(
  command: readonly string[],
  rules: Readonly<Record<string, Partial<ToolRule>>>,
): Promise<Policy> {
  const asked = definitions.get(command) ?? definitionsNow(command);
  definitions.set(command, asked);
  const hashes = await asked;
  const entries = Object.entries(rules).map(([name, rule]): [string, ToolRule] => {
    const definition = hashes.get(name);
    if (definition === undefined) throw new Error(`The server has no tool ${name}.`);
    return [name, sampleRule({ definition, ...rule })];
  });
  return samplePolicy(Object.fromEntries(entries));
}

/** The text of a call's answer, and whether it is a refusal. */
export async function call(client: Client, name: string, given: Record<string, unknown> = {}) {
  const result = await client.callTool({ name, arguments: given });
  const content = z.array(z.looseObject({ text: z.string().optional() })).parse(result.content);
  return { isError: result.isError === true, text: content.map(({ text }) => text ?? '').join('\n') };
}

const AuditLine = z.strictObject({
  at: z.iso.datetime(),
  server: z.string(),
  grant: z.string(),
  tool: z.string(),
  decision: z.enum(['allow', 'deny']),
  rule: z.string(),
  reason: z.string(),
  arguments: z.record(z.string(), z.unknown()),
});

/** The lines of an audit log, which have exactly the promised members. */
export function auditLines(file: string): z.infer<typeof AuditLine>[] {
  const lines = readFileSync(file, 'utf8').split('\n').slice(0, -1);
  return lines.map((line) => AuditLine.parse(JSON.parse(line)));
}
