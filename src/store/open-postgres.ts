import { limits } from '../model/limits.ts';
import { toStandardError } from '../terminal/progress.ts';
import { poolOf } from './postgres-pool.ts';
import { postgresDatabase, type PostgresDatabase, preparePostgres } from './postgres.ts';

/** The database that DATABASE_URL names, with the store's tables. One that is away is waited for so long. */
export async function openPostgres(
  url: string,
  milliseconds: number = limits.databaseMilliseconds,
): Promise<PostgresDatabase> {
  const patience = { milliseconds, tell: toStandardError };
  const answer = Math.min(milliseconds, limits.databaseAnswerMilliseconds);
  const database = postgresDatabase(poolOf(url, limits.databaseConnections, answer), patience);
  try {
    await preparePostgres(database);
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}
