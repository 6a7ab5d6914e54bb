import { mkdirSync, readFileSync, existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { openApi } from '../api/openapi.ts';
import { locations } from '../model/locations.ts';
import { Lock } from '../model/lock.ts';
import { OverrideFile } from '../model/override.ts';
import { Attack } from '../model/attack.ts';
import { CatalogueServer } from '../model/server.ts';
import { Policy } from '../model/policy.ts';
import { PolicyJson } from '../model/policy-json.ts';
import { exitCodes, parseCommand, runCommand, UserError } from '../terminal/command.ts';
import { toStandardError } from '../terminal/progress.ts';

const command = {
  usage: 'npm run schema -- [options]',
  summary: `Writes the JSON Schemas of what Placard publishes into ${locations.schemas}.`,
  options: {
    check: { type: 'boolean', help: 'Write nothing; fail when a checked-in schema is out of date.' },
  },
} as const;

/** Shapes that Placard writes, and those that people write, who may leave out what has a default. */
const published = [
  { name: 'attack', shape: Attack, io: 'input' },
  { name: 'catalogue-server', shape: CatalogueServer, io: 'output' },
  { name: 'lock', shape: Lock, io: 'output' },
  { name: 'overrides', shape: OverrideFile, io: 'input' },
  { name: 'policy', shape: Policy, io: 'output' },
  { name: 'policy-json', shape: PolicyJson, io: 'output' },
] as const;

/** Every checked-in description, by the name of its file: the shapes, and the API as a whole. */
const descriptions: readonly (readonly [string, unknown])[] = [
  ...published.map(({ name, shape, io }) => [name, z.toJSONSchema(shape, { io })] as const),
  ['openapi', openApi()],
];

function writeSchemas(isCheck: boolean): void {
  mkdirSync(locations.schemas, { recursive: true });
  for (const [name, description] of descriptions) {
    const file = join(locations.schemas, `${name}.json`);
    const text = `${JSON.stringify(description, null, 2)}\n`;
    if (existsSync(file) && readFileSync(file, 'utf8') === text) continue;
    if (isCheck)
      throw new UserError(`${file} is out of date. Run npm run schema and commit it.`, exitCodes.failed);
    writeFileSync(file, text);
    toStandardError(`Wrote ${file}.`);
  }
}

await runCommand(() => {
  const given = parseCommand(command, process.argv.slice(2));
  if (given !== null) writeSchemas(given.values.check ?? false);
});
