import type { DatabaseSync } from 'node:sqlite';
import { canonical, hashOf } from '../model/canonical.ts';
import type { Json } from '../model/json.ts';
import { ToolDefinition } from '../model/tool.ts';
import { parseRecord } from './database.ts';
import type { StoredTool } from './store.ts';

/** Every definition once, under the hash of its canonical form. */
function definitionTable(database: DatabaseSync, path: string) {
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

/** Which definition each tool of a server has had, and since when. */
export function toolHistory(database: DatabaseSync, path: string) {
  const now = database.prepare(`
    SELECT tool, hash, max(day) AS day, (SELECT min(day) FROM history first WHERE first.server = history.server AND first.tool = history.tool) AS first
    FROM history WHERE server = ? GROUP BY tool HAVING hash IS NOT NULL ORDER BY tool`);
  const definitions = definitionTable(database, path);
  const keepDay = database.prepare('INSERT OR REPLACE INTO history VALUES (?, ?, ?, ?)');
  const forget = database.prepare('DELETE FROM history WHERE server = ?');
  const note = (server: string, tool: string, day: string, hash: string | null): void => {
    keepDay.run(server, tool, day, hash);
  };

  return {
    /** The tools as they stand, by name. */
    tools(server: string): StoredTool[] {
      return now.all(server).map(({ tool, hash, day, first }) => ({
        definition: definitions.get(String(hash), `${String(tool)} of ${server}`),
        hash: String(hash),
        firstSeen: String(first),
        changed: day === first ? null : String(day),
      }));
    },
    /** Notes what a listing of this day says: what is new, what became another, what is gone. Returns whether anything is. */
    see(server: string, listed: readonly ToolDefinition[], day: string): boolean {
      const known = new Map(now.all(server).map(({ tool, hash }) => [String(tool), hash]));
      let hasChanged = false;
      for (const definition of listed) {
        const hash = definitions.add(definition);
        if (known.get(definition.name) !== hash) {
          note(server, definition.name, day, hash);
          hasChanged = true;
        }
        known.delete(definition.name);
      }
      for (const tool of known.keys()) note(server, tool, day, null);
      return hasChanged || known.size > 0;
    },
    /** Forgets every tool of a server and its days. */
    forget(server: string): void {
      forget.run(server);
    },
    /** Takes over a tool with the days that somebody else has recorded. */
    adopt(server: string, { definition, firstSeen, changed }: Omit<StoredTool, 'hash'>): void {
      const hash = definitions.add(definition);
      if (changed !== null) note(server, definition.name, firstSeen, null);
      note(server, definition.name, changed ?? firstSeen, hash);
    },
  };
}
