import { Policy } from '../model/policy.ts';
import { fit, type FittedPolicy } from './fit.ts';
import type { Exported, ExportFile, Format } from './format.ts';
import { guardFile } from './guard-command.ts';
import { jsonText } from './json-text.ts';
import { fillIn, guardDestination, unbounded } from './words.ts';

interface Options {
  /** The user's own key for the server in the program's configuration. */
  alias: string;
  /** Whether Placard's guard stands in front. It changes nothing for formats that do not use it. */
  withGuard: boolean;
}

/** What is still to be filled in: values that close a tool until they are, and bounds that are worth having. */
function toFillIn({ rules }: FittedPolicy): string[] {
  const visible = rules.filter(([, { decision }]) => decision !== 'hide');
  return visible.flatMap(([tool, { constraints, proposed }]) => [
    ...constraints.filter(({ fill }) => fill !== null).map((each) => fillIn(tool, each)),
    ...proposed.map((each) => unbounded(tool, each)),
  ]);
}

function guardPolicy(policy: Policy, alias: string): ExportFile {
  const name = guardFile(alias);
  return { name, language: 'json', text: jsonText(policy), destination: guardDestination(name) };
}

/** A format that does nothing without the guard is the guard's own set-up. */
const isGuard = ({ abilities }: Format): boolean => !Object.values(abilities).includes('native');

/**
 * The policy in a format: its files, what a person has to fill in, and what the format cannot hold.
 * @throws RangeError with a sentence for people when the alias cannot name a server there.
 */
export function exportPolicy(policy: Policy, format: Format, { alias, withGuard }: Options): Exported {
  const fault = format.aliasFault(alias);
  if (fault !== null) throw new RangeError(fault);
  const usesGuard = Object.values(format.abilities).includes('guard') && (withGuard || isGuard(format));
  const fitted = fit(policy, format, { withGuard: usesGuard });
  const printed = format.print(fitted.policy, alias, usesGuard);
  return {
    files: usesGuard ? [...printed.files, guardPolicy(policy, alias)] : printed.files,
    fill: [...new Set([...printed.fill, ...toFillIn(fitted.policy)])],
    warnings: [...fitted.warnings, ...printed.warnings],
  };
}
