import { sha256 } from '../model/canonical.ts';

/** The file of the catalogue that holds a server: named by the first byte of the SHA-256 of its id. */
export function shardOf(serverId: string): string {
  return `${sha256(serverId).slice(0, 2)}.jsonl`;
}
