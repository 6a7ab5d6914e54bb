import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { ChangeOutline } from '../catalogue/outline.ts';
import {
  keptOutline,
  type KeptOutline,
  keptText,
  readKept,
  type Unplaced,
  writeKept,
} from '../catalogue/outlined.ts';
import type { Bytes, Line, Shard } from '../catalogue/lines.ts';
import { shardNames } from '../catalogue/sums.ts';
import type { ExposuresOf } from '../model/exposure.ts';
import type { CatalogueServer } from '../model/server.ts';
import { UserError } from '../terminal/command.ts';
import { listedChanges } from '../view/change-page.ts';
import { serverFacts } from '../view/server-facts.ts';
import { unpackTerms } from '../view/terms.ts';
import { type Lent, lentOf, toolServer } from '../view/tool-server.ts';
import { digestOf } from './digests.ts';
import { forgetOtherOutlines } from './places.ts';
import { type Rows, newRows } from './rows.ts';
import { type EarlierTools, lentAmong, type ReadServer, toolOutlines, toolsAlone } from './tool-outlines.ts';

const changeOutlines = (server: CatalogueServer, rows: Rows): ChangeOutline[] =>
  listedChanges(server).map(({ on, kind, row }) => [on, kind, ...rows.add(Buffer.from(JSON.stringify(row)))]);

/** The outline of a server as an earlier build kept it. */
interface Earlier extends Pick<KeptOutline, 'lent' | 'rows'> {
  outline: Unplaced;
}

function earlierTools({ outline, rows }: Earlier): EarlierTools {
  const { tools, termsAt, termsBytes, lentAt, lentBytes } = outline;
  const terms = [...unpackTerms(rows.subarray(termsAt, termsAt + termsBytes))];
  const lent = JSON.parse(rows.toString('utf8', lentAt, lentAt + lentBytes)) as Lent;
  return { tools, terms, rows, lent };
}

/** The outline of a server, to be kept. Tools that are as they were in an earlier one are taken from there. */
function outlined(
  { digest, bytes }: Bytes,
  { server, ...parts }: ReadServer,
  { exposuresOf, earlier }: { exposuresOf: ExposuresOf; earlier: Earlier | undefined },
): KeptOutline {
  const rows = newRows();
  const alone = toolsAlone({ server, ...parts }, earlier?.outline.tools ?? []);
  const lent = lentAmong(server, parts.head.digest, alone);
  const isSame = lent !== null && earlier?.lent === lent;
  const before = isSame ? earlierTools(earlier) : null;
  const itsLent = before?.lent ?? lentOf(server);
  const [lentAt, lentBytes] = rows.add(Buffer.from(JSON.stringify(itsLent)));
  const around = toolServer(server, itsLent);
  const outline = {
    ...{ id: server.id, slug: server.slug, name: server.name, headBytes: parts.head.bytes.length },
    ...{ head: parts.head.digest, rules: digestOf(alone.map(({ rule }) => rule).join(' ')) },
    facts: serverFacts(server, lent === null ? undefined : alone.map(({ decision }) => decision)),
    ...{ lentAt, lentBytes },
    ...toolOutlines({ server, ...parts }, { rows, alone, around, exposuresOf, before }),
    changes: changeOutlines(server, rows),
  };
  return { digest, bytes: bytes.length, lent, text: keptText(outline), rows: rows.all() };
}

/** What was kept of lines that are no longer there, by the id of the server. */
function earlierOf(kept: readonly KeptOutline[], lines: readonly Line[]): Map<string, Earlier> {
  const standing = new Set(lines.map(({ digest }) => digest));
  const gone = kept.filter(({ digest }) => !standing.has(digest));
  return new Map(
    gone.map((its) => {
      const outline = keptOutline(its);
      return [outline.id, { outline, lent: its.lent, rows: its.rows }];
    }),
  );
}

/** What is known of a shard once its outlines are made. */
interface Outlined {
  /** How many bytes of it were looked at. */
  looked: number;
  /** By the digest of each line a digest of what its tools lend each other; null when two have one name. */
  lent: ReadonlyMap<string, string | null>;
}

const outlinedAs = (kept: readonly KeptOutline[], looked = 0): Outlined => ({
  looked,
  lent: new Map(kept.map(({ digest, lent }) => [digest, lent])),
});

/**
 * Brings the outlines of one shard up to date, in a file of its name. What is on a line that has not changed is not looked at again.
 * @throws UserError that names file and line of an entry that is damaged.
 */
export function outlineShard(
  { catalogue, outlines }: { catalogue: string; outlines: string },
  shard: Shard,
  exposuresOf: ExposuresOf,
): Outlined {
  const file = join(outlines, shard.name);
  const { digest, kept } = readKept(file);
  if (digest === shard.digest) return outlinedAs(kept);
  const lines = shard.lines();
  const known = new Map(kept.map((its) => [its.digest, its]));
  const earlier = earlierOf(kept, lines);
  const checked = new Set(
    [...earlier.values()].flatMap(({ outline }) => outline.tools.map((its) => its.digest)),
  );
  let looked = 0;
  const outlineOf = (line: Line): KeptOutline => {
    looked += line.bytes.length;
    const server = line.server(checked);
    const parts = line.parts();
    if (parts === null) throw disordered(join(catalogue, shard.name), line.number);
    return outlined(line, { server, ...parts }, { exposuresOf, earlier: earlier.get(server.id) });
  };
  const all = lines.map((line) => known.get(line.digest) ?? outlineOf(line));
  writeKept(file, shard.digest, all);
  return outlinedAs(all, looked);
}

const disordered = (source: string, line: number): UserError =>
  new UserError(
    `${source}, line ${line}: its members are not in order.\nPublish it again (npm run classify).`,
  );

/** Makes the folder ready for the outlines of a catalogue, in place of those from other templates. Returns the shards they are to be made of. */
export function openOutlines(catalogue: string, folder: string): string[] {
  forgetOtherOutlines(folder);
  mkdirSync(folder, { recursive: true });
  const shards = shardNames(catalogue);
  for (const name of readdirSync(folder)) if (!shards.includes(name)) rmSync(join(folder, name));
  return shards;
}
