import { chooseJudge } from '../../classifier/judges.ts';
import type { Judge } from '../../classifier/judge.ts';
import { visible } from '../model/display.ts';
import { type ToolDifference, differences } from '../model/difference.ts';
import type { RatedTool } from '../model/scanned.ts';
import { differencesText } from '../report/differences.ts';
import { type Listing, listingsIn } from '../scan/listing.ts';
import { ratedTools } from '../scan/rated.ts';
import { ceilingOf, exceeds, failOnOption } from '../terminal/ceiling.ts';
import { exitCodes, parseCommand } from '../terminal/command.ts';
import { strong } from '../terminal/paint.ts';
import type { Command } from '../terminal/program.ts';
import { toStandardError } from '../terminal/progress.ts';
import { forPeople, jsonOfFile, words } from './inputs.ts';

const facts = {
  usage: 'placard diff BEFORE AFTER [options]',
  summary: `Says in what two listings of tools differ and what that does to their risk, what became graver first. Each is a file: an answer
to tools/list or its list of tools, what "placard scan --json" prints, or a lock of Placard. Both are rated by the same judge, so
that ratings differ only where definitions do.`,
  options: {
    'fail-on': {
      ...failOnOption,
      help: `Exit with ${exitCodes.exceeded} when an added or changed tool is rated so or graver, or when its risk is unknown.`,
    },
    json: { type: 'boolean', help: 'Print one JSON object: {"servers":[{"server","differences"}]}.' },
  },
  positionals: true,
  examples: [
    { line: 'placard diff before.json after.json --fail-on high', does: 'Compares two saved listings.' },
  ],
  exits: [
    { code: exitCodes.exceeded, when: 'An added or changed tool is at or above the level of --fail-on.' },
  ],
} as const;

/** One server on both sides, rated. */
interface Pair {
  server: string;
  before: RatedTool[];
  after: RatedTool[];
}

const nameOf = ({ server }: Listing): string => server ?? 'server';

/** The servers of both sides by name; two that are the only ones are the same, whatever they are called. */
async function pairsOf(before: readonly Listing[], after: readonly Listing[], judge: Judge): Promise<Pair[]> {
  const [first, second] = [before[0], after[0]];
  const isOne = before.length === 1 && after.length === 1 && first !== undefined && second !== undefined;
  const names = isOne ? [nameOf(second)] : [...new Set([...before, ...after].map(nameOf))].sort();
  const of = (listings: readonly Listing[], name: string): Listing['tools'] =>
    (isOne ? listings[0] : listings.find((listing) => nameOf(listing) === name))?.tools ?? [];
  return Promise.all(
    names.map(async (server) => ({
      server,
      before: await ratedTools(server, of(before, server), judge, toStandardError),
      after: await ratedTools(server, of(after, server), judge, toStandardError),
    })),
  );
}

function text(pairs: readonly (Pair & { found: ToolDifference[] })[]): string {
  const chapters = pairs
    .filter(({ found }) => found.length > 0)
    .map(
      ({ server, before, after, found }) =>
        `${strong(visible(server))}\n${differencesText(found, before, after)}`,
    );
  return chapters.length === 0 ? 'Nothing differs.\n' : chapters.join('\n');
}

async function run(given: readonly string[]): Promise<void> {
  const parsed = parseCommand(facts, given);
  if (parsed === null) return;
  const { values } = parsed;
  const ceiling = ceilingOf(values['fail-on']);
  const [before = '', after = ''] = words(parsed.positionals, ['BEFORE', 'AFTER']);
  const [was, is] = [before, after].map((file) => forPeople(file, () => listingsIn(jsonOfFile(file))));
  const { judge } = chooseJudge('model', process.env);
  const pairs = await pairsOf(was ?? [], is ?? [], judge);
  const compared = pairs.map((pair) => ({ ...pair, found: differences(pair.before, pair.after) }));
  const shown = compared.map(({ server, found }) => ({ server, differences: found }));
  process.stdout.write(values.json === true ? `${JSON.stringify({ servers: shown })}\n` : text(compared));
  const risks = compared.flatMap(({ found }) => found.flatMap(({ after: now }) => now?.risk ?? []));
  if (risks.some((risk) => exceeds(risk, ceiling))) process.exitCode = exitCodes.exceeded;
}

/** `diff`. */
export const command: Command = { facts, run };
