// Crawls our own servers as a list of packages, from installing to storing. Usage: whole-crawl.ts FOLDER SANDBOX
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';
import { crawl } from '../../crawler/crawl.ts';
import { listingOf } from '../../crawler/packages/manifest.ts';
import { earlierInstallation, installedPackage, type Installer } from '../../crawler/packages/packages.ts';
import { sandboxes } from '../../crawler/sandboxes.ts';
import { visit } from '../../crawler/visit.ts';
import { BundleEntry } from '../../src/model/bundle.ts';
import { limits } from '../../src/model/limits.ts';
import { openStore } from '../../src/store/sqlite.ts';

/** Servers that list, list what they should not, fail early and fail late. */
const entries = [
  { package: 'chatty' },
  { package: 'pages', arguments: ['through-the-empty-cursor'] },
  { package: 'odd-tools' },
  { package: 'leaves' },
  { package: 'dies-mid-list' },
  { package: 'fills' },
].map((entry) => BundleEntry.parse({ version: '1.0.0', ...entry }));

const written = new URL('servers/', import.meta.url);

/** Installs a package as npm does: a folder in node_modules, its scripts as JavaScript, one file after the other. */
const install: Installer = (specifier, folder) => {
  const name = specifier.slice(0, specifier.indexOf('@'));
  const place = join(folder, 'node_modules', name);
  mkdirSync(place, { recursive: true });
  for (const file of readdirSync(written).filter((each) => each.endsWith('.ts'))) {
    const script = stripTypeScriptTypes(readFileSync(new URL(file, written), 'utf8'));
    writeFileSync(join(place, file.replace('.ts', '.js')), script.replaceAll(".ts'", ".js'"));
  }
  const manifest = { name, version: '1.0.0', type: 'module', bin: `${name}.js` };
  writeFileSync(join(place, 'package.json'), JSON.stringify(manifest));
  return Promise.resolve();
};

const [folder = '', id] = process.argv.slice(2);
const sandbox = sandboxes.find((candidate) => candidate.id === id);
if (sandbox !== undefined) {
  const store = await openStore(join(folder, 'store.db'));
  const packages = join(folder, 'packages');
  const now = (): Date => new Date('2026-03-01T00:00:00.000Z');
  const surroundings = { sandbox, node: process.execPath, limits, now };
  await crawl(
    entries,
    { bundledOnly: false, again: false },
    {
      ...{ store, now, progress: () => undefined, isBundled: () => false, visitsAtOnce: 2 },
      describe: (entry) => {
        const installation = earlierInstallation(packages, entry);
        return installation === null ? null : listingOf(entry, installation.manifest);
      },
      list: async (entry, signal) =>
        visit(entry, await installedPackage(packages, entry, install, signal), surroundings, signal),
    },
    new AbortController().signal,
  );
  await store.close();
}
