import type { Evidence } from '../src/model/evidence.ts';
import { annotationConflict } from './signals/annotation-conflict.ts';
import { ansiEscape } from './signals/ansi-escape.ts';
import { apiPassthrough } from './signals/api-passthrough.ts';
import { arbitraryUrl } from './signals/arbitrary-url.ts';
import { attackTechnique } from './signals/attack-technique.ts';
import { browserControl } from './signals/browser-control.ts';
import { bulk } from './signals/bulk.ts';
import { changesAccess } from './signals/changes-access.ts';
import { changesInfrastructure } from './signals/changes-infrastructure.ts';
import { classifierDirected } from './signals/classifier-directed.ts';
import { credentialParameter } from './signals/credential-parameter.ts';
import { crossToolReference } from './signals/cross-tool-reference.ts';
import { deletes } from './signals/deletes.ts';
import { deviceControl } from './signals/device-control.ts';
import { excessRights } from './signals/excess-rights.ts';
import { exfilParameter } from './signals/exfil-parameter.ts';
import { forcedPrecedence } from './signals/forced-precedence.ts';
import { hiddenUnicode } from './signals/hidden-unicode.ts';
import { instructsAgent } from './signals/instructs-agent.ts';
import { irreversible } from './signals/irreversible.ts';
import { localFilesystem } from './signals/local-filesystem.ts';
import { meteredCost } from './signals/metered-cost.ts';
import { movesMoney } from './signals/moves-money.ts';
import { multiAction } from './signals/multi-action.ts';
import { nameDescriptionMismatch } from './signals/name-description-mismatch.ts';
import { noDescription } from './signals/no-description.ts';
import { overwrites } from './signals/overwrites.ts';
import { pAmount } from './signals/p-amount.ts';
import { pBulkArray } from './signals/p-bulk-array.ts';
import { pCode } from './signals/p-code.ts';
import { pCredential } from './signals/p-credential.ts';
import { pForceOrRecursive } from './signals/p-force-or-recursive.ts';
import { pIdentity } from './signals/p-identity.ts';
import { pOperationSwitch } from './signals/p-operation-switch.ts';
import { pPath } from './signals/p-path.ts';
import { pPermission } from './signals/p-permission.ts';
import { pQuery } from './signals/p-query.ts';
import { pRecipient } from './signals/p-recipient.ts';
import { pSchedule } from './signals/p-schedule.ts';
import { pShellCommand } from './signals/p-shell-command.ts';
import { pSql } from './signals/p-sql.ts';
import { pTemplateOrHtml } from './signals/p-template-or-html.ts';
import { pUrl } from './signals/p-url.ts';
import { privateData } from './signals/private-data.ts';
import { publishes } from './signals/publishes.ts';
import { rawQuery } from './signals/raw-query.ts';
import { returnsSecrets } from './signals/returns-secrets.ts';
import { runsCode } from './signals/runs-code.ts';
import { schedule } from './signals/schedule.ts';
import { secrecyWording } from './signals/secrecy-wording.ts';
import { sendsMessage } from './signals/sends-message.ts';
import { sensitivePathMention } from './signals/sensitive-path-mention.ts';
import { sessionState } from './signals/session-state.ts';
import { startsProcess } from './signals/starts-process.ts';
import { untrustedContent } from './signals/untrusted-content.ts';
import type { Reading } from './signals/reading/reading.ts';
import type { Signal } from './signals/reading/signal.ts';

/** Every signal, in the order in which evidence is listed. A new signal is one file, one line here and one in src/model/signals.ts. */
export const allSignals: readonly Signal[] = [
  annotationConflict,
  ansiEscape,
  apiPassthrough,
  arbitraryUrl,
  attackTechnique,
  browserControl,
  bulk,
  changesAccess,
  changesInfrastructure,
  classifierDirected,
  credentialParameter,
  crossToolReference,
  deletes,
  deviceControl,
  excessRights,
  exfilParameter,
  forcedPrecedence,
  hiddenUnicode,
  instructsAgent,
  irreversible,
  localFilesystem,
  meteredCost,
  movesMoney,
  multiAction,
  nameDescriptionMismatch,
  noDescription,
  overwrites,
  pAmount,
  pBulkArray,
  pCode,
  pCredential,
  pForceOrRecursive,
  pIdentity,
  pOperationSwitch,
  pPath,
  pPermission,
  pQuery,
  pRecipient,
  pSchedule,
  pShellCommand,
  pSql,
  pTemplateOrHtml,
  pUrl,
  privateData,
  publishes,
  rawQuery,
  returnsSecrets,
  runsCode,
  schedule,
  secrecyWording,
  sendsMessage,
  sensitivePathMention,
  sessionState,
  startsProcess,
  untrustedContent,
];

/** The evidence of every signal that says yes, in the order of `allSignals`. */
export function evidenceOf(reading: Reading): Evidence[] {
  const evidence: Evidence[] = [];
  for (const signal of allSignals) for (const each of signal.look(reading).evidence) evidence.push(each);
  return evidence;
}
