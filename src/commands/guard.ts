import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { bundleGuard, guardFileName } from './guard-bundle.ts';
import { locations } from '../model/locations.ts';
import { parseCommand, runCommand } from '../terminal/command.ts';
import { toStandardError } from '../terminal/progress.ts';

const command = {
  usage: 'npm run guard',
  summary: `Writes the guard as one file without dependencies into ${locations.guard}, beside a package.json, so that
"npm pack ./${locations.guard}" makes a package of it.`,
  options: {},
} as const;

const Manifest = z.object({ version: z.string(), license: z.string() });

await runCommand(async () => {
  if (parseCommand(command, process.argv.slice(2)) === null) return;
  const { file, bytes } = await bundleGuard(locations.guard);
  const { version, license } = Manifest.parse(JSON.parse(readFileSync('package.json', 'utf8')));
  const manifest = {
    ...{ name: 'placard-guard', version, license, type: 'module', engines: { node: '>=20' } },
    description: 'Holds an MCP policy where the client cannot: argument conditions and limits.',
    ...{ bin: { 'placard-guard': guardFileName }, files: [guardFileName] },
  };
  writeFileSync(join(locations.guard, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  copyFileSync('LICENSE', join(locations.guard, 'LICENSE'));
  toStandardError(`Wrote ${file}, ${Math.round(bytes / 1000)} kB.`);
});
