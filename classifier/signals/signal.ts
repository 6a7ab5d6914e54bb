import type { Evidence, Outcome } from '../../src/model/evidence.ts';
import type { SignalId } from '../../src/model/signals.ts';
import type { Reading } from './reading.ts';

/** What a signal found, and the bytes it rests on. Only `yes` carries evidence. */
export interface Finding {
  outcome: Outcome;
  evidence: Evidence[];
}

/** One question about a definition that is answered from its bytes alone. */
export interface Signal {
  id: SignalId;
  look(reading: Reading): Finding;
}
