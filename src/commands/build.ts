import { cpSync, existsSync, readFileSync, rmSync, writeFileSync, mkdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { buildSite } from '../build/build-site.ts';
import { forgetBuild, type SiteBuild } from '../build/places.ts';
import { installedAstro, provenAstro } from '../build/proven.ts';
import { threadsUpTo } from '../build/threads.ts';
import { catalogueFolder, inHome } from '../catalogue/folder.ts';
import { ownAddress, ownCeiling } from '../catalogue/own-site.ts';
import { bundleGuard, writeGuard } from './guard-bundle.ts';
import { redirectsFile } from '../catalogue/redirects.ts';
import { limits } from '../model/limits.ts';
import { locations } from '../model/locations.ts';
import { paths } from '../model/paths.ts';
import { publishParts } from '../publishers/publish.ts';
import type { SiteFiles } from '../publishers/publisher.ts';
import { parseCommand, runCommand } from '../terminal/command.ts';
import { count, duration, toStandardError } from '../terminal/progress.ts';
import { fingerprint } from './fingerprint.ts';

const command = {
  usage: 'npm run build -- [options]',
  summary: `Builds the site from ${catalogueFolder()} into ${inHome(locations.site)}. When nothing it is made from changed, nothing is done.`,
  options: { again: { type: 'boolean', help: 'Build even when nothing changed.' } },
} as const;

const present = (files: readonly string[]): string[] => files.filter((file) => existsSync(file));

/** Everything that files are made with: when it changes, all are made again. */
const templates = [
  ...['src', 'public', 'astro.config.mjs', 'package-lock.json'],
  ...[inHome(locations.siteIdentity), locations.attacks],
];

/** Everything they are made from. */
const sources = [
  catalogueFolder(),
  locations.measurements,
  locations.schemas,
  redirectsFile(catalogueFolder()),
];
const stamp = join(inHome(locations.state), 'site-fingerprint');

function isCurrent(print: string): boolean {
  return (
    existsSync(join(inHome(locations.site), 'index.html')) &&
    existsSync(stamp) &&
    readFileSync(stamp, 'utf8') === print
  );
}

const address = ownAddress();

/** The guard, as a file of the site, which rests on nothing but the program. */
async function publishGuard(files: SiteFiles, templates: string): Promise<void> {
  await files.make([paths.guard], templates, async (placeOf) => {
    await writeGuard(placeOf(paths.guard));
  });
}

/** Builds with `astro build` itself, which takes several times as long. */
async function buildPlainly(site: string): Promise<string> {
  toStandardError(
    `Astro ${installedAstro()} is installed, and the quick build was proved with ${provenAstro}: astro build does it.`,
  );
  // Astro loads packages from where it builds, and the home of a catalogue may lie outside of the project.
  const outDir = resolve(locations.state, 'site-plain');
  const { build } = await import('astro');
  await build({ logLevel: 'error', outDir });
  await bundleGuard(join(outDir, dirname(paths.guard)));
  rmSync(site, { recursive: true, force: true });
  cpSync(outDir, site, { recursive: true });
  rmSync(outDir, { recursive: true });
  return 'all files were made';
}

async function buildQuickly(
  site: string,
  prints: Pick<SiteBuild, 'templates' | 'everything'>,
): Promise<string> {
  const threads = threadsUpTo(Math.min(availableParallelism(), limits.buildThreads));
  const catalogue = catalogueFolder();
  const from = { catalogue, site: address === undefined ? undefined : new URL(address) };
  const built = await buildSite({
    ...{ site, state: inHome(locations.state), catalogue, ...prints, threads },
    async publish(files, pages, parts) {
      await publishParts({ ...from, pages }, parts, files);
      await publishGuard(files, prints.templates);
    },
  });
  const changed = built.changed === null ? '' : `, ${count(built.changed, 'file')} of the site changed`;
  return `${count(built.made, 'file')} of ${built.files.toLocaleString('en-GB')} made${changed}`;
}

async function run(again: boolean): Promise<void> {
  const started = performance.now();
  const made = `${fingerprint(present(templates))} ${address ?? ''} ${ownCeiling() ?? ''}`;
  const print = `${made} ${fingerprint(present(sources))}`;
  if (!again && isCurrent(print)) {
    toStandardError('The site is up to date: nothing it is made from has changed.');
    return;
  }
  const site = resolve(inHome(locations.site));
  mkdirSync(inHome(locations.state), { recursive: true });
  rmSync(stamp, { force: true });
  if (again) forgetBuild(inHome(locations.state));
  const quick = installedAstro() === provenAstro;
  const what = quick
    ? await buildQuickly(site, { templates: made, everything: print })
    : await buildPlainly(site);
  writeFileSync(stamp, print);
  toStandardError(`Built the site in ${duration(performance.now() - started)}: ${what}.`);
}

await runCommand(async () => {
  const given = parseCommand(command, process.argv.slice(2));
  if (given !== null) await run(given.values.again ?? false);
});
