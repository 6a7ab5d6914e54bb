import type { Fault, FaultKind } from '../src/model/fault.ts';
import { oneLine } from '../src/model/display.ts';

/** Characters of a fault's cause. */
const longestCause = 300;

/** What went wrong, before subject and time are known: thrown where it is noticed, recorded as a Fault at the edge. */
export class Failure extends Error {
  override name = 'Failure' as const;
  readonly kind: FaultKind;
  /** The HTTP status that was the answer, if that was the failure. */
  readonly status: number | undefined;
  /** `cause` may hold outside text: it is made visible and cut to one line. */
  constructor(kind: FaultKind, cause: string, status?: number) {
    super(oneLine(cause, longestCause));
    this.kind = kind;
    this.status = status;
  }
}

/** The record of a failure. */
export function faultOf(failure: Failure, about: Pick<Fault, 'stage' | 'subject' | 'at'>): Fault {
  return { ...about, kind: failure.kind, cause: failure.message };
}

/** What an error says, whatever was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
