import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parse } from 'smol-toml';
import { z } from 'zod';
import { exportPolicy } from '../../../src/policy/export.ts';
import type { ExportFile } from '../../../src/policy/format.ts';
import { codex } from '../../../src/policy/formats/codex.ts';
import { fiveRules, samplePolicy, sampleRule } from '../sample-policy.ts';
import { alias, holdsPolicies, textOf, type Decide } from './holds-policies.ts';

/** The keys of a server's table that Codex 0.169.0 documents for tools; it ignores any other in silence. */
const Server = z.strictObject({
  enabled_tools: z.array(z.string()),
  default_tools_approval_mode: z.enum(['auto', 'prompt', 'writes', 'approve']),
  tools: z.record(
    z.string(),
    z.strictObject({ approval_mode: z.enum(['auto', 'prompt', 'writes', 'approve']) }),
  ),
});

const serverOf = (files: readonly ExportFile[], name = alias): z.infer<typeof Server> =>
  Server.parse(
    (parse(textOf(files, 'config.toml')) as { mcp_servers: Record<string, unknown> }).mcp_servers[name],
  );

/** Codex offers only enabled tools; a tool's own mode goes before the server's, and `auto` and `writes` need not ask. */
const read = (files: ExportFile[]) => {
  const { mcp_servers: servers } = parse(textOf(files, 'config.toml')) as Record<
    string,
    Record<string, unknown>
  >;
  const { enabled_tools: enabled, tools } = servers?.[alias] as {
    enabled_tools: string[];
    tools: Record<string, { approval_mode: string }>;
  };
  return (tool: string): ReturnType<Decide> => {
    if (!enabled.includes(tool)) return 'deny';
    const mode = Object.hasOwn(tools, tool) ? tools[tool]?.approval_mode : 'prompt';
    return mode === 'prompt' ? 'ask' : 'allow';
  };
};

describe('an export for Codex', () => {
  holdsPolicies(codex, read);

  const { files, fill } = exportPolicy(fiveRules, codex, { alias, withGuard: true });

  it('offers only what is open, and says of each tool whether to ask', () => {
    assert.deepEqual(serverOf(files), {
      enabled_tools: ['read_item', 'write_item', 'exec_item'],
      default_tools_approval_mode: 'prompt',
      tools: {
        read_item: { approval_mode: 'approve' },
        write_item: { approval_mode: 'approve' },
        exec_item: { approval_mode: 'prompt' },
      },
    });
  });

  it('has no approval mode that denies, because Codex refuses the file for it', () => {
    assert.doesNotMatch(textOf(files, 'config.toml'), /approval_mode = "deny"/);
  });

  it('offers nothing where nothing is open', () => {
    const shut = samplePolicy({ x: sampleRule({ decision: 'deny' }) });
    assert.deepEqual(
      serverOf(exportPolicy(shut, codex, { alias, withGuard: false }).files).enabled_tools,
      [],
    );
  });

  it('says that the table goes into the one that starts the server, and that the hook has to be trusted', () => {
    assert.match(fill.join('\n'), /\[mcp_servers\.stub\].*only once/);
    assert.match(fill.join('\n'), /Trust the hook/);
  });

  it('starts the guard with a pattern that meets the hook’s names of the tools, with - or _ for -', () => {
    const guarded = exportPolicy(fiveRules, codex, { alias: 'my-srv', withGuard: true });
    const { hooks } = JSON.parse(textOf(guarded.files, 'hooks.json')) as {
      hooks: { PreToolUse: { matcher: string; hooks: { command: string }[] }[] };
    };
    const [entry] = hooks.PreToolUse;
    for (const name of ['mcp__my-srv__read_item', 'mcp__my_srv__read_item'])
      assert.match(name, new RegExp(`^${entry?.matcher ?? ''}$`));
    assert.match(
      entry?.hooks[0]?.command ?? '',
      /--server=my-srv --ask client \|\| \{ echo '.+' >&2; exit 2; \}$/,
    );
  });

  it('refuses a name that Codex does not take for a server', () => {
    for (const wrong of ['', 'a b', 'a.b', 'a]b', '-x']) assert.notEqual(codex.aliasFault(wrong), null);
  });
});
