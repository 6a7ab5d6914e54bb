import { z } from 'zod';
import { Limit } from '../../model/policy.ts';
import type { FittedPolicy, FittedRule } from '../fit.ts';
import type { Format } from '../format.ts';
import { jsonText } from '../json-text.ts';
import { denials } from '../words.ts';

const PolicyJsonTool = z.strictObject({
  deny_if: z.array(z.strictObject({ conditions: z.array(z.never()), on_deny: z.string() })).optional(),
  limits: z.array(Limit).optional(),
});

/** policy.json in the shape PolicyLayer's gateway documents; unknown fields are refused, not ignored. */
export const PolicyJson = z.strictObject({
  version: z.literal('1'),
  default: z.literal('deny'),
  hide: z.array(z.string()).optional(),
  tools: z.record(z.string(), PolicyJsonTool),
});
export type PolicyJson = z.infer<typeof PolicyJson>;

function entry({ decision, wanted, limits }: FittedRule): z.infer<typeof PolicyJsonTool> {
  const reason = wanted === 'allow' ? denials.deny : denials[wanted];
  return {
    ...(decision === 'deny' ? { deny_if: [{ conditions: [], on_deny: reason }] } : {}),
    ...(limits.length === 0 ? {} : { limits }),
  };
}

/** The policy as policy.json. Hidden tools stand under `hide`, every other tool under `tools`, in the given order. */
export function policyJsonOf(policy: FittedPolicy): PolicyJson {
  const rules = Object.entries(policy.tools);
  const hidden = rules.filter(([, rule]) => rule.decision === 'hide').map(([name]) => name);
  const shown = rules.filter(([, rule]) => rule.decision !== 'hide');
  return {
    version: '1',
    default: 'deny',
    ...(hidden.length === 0 ? {} : { hide: hidden }),
    tools: Object.fromEntries(shown.map(([name, rule]) => [name, entry(rule)])),
  };
}

export const policyJson: Format = {
  id: 'policy-json',
  name: 'policy.json',
  summary: 'The reference’s documented policy file, which Placard’s own guard runs too.',
  source: { url: 'https://policylayer.com/docs/writing-policies', dated: '2026-11-21' },
  abilities: {
    allow: 'native',
    ask: 'none',
    deny: 'native',
    hide: 'native',
    arguments: 'native',
    limits: 'native',
    definition: 'none',
  },
  proofs: [
    {
      kind: 'executed',
      against: 'Placard’s evaluator',
      version: '1',
      by: 'npm test',
      abilities: ['allow', 'deny', 'hide', 'arguments', 'limits'],
    },
  ],
  notes: ['Only one tool server stands behind one policy.json, so its name does not appear in it.'],
  aliasFault: () => null,
  print(policy) {
    const file = {
      name: 'policy.json',
      language: 'json' as const,
      text: jsonText(policyJsonOf(policy)),
      destination: 'Give policy.json to the gateway or guard in front of the server.',
    };
    return { files: [file], fill: [], warnings: [] };
  },
};
