import { z } from 'zod';
import { readCatalogue } from '../../src/catalogue/read.ts';
import { Category } from '../../src/model/categories.ts';
import type { Agreement } from '../../src/model/measurement.ts';
import { riskLevels } from '../../src/model/risks.ts';
import type { CatalogueServer } from '../../src/model/server.ts';
import { agreementOf } from './agreement.ts';
import { committedRows } from './committed-rows.ts';
import type { Label } from './labels.ts';

const Rating = z.strictObject({ category: Category, risk: z.enum(riskLevels) });

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
export const readCrawlLabels = (file: string): CrawlLabel[] =>
  committedRows(file, CrawlLabel, `Restore the file: git checkout -- ${file}`);

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
