import { isObject } from '../../src/model/json.ts';
import type { Limits } from '../../src/model/limits.ts';
import type { ToolDefinition } from '../../src/model/tool.ts';
import { Failure } from '../failure.ts';
import { readDefinitions } from '../inspect/definitions.ts';

/** What else the list says, as far as a rule needs it. */
interface Surroundings {
  /** Names of parameters of the list's tools. */
  parameters: ReadonlySet<string>;
  /** Values that parameters of the list's tools may take. */
  values: ReadonlySet<string>;
}

interface Rule {
  id: string;
  /** What the name is instead of a tool: "a label", for the fault. */
  what: string;
  /** Whether an entry with an input schema of its own is a tool all the same. */
  yieldsToSchema: boolean;
  applies: (name: string, surroundings: Surroundings) => boolean;
}

const oneOf = (...names: string[]): ((name: string) => boolean) => {
  const known = new Set(names);
  return (name) => known.has(name.toLowerCase().replaceAll(' ', '_'));
};

/**
 * Why a name in a source's list is no tool. Sources scrape pages and documents, and what stands around a tool list
 * there comes along. A live server's own list is never held against these rules.
 */
export const nameRules: readonly Rule[] = [
  {
    id: 'scraped-text',
    what: 'a piece of text',
    yieldsToSchema: false,
    applies: (name) => /\b(?:try in|deploy server)\b/i.test(name),
  },
  {
    id: 'sentence',
    what: 'a sentence',
    yieldsToSchema: true,
    applies: (name) => name.trim().split(/\s+/).length > 8 || /\w \w.*\.$/.test(name),
  },
  {
    id: 'markup',
    what: 'markup',
    yieldsToSchema: false,
    applies: (name) => /[`*|<>[\]"\r\n\t]|^#|^https?:/.test(name),
  },
  {
    id: 'template',
    what: 'a template that nobody filled in',
    yieldsToSchema: false,
    applies: (name) => /\$\{|\{\{/.test(name),
  },
  { id: 'label', what: 'a label', yieldsToSchema: false, applies: (name) => name.trim().endsWith(':') },
  {
    id: 'heading',
    what: 'a label',
    yieldsToSchema: true,
    applies: oneOf(
      ...['input', 'inputs', 'output', 'outputs', 'arguments', 'args', 'parameter', 'parameters', 'params'],
      ...['returns', 'return', 'example', 'examples', 'usage', 'description', 'name', 'type', 'required'],
      ...['default', 'optional', 'tool', 'tools', 'tool_name', 'resources', 'prompts', 'options', 'notes'],
      ...[
        'optional_settings',
        'accepted_oauth_scopes',
        'required_oauth_scopes',
        'settings',
        'scope',
        'scopes',
      ],
    ),
  },
  {
    id: 'protocol-method',
    what: 'a method of the protocol',
    yieldsToSchema: true,
    applies: (name) =>
      /^(?:tools|resources|prompts|notifications|completion|logging|sampling|roots|elicitation|server|tasks)\/[\w/]+$/.test(
        name,
      ) || /^(?:initialize|initialized|new_session)$/.test(name),
  },
  {
    id: 'parameter',
    what: 'a parameter',
    yieldsToSchema: true,
    applies: (name, { parameters }) =>
      parameters.has(name) || /^(?:dry_?run|force|base_ref|verbose|page_?size|per_page|cursor)$/i.test(name),
  },
  {
    id: 'enum-value',
    what: 'a value of a parameter',
    yieldsToSchema: true,
    applies: (name, { values }) => values.has(name) || isStatus(name),
  },
];

const isStatus = oneOf(
  ...[
    'aggressive',
    'conservative',
    'supervised',
    'completed',
    'backlog',
    'dropped',
    'needs_review',
    'paused',
  ],
  ...['ready', 'started', 'pending', 'failed', 'active', 'inactive', 'enabled', 'disabled', 'in_progress'],
  ...['true', 'false', 'null', 'none', 'asc', 'desc', 'low', 'medium', 'high', 'critical'],
);

function surroundingsOf(raws: readonly unknown[]): Surroundings {
  const properties = raws.flatMap((raw) => {
    const schema = isObject(raw) && isObject(raw.inputSchema) ? raw.inputSchema.properties : undefined;
    return isObject(schema) ? Object.entries(schema) : [];
  });
  const values = properties.flatMap(([, schema]) =>
    isObject(schema) && Array.isArray(schema.enum)
      ? schema.enum.filter((value) => typeof value === 'string')
      : [],
  );
  return { parameters: new Set(properties.map(([name]) => name)), values: new Set(values) };
}

/** The rule by which an entry of a source's tool list is no tool; undefined for a tool. */
export function refusal(raw: unknown, surroundings: Surroundings): Rule | undefined {
  if (!isObject(raw) || typeof raw.name !== 'string') return undefined;
  const { name, inputSchema } = raw;
  return nameRules.find(
    ({ yieldsToSchema, applies }) =>
      !(yieldsToSchema && isObject(inputSchema)) && applies(name, surroundings),
  );
}

/** The tools of a list that a source gives, and a failure for each entry that is none, naming the rule. */
export function readListedTools(
  raws: readonly unknown[],
  limits: Limits,
): { tools: ToolDefinition[]; failures: Failure[] } {
  const surroundings = surroundingsOf(raws.slice(0, limits.tools));
  const failures: Failure[] = [];
  if (raws.length > limits.tools)
    failures.push(new Failure('invalid-listing', `${raws.length} tools, the limit is ${limits.tools}`));
  const kept = raws.slice(0, limits.tools).filter((raw) => {
    const rule = refusal(raw, surroundings);
    if (rule === undefined) return true;
    const name = isObject(raw) ? String(raw.name) : '';
    failures.push(new Failure('not-a-tool', `"${name}" is ${rule.what} (${rule.id})`));
    return false;
  });
  const read = readDefinitions(kept, limits);
  return { tools: read.tools, failures: [...failures, ...read.failures] };
}
