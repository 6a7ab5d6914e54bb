import { catalogueServer } from '../mcp/server.ts';
import { serveOverHttp, serveOverStdio } from '../mcp/serve.ts';
import { parseCommand } from '../terminal/command.ts';
import { listenerOf } from '../terminal/listener.ts';
import type { Command } from '../terminal/program.ts';
import { toStandardError } from '../terminal/progress.ts';
import { catalogueOption, consulted } from './consulting.ts';
import { ownVersion } from './own-version.ts';
import { interruption } from './scanning.ts';

const facts = {
  usage: 'placard mcp [options]',
  summary: `Serves a catalogue to agents as an MCP server: check_tool, check_server, check_stack, search, get_policy and list_changes, and
the pages of servers and tools as resources. It reads the catalogue and nothing else.`,
  options: {
    catalogue: catalogueOption,
    listen: {
      type: 'string',
      value: 'HOST:PORT',
      help: 'Serve Streamable HTTP at /mcp instead of standard input and output. There is no login.',
    },
  },
  examples: [
    { line: 'placard mcp', does: 'For a client that starts its servers, on the catalogue that came along.' },
    { line: 'placard mcp --listen 127.0.0.1:8080', does: 'For clients of this machine, over HTTP.' },
  ],
} as const;

async function run(given: readonly string[]): Promise<void> {
  const parsed = parseCommand(facts, given);
  if (parsed === null) return;
  const { listen } = parsed.values;
  const listener = listen === undefined ? null : listenerOf(listen);
  const catalogue = consulted(parsed.values.catalogue);
  const version = ownVersion();
  const factory = () => catalogueServer(version, catalogue);
  const signal = interruption();
  if (listener === null) await serveOverStdio(factory, signal);
  else await serveOverHttp(factory, listener, toStandardError, signal);
}

/** `mcp`. */
export const command: Command = { facts, run };
