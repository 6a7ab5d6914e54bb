import type { JudgeId, Verdict } from '../src/model/classification.ts';
import type { Subject } from '../src/model/tool.ts';

/** A verdict, or why there is none. A missing answer is a fact to record, never a mild verdict. */
export type Answer = { verdict: Verdict } | { unjudged: string };

/** Anything that can rate tools: rules, a model behind an endpoint. */
export interface Judge {
  id: JudgeId;
  /** Hash of all that shapes an answer but the tool. Another version never reuses this one's answers. */
  version: string;
  /**
   * One answer for each subject, in order. Subjects of one call belong to one server, so that hostile text
   * in one listing can reach no other server's answers. Rejects only when going on is pointless
   * (no credit, wrong key); what was answered before is already saved by the caller.
   */
  judge(subjects: readonly Subject[]): Promise<Answer[]>;
}
