import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { writeCatalogue } from '../../src/catalogue/write.ts';
import { sha256 } from '../../src/model/canonical.ts';
import { locations } from '../../src/model/locations.ts';
import type { RiskLevel } from '../../src/model/risks.ts';
import type { CatalogueServer } from '../../src/model/server.ts';
import { folderFiles } from '../../src/publishers/folder-files.ts';
import type { Publisher } from '../../src/publishers/publisher.ts';

/** What a site says of itself. */
interface Settings {
  site?: string;
  ceiling?: RiskLevel | null;
}

/** A folder of its own with what these publishers make of a catalogue. */
export async function published(
  publishers: readonly Publisher[],
  servers: readonly CatalogueServer[],
  { site, ceiling = null }: Settings = {},
): Promise<{ folder: string; remove: () => void }> {
  mkdirSync(locations.state, { recursive: true });
  const root = resolve(mkdtempSync(join(locations.state, 'test-published-')));
  const [catalogue, folder] = [join(root, 'catalogue'), join(root, 'site')];
  writeCatalogue(catalogue, servers);
  for (const publisher of publishers) {
    const from = {
      parts: () => servers.map((server): unknown => publisher.kept?.read(publisher.kept.of(server))),
      ...{ digest: '', catalogue, pages: () => [], ceiling },
      site: site === undefined ? undefined : new URL(site),
    };
    await publisher.publish(from, folderFiles(folder));
  }
  return {
    folder,
    remove: () => {
      rmSync(root, { recursive: true, force: true });
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
