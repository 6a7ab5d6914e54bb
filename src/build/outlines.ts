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
import { lentOf } from '../view/tool-server.ts';
import { digestOf } from './digests.ts';
import { forgetOtherOutlines } from './places.ts';
import { type Rows, newRows } from './rows.ts';
import { type EarlierTools, lentAmong, type ReadServer, toolOutlines, toolsAlone } from './tool-outlines.ts';

const changeOutlines = (server: CatalogueServer, rows: Rows): ChangeOutline[] =>
  listedChanges(server).map(({ on, kind, row }) => [on, kind, ...rows.add(Buffer.from(JSON.stringify(row)))]);

/** The outline of a server as an earlier build kept it. */
interface Earlier {
  outline: Unplaced;
  rows: Buffer;
}

function earlierTools({ outline, rows }: Earlier): EarlierTools {
  const { tools, termsAt, termsBytes, lentAt, lentBytes } = outline;
  const terms = [...unpackTerms(rows.subarray(termsAt, termsAt + termsBytes))];
  return { tools, terms, rows, lent: rows.subarray(lentAt, lentAt + lentBytes) };
}

/** The outline of a server, to be kept. Tools that are as they were in an earlier one are taken from there. */
function outlined(
  { digest, bytes }: Bytes,
  { server, ...parts }: ReadServer,
  { exposuresOf, earlier }: { exposuresOf: ExposuresOf; earlier: Earlier | undefined },
): KeptOutline & Pick<Unplaced, 'lent'> {
  const rows = newRows();
  const alone = toolsAlone({ server, ...parts }, earlier?.outline.tools ?? []);
  const lent = lentAmong(server, parts.head.digest, alone);
  const isSame = lent !== null && earlier?.outline.lent === lent;
  const before = isSame ? earlierTools(earlier) : null;
  const [lentAt, lentBytes] = rows.add(before?.lent ?? Buffer.from(JSON.stringify(lentOf(server))));
  const outline = {
    ...{ id: server.id, slug: server.slug, name: server.name, headBytes: parts.head.bytes.length },
    ...{ head: parts.head.digest, rules: digestOf(alone.map(({ rule }) => rule).join(' ')), lent },
    facts: serverFacts(server, lent === null ? undefined : alone.map(({ decision }) => decision)),
    ...{ lentAt, lentBytes },
    ...toolOutlines({ server, ...parts }, { rows, alone, exposuresOf, before }),
    changes: changeOutlines(server, rows),
  };
  return { digest, bytes: bytes.length, text: keptText(outline), rows: rows.all(), lent };
}

/** What was kept of lines that are no longer there, by the id of the server. */
function earlierOf(kept: readonly KeptOutline[], lines: readonly Line[]): Map<string, Earlier> {
  const standing = new Set(lines.map(({ digest }) => digest));
  const gone = kept.filter(({ digest }) => !standing.has(digest));
  return new Map(
    gone.map((its) => {
      const outline = keptOutline(its);
      return [outline.id, { outline, rows: its.rows }];
    }),
  );
}

/** What was looked at for outlines: how many bytes, and by the digest of each line a digest of what its tools lend each other. */
interface Looked {
  bytes: number;
  lent: Map<string, string>;
}

/**
 * Brings the outlines of one shard up to date, in a file of its name. What is on a line that has not changed is not looked at again.
 * @throws UserError that names file and line of an entry that is damaged.
 */
export function outlineShard(
  { catalogue, outlines }: { catalogue: string; outlines: string },
  shard: Shard,
  exposuresOf: ExposuresOf,
): Looked {
  const looked: Looked = { bytes: 0, lent: new Map() };
  const file = join(outlines, shard.name);
  const { digest, kept } = readKept(file);
  if (digest === shard.digest) return looked;
  const lines = shard.lines();
  const known = new Map(kept.map((its) => [its.digest, its]));
  const earlier = earlierOf(kept, lines);
  const checked = new Set(
    [...earlier.values()].flatMap(({ outline }) => outline.tools.map((its) => its.digest)),
  );
  const outlineOf = (line: Line): KeptOutline => {
    looked.bytes += line.bytes.length;
    const server = line.server(checked);
    const parts = line.parts();
    if (parts === null) throw disordered(join(catalogue, shard.name), line.number);
    const made = outlined(line, { server, ...parts }, { exposuresOf, earlier: earlier.get(server.id) });
    if (made.lent !== null) looked.lent.set(line.digest, made.lent);
    return made;
  };
  writeKept(
    file,
    shard.digest,
    lines.map((line) => known.get(line.digest) ?? outlineOf(line)),
  );
  return looked;
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
