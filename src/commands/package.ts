import { locations } from '../model/locations.ts';
import { parseCommand, runCommand } from '../terminal/command.ts';
import { toStandardError } from '../terminal/progress.ts';
import { packCommand } from './package-bundle.ts';

const command = {
  usage: 'npm run package',
  summary: `Makes a package of the command "placard" in ${locations.package}: the program in a few files without dependencies, and the
catalogue. "npm pack ./${locations.package}" makes an archive of it that npx runs without a network.`,
  options: {},
} as const;

await runCommand(async () => {
  if (parseCommand(command, process.argv.slice(2)) === null) return;
  const { folder, bytes, hasCatalogue } = await packCommand(locations.package);
  const catalogue = hasCatalogue ? 'with the catalogue' : 'without the catalogue, which is too large';
  toStandardError(`Wrote ${folder}: the program has ${(bytes / 1e6).toFixed(1)} MB, ${catalogue}.`);
});
