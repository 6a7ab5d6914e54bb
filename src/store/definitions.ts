import type { DatabaseSync } from 'node:sqlite';
import { canonical, hashOf } from '../model/canonical.ts';
import type { Json } from '../model/json.ts';
import { ToolDefinition } from '../model/tool.ts';
import { parseRecord } from './database.ts';

/** Every definition ever seen once, under the hash of its canonical form. */
export function definitionTable(database: DatabaseSync, path: string) {
  const record = database.prepare('SELECT record FROM definition WHERE hash = ?');
  const keep = database.prepare('INSERT OR IGNORE INTO definition VALUES (?, ?)');
  return {
    get: (hash: string, owner: string): ToolDefinition =>
      parseRecord(ToolDefinition, record.get(hash)?.record, { path, row: `the definition of ${owner}` }),
    add(definition: ToolDefinition): string {
      const hash = hashOf(definition as Json);
      keep.run(hash, canonical(definition as Json));
      return hash;
    },
  };
}
