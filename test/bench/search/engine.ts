import type { Known } from './queries.ts';

/** What an engine answers. */
export interface Answered {
  /** The places of the tools it finds, best first. */
  places: readonly number[];
  /** What had to be fetched for it by somebody who has just come, as Brotli packs it. */
  bytes: number;
  milliseconds: number;
  /** The same bytes for somebody who has asked before, and the milliseconds from nothing to the first results, where files are fetched. */
  later?: number | null;
  first?: number;
}

/** What an engine has ready to be asked. */
export interface Ready {
  ask(text: string): Promise<Answered>;
  /** Bytes before the first answer, as Brotli packs them; NaN where they could not be written. */
  firstBytes: number;
  close(): Promise<void>;
}

/** One way to search, prepared for these tools. */
export interface Engine {
  prepare(tools: readonly Known[]): Promise<Ready>;
}
