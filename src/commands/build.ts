import { existsSync, readFileSync, rmSync, writeFileSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build } from 'astro';
import { catalogueFolder, inHome } from '../catalogue/folder.ts';
import { ownAddress } from '../catalogue/own-site.ts';
import { readCatalogue } from '../catalogue/read.ts';
import { bundleGuard } from './guard-bundle.ts';
import { redirectsFile } from '../catalogue/redirects.ts';
import { locations } from '../model/locations.ts';
import { paths } from '../model/paths.ts';
import { parseCommand, runCommand } from '../terminal/command.ts';
import { count, duration, toStandardError } from '../terminal/progress.ts';
import { fingerprint } from './fingerprint.ts';

const command = {
  usage: 'npm run build -- [options]',
  summary: `Builds the site from ${catalogueFolder} into ${inHome(locations.site)}. When nothing it is made from changed, nothing is done.`,
  options: { again: { type: 'boolean', help: 'Build even when nothing changed.' } },
} as const;

const optional = [redirectsFile(catalogueFolder), inHome(locations.siteIdentity)].filter((file) =>
  existsSync(file),
);

/** Everything a page can depend on. */
const inputs = [
  'src',
  catalogueFolder,
  locations.attacks,
  locations.measurements,
  'public',
  'astro.config.mjs',
  'package-lock.json',
  ...optional,
];
const stamp = join(inHome(locations.state), 'site-fingerprint');

function isCurrent(print: string): boolean {
  return (
    existsSync(join(inHome(locations.site), 'index.html')) &&
    existsSync(stamp) &&
    readFileSync(stamp, 'utf8') === print
  );
}

async function buildSite(again: boolean): Promise<void> {
  const started = performance.now();
  const print = `${fingerprint(inputs)} ${ownAddress() ?? ''}`;
  if (!again && isCurrent(print)) {
    toStandardError('The site is up to date: nothing it is made from has changed.');
    return;
  }
  const servers = readCatalogue(catalogueFolder);
  const tools = servers.reduce((sum, server) => sum + server.tools.length, 0);
  toStandardError(`Building pages for ${count(servers.length, 'server')} and ${count(tools, 'tool')} …`);
  rmSync(stamp, { force: true });
  await build({ logLevel: 'error' });
  await bundleGuard(join(inHome(locations.site), dirname(paths.guard)));
  mkdirSync(inHome(locations.state), { recursive: true });
  writeFileSync(stamp, print);
  toStandardError(`Built the site in ${duration(performance.now() - started)}.`);
}

await runCommand(async () => {
  const given = parseCommand(command, process.argv.slice(2));
  if (given !== null) await buildSite(given.values.again ?? false);
});
