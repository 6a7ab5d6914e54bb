import { locations } from '../model/locations.ts';
import { parseCommand, runCommand } from '../terminal/command.ts';
import { toStandardError } from '../terminal/progress.ts';
import { packGuard } from './guard-bundle.ts';

const command = {
  usage: 'npm run guard',
  summary: `Writes the guard as one file without dependencies into ${locations.guard}, beside a package.json, so that
"npm pack ./${locations.guard}" makes a package of it.`,
  options: {},
} as const;

await runCommand(async () => {
  if (parseCommand(command, process.argv.slice(2)) === null) return;
  const { file, bytes } = await packGuard(locations.guard);
  toStandardError(`Wrote ${file}, ${Math.round(bytes / 1000)} kB.`);
});
