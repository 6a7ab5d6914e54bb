import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { locations } from '../../../src/model/locations.ts';
import { exitCodes, parseCommand, runCommand, UserError } from '../../../src/terminal/command.ts';
import { count, duration, toStandardError } from '../../../src/terminal/progress.ts';
import { shortened } from '../../../src/view/wording.ts';
import { type CheckedSite, checkSite } from './check-site.ts';
import { sharedBytes, sizes } from './sizes.ts';

const command = {
  usage: 'npm run check:site -- [options]',
  summary: `Walks the built site in ${locations.site}: links, headings, titles, HTML, structured data, policies and counts.
Prints what is wrong, and how large the pages are. The exit code is 1 when anything is wrong.`,
  options: {
    site: { type: 'string', value: 'FOLDER', help: `Another built site than ${locations.site}.` },
    all: { type: 'boolean', help: 'Print every finding, not only the first 40.' },
  },
} as const;

/** Characters of one finding that are printed. */
const longest = 400;

function report({ pages, findings, boilerplate }: CheckedSite, folder: string, shown: number): string {
  const shared = sharedBytes(folder);
  const rows = sizes(pages).map(({ kind, pages: number, median, p95, max }) =>
    [
      kind.padEnd(28),
      ...[number, median, p95, max, max + shared].map((size) => String(size).padStart(9)),
    ].join(''),
  );
  return [
    ...findings.slice(0, shown).map(({ path, says }) => `${path}: ${shortened(says, longest)}`),
    ...(findings.length > shown ? [`… and ${findings.length - shown} more (--all prints them)`] : []),
    '',
    'Compressed bytes (gzip)         pages   median      p95      max  +css,js',
    ...rows,
    '',
    ...boilerplate.lines,
    '',
  ].join('\n');
}

async function check(folder: string, shown: number): Promise<void> {
  if (!existsSync(folder)) throw new UserError(`${folder}: there is no built site. Run npm run build first.`);
  const started = performance.now();
  const site = await checkSite(resolve(folder));
  process.stdout.write(report(site, folder, shown));
  toStandardError(
    `${count(site.pages.length, 'page')}, ${count(site.findings.length, 'finding')}, in ${duration(performance.now() - started)}.`,
  );
  if (site.findings.length > 0) process.exitCode = exitCodes.failed;
}

await runCommand(async () => {
  const given = parseCommand(command, process.argv.slice(2));
  if (given === null) return;
  const { site = locations.site, all = false } = given.values;
  await check(site, all ? Infinity : 40);
});
