import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mock } from 'node:test';
import { pathToFileURL } from 'node:url';

/** What the published program exports of its policy engine, as far as these tests use it. */
interface Core {
  loadPoliciesFromToml(
    paths: string[],
    tierOf: () => number,
  ): Promise<{ rules: unknown[]; errors: { message: string; details?: string; severity?: string }[] }>;
  createPolicyEngineConfig(
    settings: Settings & { policyPaths: string[] },
    mode: string,
    defaults: string,
    interactive: boolean,
  ): Promise<object>;
  PolicyEngine: new (config: object) => {
    check(call: { name: string; args?: object }, server: string): Promise<{ decision: string }>;
    getExcludedTools(annotations: Map<string, object>, names: Set<string>): Set<string>;
  };
  DiscoveredMCPTool: new (...parts: unknown[]) => { name: string };
  HookRegistry: new (config: object) => { initialize(): Promise<void> };
  HookPlanner: new (registry: object) => {
    createExecutionPlan(event: string, context: object): { hookConfigs: object[] } | null;
  };
  HookRunner: new (config: object) => {
    executeHook(
      hook: object,
      event: string,
      input: object,
    ): Promise<{ output?: { decision?: string; reason?: string } }>;
  };
}

/** The user's own settings that speak about tools of servers. */
export interface Settings {
  mcpServers?: Record<string, { trust?: boolean }>;
  mcp?: { excluded?: string[] };
  tools?: { allowed?: string[] };
}

const userTier = 4;
const bundle = join('node_modules', '@google', 'gemini-cli', 'bundle');
const [file = ''] = readdirSync(bundle).filter((name) => /^core-.*\.js$/.test(name));
mock.method(console, 'debug', () => undefined); // the engine tells each of its steps
mock.method(console, 'warn', () => undefined);
const core = (await import(pathToFileURL(join(bundle, file)).href)) as Core;

async function inFile<Result>(text: string, use: (path: string) => Promise<Result>): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'placard-gemini-'));
  try {
    const path = join(folder, 'placard.toml');
    writeFileSync(path, text);
    return await use(path);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What Gemini CLI's own loader has to say against a policy file, warnings about look-alike names aside. */
export async function geminiFaults(text: string): Promise<string[]> {
  return inFile(text, async (path) => {
    const { errors } = await core.loadPoliciesFromToml([path], () => userTier);
    return errors
      .filter(({ severity }) => severity !== 'warning')
      .map(({ message, details }) => `${message}: ${details ?? ''}`);
  });
}

/** The name by which Gemini CLI offers a server's tool to its model. */
export function geminiName(alias: string, tool: string): string {
  return new core.DiscoveredMCPTool({}, alias, tool, 'A tool.', {}, {}).name;
}

/** Gemini CLI's policy engine with a policy file of the user's, beside the rules it comes with and the user's settings. */
export async function geminiEngine(
  text: string,
  alias: string,
  { settings = {}, mode = 'default' }: { settings?: Settings; mode?: string } = {},
) {
  const config = await inFile(text, (path) =>
    core.createPolicyEngineConfig({ ...settings, policyPaths: [path] }, mode, join(bundle, 'policies'), true),
  );
  const engine = new core.PolicyEngine({ ...config, approvalMode: mode });
  return {
    decide: async (tool: string, args: object = {}, server = alias): Promise<string> =>
      (await engine.check({ name: geminiName(server, tool), args }, server)).decision,
    isOffered: (tool: string): boolean => {
      const name = geminiName(alias, tool);
      const annotations = new Map([[name, { _serverName: alias }]]);
      return !engine.getExcludedTools(annotations, new Set([name])).has(name);
    },
  };
}

/**
 * What the hooks of a settings file answer to a call of a tool, from Gemini CLI's own registry, planner and runner; null
 * when no hook is there for it. `home` is the user's home folder for the hooks.
 */
export async function geminiHookAnswer(settings: string, name: string, home: string) {
  const { hooks } = JSON.parse(settings) as { hooks: Record<string, { hooks: object[] }[]> };
  const config = {
    isTrustedFolder: () => true,
    getHooks: () => hooks,
    getProjectHooks: () => undefined,
    getExtensions: () => [],
    getDisabledHooks: () => [],
    sanitizationConfig: {},
    storage: { getPlansDir: () => home },
  };
  const registry = new core.HookRegistry(config);
  await registry.initialize();
  const plan = new core.HookPlanner(registry).createExecutionPlan('BeforeTool', { toolName: name });
  const [hook] = plan?.hookConfigs ?? [];
  if (hook === undefined) return null;
  const input = {
    session_id: 's',
    cwd: home,
    hook_event_name: 'BeforeTool',
    tool_name: name,
    tool_input: {},
  };
  const { output } = await new core.HookRunner(config).executeHook(
    { ...hook, env: { HOME: home } },
    'BeforeTool',
    input,
  );
  return output ?? {};
}
