import { JsonObject } from '../../model/json.ts';
import { evaluate } from '../../policy/evaluate.ts';
import { readRuleset } from '../../policy/ruleset.ts';
import { exitCodes, parseCommand, UserError } from '../../terminal/command.ts';
import type { Command } from '../../terminal/program.ts';
import { forPeople, jsonOfFile, parsedJson, words } from '../inputs.ts';

const facts = {
  usage: "placard policy evaluate FILE --tool TOOL [--arguments '{...}']",
  summary: `Applies a policy to one call and prints one line of JSON: {"decision","rule","reason"}. FILE is policy.json or a
policy with definitions as exports with the guard have it. Nothing has been counted before the call.`,
  options: {
    tool: { type: 'string', value: 'TOOL', help: "The tool, by the server's own name." },
    arguments: { type: 'string', value: 'JSON', help: 'The arguments of the call. Default: {}.' },
    definition: { type: 'string', value: 'HASH', help: 'Hash of the definition that the server shows now.' },
  },
  positionals: true,
} as const;

function argumentsOf(text = '{}'): JsonObject {
  const result = JsonObject.safeParse(parsedJson(text, '--arguments'));
  if (result.success) return result.data;
  throw new UserError('--arguments takes a JSON object.', exitCodes.usage);
}

function run(given: readonly string[]): void {
  const parsed = parseCommand(facts, given);
  if (parsed === null) return;
  const [file = ''] = words(parsed.positionals, ['FILE']);
  const { tool, definition = null } = parsed.values;
  if (tool === undefined) throw new UserError('--tool is missing. --help says more.', exitCodes.usage);
  const call = { tool, arguments: argumentsOf(parsed.values.arguments), definition };
  const ruleset = forPeople(file, () => readRuleset(jsonOfFile(file)));
  const { decision, rule, reason } = evaluate(ruleset, call, { now: Date.now(), counters: new Map() });
  process.stdout.write(`${JSON.stringify({ decision, rule, reason })}\n`);
}

/** `policy evaluate`. */
export const command: Command = { facts, run };
