import type { Json } from '../../model/json.ts';
import type { ArgumentType, Constraint } from '../../model/policy.ts';
import {
  cedarAttribute,
  cedarComparison,
  cedarDecimal,
  cedarText,
  complete,
  decimalOrders,
  isIdentifier,
  longOrders,
  type CedarValues,
} from '../cedar.ts';
import { decided } from '../decided.ts';
import type { FittedRule } from '../fit.ts';
import type { Format, Warning } from '../format.ts';
import { gatewayAliasFaults, gatewayFills } from '../gateway-words.ts';
import { warnings } from '../words.ts';

const isText = (value: Json): value is string => typeof value === 'string';

/** How each type of an argument is written in the gateway's schema. `listed` is the type of a listed value there. */
const literals: Readonly<Record<ArgumentType, (value: Json, listed: string) => string | null>> = {
  string: (value) => (isText(value) ? cedarText(value) : null),
  enum: (value, listed) => (isText(value) ? `${listed}::${cedarText(value)}` : null),
  integer: (value) => (typeof value === 'number' && Number.isSafeInteger(value) ? String(value) : null),
  number: (value) => (typeof value === 'number' ? cedarDecimal(value) : null),
  boolean: (value) => (typeof value === 'boolean' ? String(value) : null),
  array: () => null,
  object: () => null,
};

/** The schema admits one type, so that a value has one spelling. */
function valuesOf(type: ArgumentType, listed: string): CedarValues {
  const literal = (value: Json): string | null => literals[type](value, listed);
  return {
    literal,
    forbidden: (value) => complete((Array.isArray(value) ? value : [value]).map(literal)),
    orders: type === 'number' ? decimalOrders : longOrders,
  };
}

/** Each step into `context.input`: whether the member is there, and the expression that reads it. */
function steps(argument: readonly string[]): { isThere: string[]; subject: string } {
  return argument.reduce<{ isThere: string[]; subject: string }>(
    (done, member) => {
      const { isThere, subject } = cedarAttribute(done.subject, member);
      return { isThere: [...done.isThere, isThere], subject };
    },
    { isThere: [], subject: 'context.input' },
  );
}

/**
 * A condition as Cedar, or null where it cannot be said: patterns, places in a list and other names that are no
 * identifiers (for which there is no schema), an argument whose type nobody knows, and listed values where `listed` is
 * null or the argument is a member of another.
 */
function condition(constraint: Constraint, listed: string | null): string | null {
  const { argument, op, type, value, mustBeGiven } = constraint;
  const [name = '', ...deeper] = argument;
  if (!argument.every(isIdentifier)) return null;
  const { isThere, subject } = steps(argument);
  const given = isThere.join(' && ');
  if (op === 'exists') return value === true ? given : `!(${given})`;
  if (type === null || (type === 'enum' && (listed === null || deeper.length > 0))) return null;
  const holds = cedarComparison(subject, constraint, valuesOf(type, `${listed ?? ''}::${name}`));
  if (holds === null) return null;
  return mustBeGiven ? `${given} && ${holds}` : `(!(${given}) || ${holds})`;
}

const gateway = 'AgentCore::Gateway::"arn:aws:bedrock-agentcore:REGION:ACCOUNT:gateway/GATEWAY"';

/** Characters of one policy; AWS refuses one beyond 10 KB. */
const longest = 10_000;

/** The statement that opens a tool, or why a tool of this name stays closed. */
function statement(alias: string, tool: string, { constraints }: FittedRule): string | Warning[] {
  const action = `${alias}___${tool}`;
  const listed = isIdentifier(action) ? `AgentCore::${action}::Input` : null;
  const refuse = (message: string): Warning => ({ tool, ability: 'arguments', message });
  const lost = constraints.filter((constraint) => condition(constraint, listed) === null);
  if (lost.length > 0) return lost.map((each) => refuse(warnings.constraint(tool, each, 'deny', false)));
  const conditions = constraints.map((constraint) => condition(constraint, listed) ?? 'false');
  const scope = `permit(\n  principal,\n  action == AgentCore::Action::${cedarText(action)},\n  resource == ${gateway}\n)`;
  const text = conditions.length === 0 ? `${scope};` : `${scope} when {\n  ${conditions.join(' &&\n  ')}\n};`;
  return text.length > longest ? [refuse(warnings.tooLong(tool))] : text;
}

export const agentcore: Format = {
  id: 'agentcore',
  name: 'Amazon Bedrock AgentCore Policy',
  summary: 'Cedar policies for an AgentCore Gateway, one for each tool that is open.',
  source: {
    url: 'https://docs.aws.amazon.com/bedrock-agentcore/latest/devguide/policy-schema-constraints.html',
    dated: '2026-11-21',
  },
  abilities: {
    allow: 'native',
    ask: 'none',
    deny: 'native',
    hide: 'native',
    arguments: 'native',
    limits: 'none',
    definition: 'none',
  },
  argument: (constraint) => (condition(constraint, 'AgentCore') === null ? 'none' : 'native'),
  proofs: [
    {
      kind: 'executed',
      against: '@cedar-policy/cedar-wasm, with the schema of @cedar-policy/mcp-schema-generator-wasm 0.6.0',
      version: '4.13.0',
      by: 'npm test',
      abilities: ['allow', 'deny', 'arguments'],
    },
    {
      kind: 'not-executed',
      from: 'https://docs.aws.amazon.com/bedrock-agentcore/latest/devguide/use-gateway-with-policy.html',
      dated: '2026-11-21',
      abilities: ['hide'],
    },
  ],
  notes: [
    'Everything that no policy permits is denied, as long as the gateway enforces its policies; in LOG_ONLY it denies nothing.',
    'A tool is listed when there is any call of it that a policy permits.',
    'Each statement is created as a policy of its own: put it into create-policy by itself.',
    'AWS checks a policy against the gateway’s schema and refuses one that does not fit, for example after an argument has changed its type.',
    'In the gateway’s schema an argument with listed values is an entity, a whole number a Long, and any other number a decimal with four places after the point.',
  ],
  aliasFault: (alias) =>
    /^[0-9A-Za-z](?:-?[0-9A-Za-z]){0,99}$/.test(alias) ? null : gatewayAliasFaults.dashed(alias),
  print(policy, alias) {
    const made = decided(policy, 'allow').map(([tool, rule]) => statement(alias, tool, rule));
    const statements = made.filter((each) => typeof each === 'string');
    const text =
      statements.length === 0
        ? '// No tool is open, so there is no policy to create.'
        : statements.join('\n\n');
    const file = {
      name: 'agentcore.cedar',
      language: 'cedar' as const,
      text: `${text}\n`,
      destination: 'Create each statement as a policy in the policy engine of the gateway.',
    };
    return {
      files: [file],
      fill: [gatewayFills.agentcore],
      warnings: made.flatMap((each) => (typeof each === 'string' ? [] : each)),
    };
  },
};
