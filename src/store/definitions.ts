import { canonical, hashOf } from '../model/canonical.ts';
import type { Json } from '../model/json.ts';
import { ToolDefinition } from '../model/tool.ts';
import { parseRecord, rowsAmong, type Sql } from './sql.ts';
import { byText } from '../model/text-order.ts';

/** Every definition ever seen once, under the hash of its canonical form. */
export function definitionTable(sql: Sql) {
  return {
    /** A definition as a row holds it. */
    parse: (record: unknown, owner: string): ToolDefinition =>
      parseRecord(sql, ToolDefinition, record, `the definition of ${owner}`),
    /** The definitions under these hashes, as the table holds them. */
    async among(hashes: readonly string[]): Promise<Map<string, unknown>> {
      const rows = await rowsAmong(
        sql,
        hashes,
        (list) => `SELECT hash, record FROM definition WHERE hash IN ${list}`,
      );
      return new Map(rows.map(({ hash, record }) => [String(hash), record]));
    },
    /** Keeps definitions and returns their hashes, in the same order. */
    async add(definitions: readonly ToolDefinition[]): Promise<string[]> {
      const hashes = definitions.map((definition) => hashOf(definition as Json));
      // in one order everywhere, so that two that add the same ones at the same time do not wait for each other
      const unique = [...new Map(definitions.map((definition, index) => [hashes[index] ?? '', definition]))];
      for (const [hash, definition] of unique.sort(([a], [b]) => byText(a, b)))
        await sql.run(
          'INSERT INTO definition VALUES ($1, $2) ON CONFLICT DO NOTHING',
          hash,
          canonical(definition as Json),
        );
      return hashes;
    },
  };
}
