import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { readCatalogue } from '../../src/catalogue/read.ts';
import { Category } from '../../src/model/categories.ts';
import type { Agreement } from '../../src/model/measurement.ts';
import { riskLevels } from '../../src/model/risks.ts';
import type { CatalogueServer } from '../../src/model/server.ts';
import { UserError } from '../../src/terminal/command.ts';
import type { Label } from './labels.ts';

const Rating = z.strictObject({ category: Category, risk: z.enum(riskLevels) });
type Rating = z.infer<typeof Rating>;

/** What two independent passes by the rubric say of a tool of the project's own crawl. Its text is in the catalogue. */
export const CrawlLabel = Rating.extend({
  server: z.string().min(1),
  tool: z.string().min(1),
  /** SHA-256 of the canonical JSON of the definition that was labelled. */
  hash: z.string().length(64),
  /** Whole servers. The test half is never read while rules are written, and nothing learns from it. */
  half: z.enum(['train', 'test']),
  /** random: by a hash of its name, at most 26 a server. worded: its name speaks of removing, paying, running or secrets. */
  draw: z.enum(['random', 'worded']),
  acceptable: z.array(Category),
  acceptable_risk: z.array(z.enum(riskLevels)),
  /** The two answers. Where they differ the graver one stands above and the other is acceptable. */
  passes: z.tuple([Rating, Rating]),
});
export type CrawlLabel = z.infer<typeof CrawlLabel>;

/** A half of the labelled crawl with the texts of its tools. */
export interface CrawlSet {
  labels: Label[];
  /** Labelled tools whose definition has changed since, or is gone. They are not measured. */
  changed: number;
  agreement: Agreement;
}

/** @throws UserError that names file and line of the first label that is not valid. */
export function readCrawlLabels(file: string): CrawlLabel[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.flatMap((line, index) => {
    if (line === '') return [];
    try {
      return [CrawlLabel.parse(JSON.parse(line))];
    } catch (error) {
      const cause = error instanceof Error ? error.message : String(error);
      throw new UserError(`${file}, line ${index + 1}: ${cause}\nRestore the file: git checkout -- ${file}`);
    }
  });
}

/** The share of equal answers, and that share beyond what equal habits alone would give; 1 where nothing else is possible. */
function agreed(pairs: readonly (readonly [string, string])[]): [share: number, kappa: number] {
  const share = pairs.filter(([a, b]) => a === b).length / pairs.length;
  const values = new Set(pairs.flat());
  const portion = (place: 0 | 1, value: string) =>
    pairs.filter((pair) => pair[place] === value).length / pairs.length;
  const chance = [...values].reduce((sum, value) => sum + portion(0, value) * portion(1, value), 0);
  return [share, chance === 1 ? 1 : (share - chance) / (1 - chance)];
}

/** How far the two passes agree on these labels, of which there must be at least one. */
export function agreementOf(labels: readonly Pick<CrawlLabel, 'passes'>[]): Agreement {
  const pairs = (key: keyof Rating) => labels.map(({ passes: [a, b] }): [string, string] => [a[key], b[key]]);
  const [category, categoryKappa] = agreed(pairs('category'));
  const [risk, riskKappa] = agreed(pairs('risk'));
  return { category, categoryKappa, risk, riskKappa };
}

function withText(label: CrawlLabel, servers: ReadonlyMap<string, CatalogueServer>): Label | null {
  const { server, tool, hash, category, risk, acceptable, acceptable_risk } = label;
  const found = servers.get(server)?.tools.find((each) => each.definition.name === tool);
  if (found?.hash !== hash) return null;
  const { description, inputSchema, annotations: author_annotations } = found.definition;
  return {
    server,
    tool,
    description,
    inputSchema,
    author_annotations,
    category,
    risk,
    acceptable,
    acceptable_risk,
  };
}

/** One half of the labelled tools, each with its text as the catalogue in `folder` holds it. */
export function crawlSet(file: string, folder: string, half: CrawlLabel['half']): CrawlSet {
  const servers = new Map(readCatalogue(folder).map((server) => [server.id, server]));
  const wanted = readCrawlLabels(file).filter((label) => label.half === half);
  const labels = wanted.flatMap((label) => withText(label, servers) ?? []);
  return { labels, changed: wanted.length - labels.length, agreement: agreementOf(wanted) };
}
