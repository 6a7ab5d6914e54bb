import type { z } from 'zod';
import type { Limits } from '../../src/model/limits.ts';
import { Failure } from '../failure.ts';
import { jsonOf } from './request.ts';
import type { Wish } from './request.ts';
import { attemptEntry, cleanEntry } from './entries.ts';
import type { Outcome } from './entries.ts';
import { entryName } from './registry-page.ts';
import type { Reach } from './source.ts';

/** How the detail of one entry is asked for and read. */
export interface Detail {
  /** The entry's name, for faults. */
  name: string;
  address: string;
  read: (raw: unknown) => Outcome;
  /** What the list alone says, for a detail that has not changed. */
  unchanged: Outcome;
}

/** The JSON of an address in the shape a source promises. @throws Failure `bad-response` naming what is wrong. */
export function shaped<Shape>(shape: z.ZodType<Shape>, raw: unknown, what: string): Shape {
  const parsed = shape.safeParse(raw);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new Failure('bad-response', `no ${what}: ${issue?.path.join('/') ?? ''}: ${issue?.message ?? ''}`);
}

/** The entries of a page that have a source's shape, and a failure for each other one. @throws Failure when none has it or there are too many. */
export function eachShaped<Shape>(
  shape: z.ZodType<Shape>,
  raws: readonly unknown[],
  what: string,
  limits: Limits,
): { found: Shape[]; failures: Outcome[] } {
  if (raws.length > limits.registryPageEntries)
    throw new Failure('bad-response', `${raws.length} entries on one page`);
  const found: Shape[] = [];
  const failures = raws.flatMap((raw, position) => {
    const outcome = attemptEntry(entryName(undefined, position), () => {
      found.push(shaped(shape, cleanEntry(raw, limits), what));
      return { entry: null, failures: [] };
    });
    return outcome.failures.length === 0 ? [] : [outcome];
  });
  const [first] = failures.flatMap((outcome) => outcome.failures);
  if (found.length === 0 && first !== undefined) throw first.failure;
  return { found, failures };
}

/** Whether the fault lies with the source as a whole and not with one of its entries. */
function isGeneral({ kind, status }: Failure): boolean {
  return kind === 'throttled' || kind === 'unreachable' || status === 401 || status === 403;
}

/**
 * The details of a page's entries, one request each. One that fails leaves a failure and not the others behind.
 * @throws Failure when the source throttles, refuses or cannot be reached, or when `limits.detailFailures` in a row fail,
 * so that the walk stops and keeps its place.
 */
export async function fetchDetails(details: readonly Detail[], wish: Wish, reach: Reach): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  let failed = 0;
  for (const { name, address, read, unchanged } of details) {
    try {
      const body = await reach.page(address, wish);
      const raw = body === null ? null : cleanEntry(jsonOf(body), reach.limits);
      outcomes.push(raw === null ? unchanged : attemptEntry(name, () => read(raw)));
      failed = 0;
    } catch (error) {
      if (!(error instanceof Failure) || isGeneral(error)) throw error;
      failed += 1;
      if (failed >= reach.limits.detailFailures) throw error;
      outcomes.push({ ...unchanged, failures: [{ entry: name, failure: error }] });
    }
  }
  return outcomes;
}
