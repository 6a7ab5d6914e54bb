import { z } from 'zod';
import type { Classification } from '../src/model/classification.ts';
import { sha256 } from '../src/model/canonical.ts';
import { isVerbatim } from '../src/model/evidence.ts';
import type { Fault } from '../src/model/fault.ts';
import { CatalogueServer, type CatalogueTool, type PastDefinition } from '../src/model/server.ts';
import { slugOf } from '../src/model/slug.ts';
import { definitionTokens } from '../src/model/tokens.ts';
import type { StoredServer, StoredTool } from '../src/store/store.ts';
import { UserError } from '../src/terminal/command.ts';
import { profileOf } from './profile.ts';
import { byText } from '../src/model/text-order.ts';

/** What a run found out about one server's tools: a classification for each, in the order of the store. */
export interface Judgement {
  classifications: readonly Classification[];
  /** The rating of each earlier definition, in the order of the store; null where the judge was not asked. */
  past: readonly PastDefinition['rating'][];
  /** The failures of this run's judge. Older ones are forgotten. */
  faults: readonly Fault[];
}

/** A path segment for each tool name of one server. No two are the same, whatever the names are. */
export function toolSlugs(names: readonly string[]): Map<string, string> {
  const slugs = new Map<string, string>();
  const taken = new Set<string>();
  for (const name of names) {
    const digits = [0, 12, 64].map((count) => sha256(name).slice(0, count));
    const candidates = digits.map((hash) => (hash === '' ? slugOf(name) : `${slugOf(name)}-${hash}`));
    const slug = candidates.find((candidate) => !taken.has(candidate)) ?? sha256(name);
    taken.add(slug);
    slugs.set(name, slug);
  }
  return slugs;
}

function publishTool(tool: StoredTool, classification: Classification, slug: string): CatalogueTool {
  const { definition, hash, firstSeen, changed } = tool;
  const unproved = classification.signals.find((evidence) => !isVerbatim(definition, evidence));
  if (unproved !== undefined)
    throw new UserError(
      `${definition.name}: "${unproved.quote}" does not stand at ${unproved.at}, so the tool cannot be published.`,
    );
  const tokens = definitionTokens(definition);
  return { slug, definition, hash, tokens, firstSeen, changed, classification };
}

/**
 * The catalogue entry of a server, or null when every source has deleted it. Tools are sorted by name.
 * The same server and judgement give the same entry.
 * @throws UserError when the entry is not valid or evidence does not hold: nothing unproved is published.
 */
export function publishServer(server: StoredServer, judgement: Judgement): CatalogueServer | null {
  const profile = profileOf(server);
  if (profile === null) return null;
  const slugs = toolSlugs(server.tools.map(({ definition }) => definition.name).sort());
  const tools = server.tools.flatMap((tool, index) => {
    const classification = judgement.classifications[index];
    const slug = slugs.get(tool.definition.name);
    return classification === undefined || slug === undefined
      ? []
      : [publishTool(tool, classification, slug)];
  });
  const past = server.past.map((one, index) => ({ ...one, rating: judgement.past[index] ?? null }));
  const entry: CatalogueServer = {
    id: server.id,
    slug: server.slug,
    ...profile,
    inspection: server.inspection,
    reachability: server.reachability,
    ...(server.listed === undefined ? {} : { listed: server.listed }),
    tools: tools.sort((a, b) => byText(a.definition.name, b.definition.name)),
    ...(past.length === 0 ? {} : { past }),
    faults: [...server.faults.filter(({ stage }) => stage !== 'judge'), ...judgement.faults],
  };
  const checked = CatalogueServer.safeParse(entry);
  if (checked.success) return entry;
  throw new UserError(`${server.id} cannot be published:\n${z.prettifyError(checked.error)}`);
}
