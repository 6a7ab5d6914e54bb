import { z } from 'zod';
import type { Policy, ToolRule } from '../../model/policy.ts';

const PolicyJsonLimit = z.strictObject({
  counter: z.string(),
  window: z.enum(['minute', 'hour', 'day']),
  max: z.number().int().positive(),
  scope: z.literal('grant'),
});

const PolicyJsonTool = z.strictObject({
  deny_if: z.array(z.strictObject({ conditions: z.array(z.never()), on_deny: z.string() })).optional(),
  limits: z.array(PolicyJsonLimit).optional(),
});

/** policy.json in the shape PolicyLayer's gateway documents; unknown fields are refused, not ignored. */
export const PolicyJson = z.strictObject({
  version: z.literal('1'),
  default: z.literal('deny'),
  hide: z.array(z.string()).optional(),
  tools: z.record(z.string(), PolicyJsonTool),
});
export type PolicyJson = z.infer<typeof PolicyJson>;

/** policy.json has no approval step, so a tool that should ask is closed until a person opens it. */
const askFirst =
  'Ask a person first. policy.json cannot ask, so this call is denied: delete this deny_if to open the tool under its limits.';
const closed = 'Denied by default.';

function entry(name: string, { decision, limits }: ToolRule): z.infer<typeof PolicyJsonTool> {
  const denied = { ask: askFirst, deny: closed, allow: null, hide: null }[decision];
  return {
    ...(denied === null ? {} : { deny_if: [{ conditions: [], on_deny: denied }] }),
    ...(limits.length === 0
      ? {}
      : {
          limits: limits.map(({ window, max }) => ({
            counter: `${name}_per_${window}`,
            window,
            max,
            scope: 'grant' as const,
          })),
        }),
  };
}

/** The policy as policy.json. Hidden tools stand under `hide`, every other tool under `tools`, in the given order. */
export function policyJson(policy: Policy): PolicyJson {
  const rules = Object.entries(policy.tools);
  const hidden = rules.filter(([, rule]) => rule.decision === 'hide').map(([name]) => name);
  const shown = rules.filter(([, rule]) => rule.decision !== 'hide');
  return {
    version: '1',
    default: 'deny',
    ...(hidden.length === 0 ? {} : { hide: hidden }),
    tools: Object.fromEntries(shown.map(([name, rule]) => [name, entry(name, rule)])),
  };
}
