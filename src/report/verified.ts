import { isApproved, type Verified } from '../lock/verify.ts';
import { oneLine } from '../model/display.ts';
import type { RatedTool } from '../model/scanned.ts';
import { riskColour, strong } from '../terminal/paint.ts';
import { count } from '../terminal/progress.ts';
import { differencesText } from './differences.ts';

function versionWords([locked, now]: Verified['versions']): string {
  if (locked === now || now === null) return '';
  return ` Version ${oneLine(locked ?? 'unknown')} to ${oneLine(now)}.`;
}

/** What became of a locked server, with every difference. */
export function verifiedText(
  server: Verified,
  approved: readonly RatedTool[],
  now: readonly RatedTool[],
): string {
  const { name, problem, versions, isReplaced, differences } = server;
  const head = strong(oneLine(name));
  if (problem !== null) return `${head}: not compared. ${oneLine(problem, 600)}\n`;
  if (isApproved(server) === true)
    return `${head}: ${count(now.length, 'tool')} as approved.${versionWords(versions)}\n`;
  const replaced = isReplaced
    ? `  ${riskColour('Critical', 'The same version came as another archive.')} Its checksum is not the locked one.\n`
    : '';
  const changes = count(differences.length, 'difference');
  return `${head}: ${changes}.${versionWords(versions)}\n${replaced}${differencesText(differences, approved, now)}`;
}
