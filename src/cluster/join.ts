import { openPostgres } from '../store/open-postgres.ts';
import type { Progress } from '../terminal/progress.ts';
import { type Cluster, openCluster } from './cluster.ts';
import { assertSameVersion } from './members.ts';
import { programVersion } from './program-version.ts';

/** A cluster as one process sees it, with a database of its own that closes with it. */
export interface Membership extends Cluster {
  /** The version of the program that this process runs. */
  version: string;
}

/**
 * Opens the jobs in the database of an address. `root` is the folder of the program, `supervises` whether it looks
 * after jobs whose worker is gone.
 * @throws UserError when the database cannot be used, or workers of another version are at work.
 */
export async function joinCluster(
  url: string,
  { root, supervises, tell }: { root: string; supervises: boolean; tell: Progress },
): Promise<Membership> {
  const database = await openPostgres(url);
  let cluster: Cluster | undefined;
  const close = async (): Promise<void> => {
    await cluster?.close();
    await database.close();
  };
  try {
    const version = programVersion(root);
    cluster = await openCluster(database, { supervises, backend: 'postgres', tell });
    await assertSameVersion(database, version);
    return { ...cluster, version, close };
  } catch (error) {
    await close();
    throw error;
  }
}
