import { limits } from '../src/model/limits.ts';
import type { Subject } from '../src/model/tool.ts';
import { shown } from './prompt.ts';

/** The subjects in the same order, in groups that fit one question to a model. */
export function batchesOf(subjects: readonly Subject[]): Subject[][] {
  const batches: Subject[][] = [];
  let room = 0;
  for (const subject of subjects) {
    const size = shown(subject, 't0').length;
    const last = batches.at(-1);
    if (last !== undefined && last.length < limits.judgeTools && size <= room) last.push(subject);
    else {
      batches.push([subject]);
      room = limits.judgeCharacters;
    }
    room -= size;
  }
  return batches;
}
