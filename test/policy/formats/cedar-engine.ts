import assert from 'node:assert/strict';
import {
  checkParsePolicySet,
  isAuthorized,
  type CedarValueJson,
  type EntityJson,
  type Schema,
} from '@cedar-policy/cedar-wasm/nodejs';

interface CedarRequest {
  policies: string;
  principal: { type: string; id: string };
  action: { type: string; id: string };
  resource: { type: string; id: string };
  context: Record<string, CedarValueJson>;
  entities?: EntityJson[];
  /** The policies and the request are checked against it. */
  schema?: Schema;
}

/**
 * What Cedar's own engine decides. A policy that fails denies, as in ToolHive and AgentCore, and so does a request that
 * the schema does not admit.
 */
export function cedarDecides({
  policies,
  entities = [],
  schema,
  ...request
}: CedarRequest): 'allow' | 'deny' {
  const answer = isAuthorized({
    ...request,
    policies: { staticPolicies: policies },
    entities,
    ...(schema === undefined ? {} : { schema, validateRequest: true }),
  });
  if (schema !== undefined && answer.type === 'failure') return 'deny';
  assert.ok(answer.type === 'success', JSON.stringify(answer));
  const { decision, diagnostics } = answer.response;
  return decision === 'allow' && diagnostics.errors.length === 0 ? 'allow' : 'deny';
}

/** Fails when Cedar's own parser does not read the policies. */
export function assertCedar(policies: string): void {
  const parsed = checkParsePolicySet({ staticPolicies: policies });
  assert.equal(parsed.type, 'success', JSON.stringify(parsed));
}
