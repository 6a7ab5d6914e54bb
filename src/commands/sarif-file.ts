import { rules } from '../report/findings.ts';
import { sarifLog, type SarifFinding } from '../sarif/sarif.ts';
import { replaceFile } from './replace-file.ts';
import { ownVersion } from './own-version.ts';

/** The option of every command whose findings code scanning can show. */
export const sarifOption = {
  type: 'string',
  value: 'FILE',
  help: 'Also write what was found into FILE as SARIF 2.1.0, for code scanning.',
} as const;

/** Writes findings where `--sarif` says; nothing where it is not given. */
export function writeSarif(file: string | undefined, findings: readonly SarifFinding[]): void {
  if (file === undefined) return;
  replaceFile(file, `${JSON.stringify(sarifLog(ownVersion(), rules, findings), null, 2)}\n`);
}
