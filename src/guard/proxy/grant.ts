import type { JsonObject } from '../../model/json.ts';
import type { Ruleset } from '../../policy/ruleset.ts';
import type { Counters } from '../counters.ts';
import { type Asking, judge, type Verdict } from '../judge.ts';
import type { AuditLog } from './audit.ts';
import type { Definitions } from './definitions.ts';
import type { Tickets } from './tickets.ts';

/** One agent's access to one server. Everything in it is its own. */
export interface Grant {
  name: string;
  server: string;
  policy: Ruleset;
  counters: Counters;
  definitions: Definitions;
  tickets: Tickets;
  audit: AuditLog;
  asking: Asking;
  now: () => Date;
}

/** A tool call as it came. */
export interface ToolCall {
  tool: string;
  arguments: JsonObject;
}

/** Judges and counts a call. A failure of the counters is a denial. */
export function judgeCall(grant: Grant, call: ToolCall, definition: string | null): Verdict {
  try {
    return judge(grant.policy, { ...call, definition }, grant.counters, grant.now());
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    return { decision: 'deny', rule: '/', reason: `Calls cannot be counted: ${cause}`, taken: null };
  }
}

/** Writes a call down. Null, or why it could not be written: then it must not be made. */
export function writeDown(
  { audit, server, name }: Grant,
  { tool, arguments: given }: ToolCall,
  decided: Pick<Verdict, 'rule' | 'reason'> & { decision: 'allow' | 'deny' },
): string | null {
  const { decision, rule, reason } = decided;
  try {
    audit.write({ server, grant: name, tool, decision, rule, reason, arguments: given });
    return null;
  } catch (error) {
    return `The audit log cannot be written: ${error instanceof Error ? error.message : String(error)}`;
  }
}
