import type { Sql } from './sql.ts';

/**
 * The database's time, wherever this machine's clock stands or jumps to: asked for once, and counted on from there by
 * a clock that only grows.
 */
export async function databaseClock(sql: Sql): Promise<() => Date> {
  const before = performance.now();
  const [row] = await sql.rows('SELECT extract(epoch FROM clock_timestamp())::float8 AS now');
  const at = (before + performance.now()) / 2;
  const start = Number(row?.now) * 1000 - at;
  return () => new Date(start + performance.now());
}
