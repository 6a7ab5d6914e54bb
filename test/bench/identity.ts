import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { sha256 } from '../../src/model/canonical.ts';
import { oneLine } from '../../src/model/display.ts';
import { PackageKind, type PackageReference } from '../../src/model/launch.ts';
import { merge, mergeRules, type Join, type Mergeable } from '../../src/model/merge.ts';
import { exitCodes, parseCommand, UserError } from '../../src/terminal/command.ts';
import { count, duration } from '../../src/terminal/progress.ts';

const command = {
  usage: 'npm run bench -- identity --servers FILE [options]',
  summary: 'Merges listings of many registries (JSON Lines) and prints how many servers remain and why.',
  options: {
    servers: {
      type: 'string',
      value: 'FILE',
      help: 'One listing a line: source, name, packages, remotes, …',
    },
    sample: { type: 'string', value: 'NUMBER', help: 'Print this many merges, the same ones every time.' },
  },
} as const;

/** A line of the file, read leniently: the registries' shapes differ. */
const Row = z.looseObject({
  source: z.string(),
  name: z.string(),
  title: z.string().nullish(),
  repository: z.string().nullish().catch(null),
  subfolder: z.string().nullish().catch(null),
  packages: z.array(z.record(z.string(), z.unknown())).nullish(),
  remotes: z.array(z.looseObject({ url: z.string() })).nullish(),
});
type Row = z.infer<typeof Row>;

/** What registries call the kinds of packages we know. */
const kinds: Readonly<Record<string, string>> = { docker: 'oci', uvx: 'pypi' };

function packageOf(raw: Record<string, unknown>): PackageReference[] {
  const said = raw.registryType ?? raw.registry_name;
  const name = raw.identifier ?? raw.name;
  if (typeof said !== 'string' || typeof name !== 'string' || name === '') return [];
  const kind = PackageKind.safeParse(kinds[said] ?? said);
  return kind.success ? [{ kind: kind.data, name, version: null }] : [];
}

/** The listing that a crawl would have made of a line. Lists of links have no names but their links. */
function listingOf(row: Row): Mergeable {
  const isList = row.source.startsWith('awesome-');
  const folder = (row.subfolder ?? '').replace(/^\/|\/$/g, '');
  const repository = row.repository ?? null;
  return {
    source: row.source.startsWith('official-registry') ? 'official-registry' : row.source,
    name: isList ? (repository ?? row.name) : row.name,
    repository: repository !== null && folder !== '' ? `${repository}/tree/HEAD/${folder}` : repository,
    packages: (row.packages ?? []).flatMap(packageOf),
    remotes: (row.remotes ?? []).map(({ url }) => ({ kind: 'streamable-http', url })),
  };
}

function readListings(file: string): Mergeable[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.flatMap((line) => (line === '' ? [] : [listingOf(Row.parse(JSON.parse(line)))]));
}

const words = ({ source, name, packages, remotes, repository }: Mergeable): string =>
  oneLine(
    [
      `${source} "${name}"`,
      ...packages.map((its) => `${its.kind}:${its.name}`),
      ...remotes.map(({ url }) => url),
      repository,
    ].join(' '),
    240,
  );

/** As many joins as are asked for, picked by a hash: anybody who runs this sees the same ones. */
function sampleOf(joins: readonly Join[], size: number): Join[] {
  const lot = ({ rule, key, pair }: Join): string => sha256([rule, key, ...pair].join(' '));
  return joins
    .map((join) => [lot(join), join] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .slice(0, size)
    .map(([, join]) => join);
}

/** Prints what merging makes of a file of listings. @throws UserError when no file is named. */
export function runIdentity(given: readonly string[]): void {
  const parsed = parseCommand(command, given);
  if (parsed === null) return;
  const { servers: file, sample = '0' } = parsed.values;
  if (file === undefined) throw new UserError(`identity needs --servers FILE.`, exitCodes.usage);
  const listings = readListings(file);
  const began = performance.now();
  const merged = merge(listings);
  const took = duration(performance.now() - began);
  const lines = [
    `${count(listings.length, 'listing')} of ${count(new Set(listings.map(({ source }) => source)).size, 'source')}: ${count(merged.servers.size, 'server')} remain, in ${took}.`,
  ];
  for (const rule of mergeRules) {
    const joined = merged.joins.filter((join) => join.rule === rule).length;
    const share = merged.joins.length === 0 ? 0 : (100 * joined) / merged.joins.length;
    lines.push(`  ${rule.padEnd(14)} ${String(joined).padStart(6)}  ${share.toFixed(1).padStart(5)} %`);
  }
  const sizes = [...merged.servers].sort(([, a], [, b]) => b.length - a.length).slice(0, 10);
  lines.push(
    'The servers with the most listings:',
    ...sizes.map(([id, its]) => `  ${String(its.length).padStart(4)}  ${oneLine(id)}`),
  );
  for (const { rule, key, pair } of sampleOf(merged.joins, Number(sample)))
    lines.push(
      '',
      `${rule}: ${oneLine(key)}`,
      ...pair
        .map((place) => merged.listings[place])
        .flatMap((its) => (its === undefined ? [] : [`  ${words(its)}`])),
    );
  process.stdout.write(`${lines.join('\n')}\n`);
}
