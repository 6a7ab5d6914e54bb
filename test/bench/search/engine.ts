import type { Known } from './queries.ts';

/** What an engine has ready to be asked. */
export interface Ready {
  /** The places of the tools it finds, best first, and the bytes that had to be fetched for it, as Brotli packs them. */
  ask(text: string): Promise<{ places: readonly number[]; bytes: number; milliseconds: number }>;
  /** Bytes before the first answer, as Brotli packs them; NaN where they could not be written. */
  firstBytes: number;
  close(): Promise<void>;
}

/** One way to search, prepared for these tools. */
export interface Engine {
  prepare(tools: readonly Known[]): Promise<Ready>;
}
