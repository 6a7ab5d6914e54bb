import type { JudgeId, Verdict } from '../src/model/classification.ts';
import type { Subject } from '../src/model/tool.ts';

/** A verdict, or why there is none. A missing answer is a fact to record, never a mild verdict. */
export type Answer = { verdict: Verdict } | { unjudged: string };

/** What becomes of a verdict the moment it is there. */
export type Keep = (subject: Subject, verdict: Verdict) => Promise<void>;

/** Anything that can rate tools: rules, a model behind an endpoint. */
export interface Judge {
  id: JudgeId;
  /** Hash of all that shapes an answer but the tool. Another version never reuses this one's answers. */
  version: string;
  /**
   * One answer for each subject, in order. Subjects of one call belong to one server, so that hostile text
   * in one listing can reach no other server's answers. Rejects only when going on is pointless
   * (no credit, wrong key), after all that was under way has ended. A judge whose answers may be paid calls `keep`
   * with each verdict as soon as it has one, so that neither a kill nor a rejection loses it.
   */
  judge(subjects: readonly Subject[], keep?: Keep): Promise<Answer[]>;
}
