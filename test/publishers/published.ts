import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { shardTexts } from '../../src/catalogue/write.ts';
import { sha256 } from '../../src/model/canonical.ts';
import { locations } from '../../src/model/locations.ts';
import type { RiskLevel } from '../../src/model/risks.ts';
import type { CatalogueServer } from '../../src/model/server.ts';
import type { Publisher } from '../../src/publishers/publisher.ts';

/** A folder of its own with what these publishers make of a catalogue. */
export async function published(
  publishers: readonly Publisher[],
  servers: readonly CatalogueServer[],
  { site, ceiling = null }: { site?: string; ceiling?: RiskLevel | null } = {},
): Promise<{ folder: string; remove: () => void }> {
  mkdirSync(locations.state, { recursive: true });
  const folder = resolve(mkdtempSync(join(locations.state, 'test-published-')));
  const from = {
    servers: () => servers,
    shards: () => shardTexts(servers),
    site: site === undefined ? undefined : new URL(site),
    ceiling,
  };
  for (const publisher of publishers) await publisher.publish(from, folder);
  return {
    folder,
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Every file of a folder with the SHA-256 of its bytes, sorted. */
export function contents(folder: string): [file: string, sha256: string][] {
  return globSync('**/*', { cwd: folder, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((file) => [file.slice(folder.length), sha256(readFileSync(file).toString('latin1'))]);
}
