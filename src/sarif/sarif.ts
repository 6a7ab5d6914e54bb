import type { Log, ReportingDescriptor, Result } from 'sarif';
import { visible } from '../model/display.ts';
import type { Risk } from '../model/risks.ts';

/** A kind of thing that is found. */
export interface SarifRule {
  /** Stable: people's baselines and suppressions name it. */
  id: string;
  /** One sentence. */
  summary: string;
  /** One sentence: what to do about it. */
  help: string;
}

/** One thing that was found. */
export interface SarifFinding {
  /** The id of its rule. */
  rule: string;
  risk: Risk;
  /** One or two sentences. May hold outside text. */
  message: string;
  /** The file it was found in, relative to where the command runs or absolute, with `/` between its parts; null for none. */
  file: string | null;
  /** The line in it, from 1; null where it is about the whole file. */
  line: number | null;
  /** What it is about, such as `server/tool`: the same in each run, so that a finding is known again. */
  subject: string;
}

const levels: Readonly<Record<Risk, Result.level>> = {
  Critical: 'error',
  High: 'error',
  Medium: 'warning',
  Low: 'note',
  Unknown: 'warning',
};

function ruleOf({ id, summary, help }: SarifRule): ReportingDescriptor {
  return { id, shortDescription: { text: summary }, help: { text: help } };
}

/** A path as a URI: each part encoded, so that no name of a file ends it or becomes a scheme. */
function uriOf(file: string): string {
  const encoded = file.split('/').map(encodeURIComponent).join('/');
  return file.startsWith('/') ? `file://${encoded}` : encoded;
}

function resultOf({ rule, risk, message, file, line, subject }: SarifFinding): Result {
  return {
    ruleId: rule,
    level: levels[risk],
    message: { text: visible(message) },
    locations: [
      {
        ...(file === null
          ? {}
          : {
              physicalLocation: {
                artifactLocation: { uri: uriOf(file) },
                ...(line === null ? {} : { region: { startLine: line } }),
              },
            }),
        logicalLocations: [{ fullyQualifiedName: visible(subject) }],
      },
    ],
    partialFingerprints: { 'placardSubject/v1': `${rule} ${visible(subject)}` },
    properties: { risk },
  };
}

/** Findings as a SARIF 2.1.0 log of one run. Every rule is listed, also those that found nothing. */
export function sarifLog(
  version: string,
  rules: readonly SarifRule[],
  findings: readonly SarifFinding[],
): Log {
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Placard', version, rules: rules.map(ruleOf) } },
        columnKind: 'utf16CodeUnits',
        results: findings.map(resultOf),
      },
    ],
  };
}
