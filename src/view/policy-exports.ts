import type { Policy } from '../model/policy.ts';
import { exportPolicy } from '../policy/export.ts';
import type { ExportFile, Format } from '../policy/format.ts';
import { formats } from '../policy/formats.ts';
import { claudeCode } from '../policy/formats/claude-code.ts';
import { codex } from '../policy/formats/codex.ts';
import { gemini } from '../policy/formats/gemini.ts';
import { isTried } from '../policy/matrix.ts';
import type { CatalogueServer } from '../model/server.ts';

/** The formats a tool page has besides policy.json: the clients that npm counts most downloads of, of those that can deny. */
const shownFormats: readonly Format[] = [claudeCode, codex, gemini];

/** A policy in one format, ready to show. */
export interface PolicyExport {
  id: string;
  name: string;
  summary: string;
  /** False: nothing here has executed, parsed or checked it. */
  isTried: boolean;
  /** Why there are no files: the server's name cannot be written there. */
  fault: string | null;
  files: ExportFile[];
  fill: string[];
  /** What the format cannot hold. */
  warnings: string[];
}

export interface ExportOptions {
  alias: string;
  withGuard: boolean;
}

/** Whether every format can write this name for a server. */
const isWritable = (alias: string): boolean => formats.every((format) => format.aliasFault(alias) === null);

/** The longest name that every format can write. */
const aliasCharacters = 25;

/** The name that exports call a server: its slug, shortened where a program needs that. */
export function usualAlias({ slug }: Pick<CatalogueServer, 'slug'>): string {
  const short = slug.slice(0, aliasCharacters).replace(/[^A-Za-z0-9]+$/, '');
  return [slug, short, `${short.slice(0, aliasCharacters - 4)}-mcp`].find(isWritable) ?? 'server';
}

/** The policy in one format. */
export function exported(policy: Policy, format: Format, options: ExportOptions): PolicyExport {
  const { id, name, summary } = format;
  const fault = format.aliasFault(options.alias);
  const { files, fill, warnings } =
    fault === null ? exportPolicy(policy, format, options) : { files: [], fill: [], warnings: [] };
  return {
    ...{ id, name, summary, isTried: isTried(format), fault, files, fill },
    warnings: warnings.map(({ message }) => message),
  };
}

/** The policy in the formats that tool and server pages have. */
export function shownExports(policy: Policy, alias: string): PolicyExport[] {
  return shownFormats.map((format) => exported(policy, format, { alias, withGuard: false }));
}

/** The policy in every format. */
export function allExports(policy: Policy, options: ExportOptions): PolicyExport[] {
  return formats.map((format) => exported(policy, format, options));
}
