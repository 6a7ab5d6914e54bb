import type { Policy } from '../model/policy.ts';
import { exportPolicy } from '../policy/export.ts';
import type { ExportFile, Format, Warning } from '../policy/format.ts';
import { formats } from '../policy/formats.ts';
import { claudeCode } from '../policy/formats/claude-code.ts';
import { codex } from '../policy/formats/codex.ts';
import { gemini } from '../policy/formats/gemini.ts';
import { isTried } from '../policy/matrix.ts';
import { abilityWords } from './policy-words.ts';
import type { CatalogueServer } from '../model/server.ts';

/** What pages have besides policy.json: the clients that npm counts most downloads of, of those that can deny. */
const shownFormats = {
  /** A page of few bytes, with a link to all formats. */
  tool: [claudeCode],
  server: [claudeCode, codex, gemini],
} satisfies Record<string, readonly Format[]>;

/** A policy in one format, ready to show. */
export interface PolicyExport {
  id: string;
  name: string;
  summary: string;
  /** False: nothing here has executed, parsed or checked it. */
  isTried: boolean;
  /** Why there are no files: the server's name cannot be written there. */
  fault: string | null;
  /** What the server is called in the files. */
  alias: string;
  files: ExportFile[];
  fill: string[];
  /** What the format cannot hold. */
  warnings: string[];
  /** The same in a word each, without what no tool is to blame for: "limits". */
  lost: string[];
}

export interface ExportOptions {
  /** What the server is called in a format. */
  aliasIn: (format: Format) => string;
  withGuard: boolean;
}

/** The longest name of a server that every format can write. */
const aliasCharacters = 25;

/** The name that exports call a server unless somebody chose another one: its slug, shortened. */
export function usualAlias({ slug }: Pick<CatalogueServer, 'slug'>): string {
  return slug.slice(0, aliasCharacters).replace(/[^A-Za-z0-9]+$/, '');
}

/** A name as a format can write it, where that takes no more than other punctuation or a further word. */
export function writable(alias: string, format: Format): string {
  const further = `${alias.slice(0, aliasCharacters - 4)}-mcp`;
  const others = [alias, alias.replaceAll('-', '_'), alias.replaceAll(/[-_]/g, ''), further];
  return others.find((each) => format.aliasFault(each) === null) ?? alias;
}

const usual = (server: Pick<CatalogueServer, 'slug'>): ExportOptions => ({
  aliasIn: (format) => writable(usualAlias(server), format),
  withGuard: false,
});

const lostWords = ({ tool, ability }: Warning): string[] =>
  tool === null ? [] : [abilityWords[ability].label.toLowerCase()];

/** The policy in one format. */
function exported(policy: Policy, format: Format, { aliasIn, withGuard }: ExportOptions): PolicyExport {
  const { id, name, summary } = format;
  const alias = aliasIn(format);
  const fault = format.aliasFault(alias);
  const { files, fill, warnings } =
    fault === null
      ? exportPolicy(policy, format, { alias, withGuard })
      : { files: [], fill: [], warnings: [] };
  return {
    ...{ id, name, summary, isTried: isTried(format), fault, alias, files, fill },
    warnings: warnings.map(({ message }) => message),
    lost: [...new Set(warnings.flatMap(lostWords))],
  };
}

/** The policy of a server in one format. */
export function exportOf(server: CatalogueServer, policy: Policy, format: Format): PolicyExport {
  return exported(policy, format, usual(server));
}

/** The policy of a server, or of one of its tools, in the formats that the page of the one or the other has. */
export function shownExports(
  server: Pick<CatalogueServer, 'slug'>,
  policy: Policy,
  page: keyof typeof shownFormats,
): PolicyExport[] {
  return shownFormats[page].map((format) => exported(policy, format, usual(server)));
}

/** A format on the page of a server’s policies: those most used are there, the others when they are asked for. */
export type PolicyPanel = Pick<PolicyExport, 'id' | 'name' | 'summary' | 'isTried'> & {
  shown: PolicyExport | null;
};

/** Every format as that page has it. */
export function policyPanels(policy: Policy, options: ExportOptions): PolicyPanel[] {
  const there: readonly Format[] = shownFormats.server;
  return formats.map((format) => {
    const { id, name, summary } = format;
    const shown = there.includes(format) ? exported(policy, format, options) : null;
    return { id, name, summary, isTried: isTried(format), shown };
  });
}

/** The policy of a server in every format. */
export function allExports(policy: Policy, options: ExportOptions): PolicyExport[] {
  return formats.map((format) => exported(policy, format, options));
}
