import { serverRecord } from '../api/server-record.ts';
import { oneLine } from '../model/display.ts';
import type { Risk } from '../model/risks.ts';
import type { CatalogueServer } from '../model/server.ts';
import { catalogueServerText } from '../report/server.ts';
import { ceilingOf, exceededExit, exceeds, failOnOption } from '../terminal/ceiling.ts';
import { exitCodes, parseCommand, UserError } from '../terminal/command.ts';
import type { Command } from '../terminal/program.ts';
import { toStandardError } from '../terminal/progress.ts';
import { catalogueOption, consulted } from './consulting.ts';

const facts = {
  usage: 'placard check [options] SERVER …',
  summary: `Says what a catalogue knows of servers, without starting or asking them. A SERVER is a package (npm:NAME, pypi:NAME, an
image), a web address, a repository, or a name or slug of the catalogue.`,
  options: {
    catalogue: catalogueOption,
    'fail-on': failOnOption,
    json: { type: 'boolean', help: 'Print one JSON object for each server, as /api/v1/servers/ has it.' },
  },
  positionals: true,
  examples: [
    { line: 'placard check @modelcontextprotocol/server-filesystem', does: 'By its package.' },
    {
      line: 'placard check https://mcp.example.com/mcp --fail-on critical',
      does: 'By its address, for a pipeline.',
    },
  ],
  exits: [{ code: exitCodes.failed, when: 'The catalogue does not have a server.' }, exceededExit],
} as const;

/** What is known of a server's risks: each tool's, or that they are unknown. */
function risksOf({ tools, inspection, listed }: CatalogueServer): Risk[] {
  const isUnknown = tools.length === 0 && inspection === null && listed === undefined;
  return isUnknown ? ['Unknown'] : tools.map(({ classification }) => classification.risk);
}

async function run(given: readonly string[]): Promise<void> {
  const parsed = parseCommand(facts, given);
  if (parsed === null) return;
  const { values, positionals } = parsed;
  if (positionals.length === 0) throw new UserError('SERVER is missing. --help says more.', exitCodes.usage);
  const ceiling = ceilingOf(values['fail-on']);
  const catalogue = consulted(values.catalogue);
  const found: CatalogueServer[] = [];
  for (const sought of positionals) {
    const servers = await catalogue.find(sought);
    found.push(...servers);
    if (servers.length > 0) continue;
    process.exitCode = exitCodes.failed;
    toStandardError(
      `${oneLine(sought)}: ${catalogue.origin} has no such server. placard scan lists it as it is now.`,
    );
  }
  for (const server of found)
    process.stdout.write(
      values.json === true ? `${JSON.stringify(serverRecord(server))}\n` : `${catalogueServerText(server)}\n`,
    );
  if (found.some((server) => risksOf(server).some((risk) => exceeds(risk, ceiling))))
    process.exitCode = exitCodes.exceeded;
}

/** `check`. */
export const command: Command = { facts, run };
