import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import { homeFiles } from '../model/home.ts';
import { SiteIdentity } from '../model/site-identity.ts';
import { exitCodes, parseCommand, UserError } from '../terminal/command.ts';
import type { Command } from '../terminal/program.ts';

const facts = {
  usage: 'placard init FOLDER [options]',
  summary: `Makes the home of a private catalogue: a list of servers to fill in, and a site of its own name and address.
No file that exists is touched.`,
  options: {
    name: {
      type: 'string',
      value: 'NAME',
      help: 'What the site is called. Default: the name of the folder.',
    },
    address: { type: 'string', value: 'URL', help: 'The address the site will be served at.' },
  },
  positionals: true,
  examples: [
    {
      line: 'placard init ../our-tools --name "Our tools" --address https://tools.example',
      does: 'makes the folder; then put servers into its data/servers.json',
    },
  ],
} as const;

function identity(folder: string, { name, address }: { name?: string; address?: string }): SiteIdentity {
  const own = resolve(folder).split(/[\\/]/).at(-1) ?? '';
  const given = { name: name ?? own, ...(address === undefined ? {} : { address }) };
  const parsed = SiteIdentity.safeParse(given);
  if (parsed.success) return parsed.data;
  throw new UserError(
    `${z.prettifyError(parsed.error)}\nGive another with --name or --address.`,
    exitCodes.usage,
  );
}

function makeHome(folder: string, site: SiteIdentity): string[] {
  const files = homeFiles(site).map(({ path, text }) => ({ file: join(folder, path), path, text }));
  const taken = files.find(({ file }) => existsSync(file));
  if (taken !== undefined)
    throw new UserError(`${taken.file} exists already, so nothing was written. Name a folder without it.`);
  for (const { file, text } of files) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text, { flag: 'wx' });
  }
  return files.map(({ path }) => path);
}

function run(words: readonly string[]): void {
  const parsed = parseCommand(facts, words);
  if (parsed === null) return;
  const [folder, second] = parsed.positionals;
  if (folder === undefined || second !== undefined)
    throw new UserError('init takes one folder: placard init FOLDER', exitCodes.usage);
  const standing = resolve(process.env.INIT_CWD ?? process.cwd(), folder);
  const written = makeHome(standing, identity(folder, parsed.values));
  process.stdout.write(
    `${written.map((path) => `wrote ${join(folder, path)}`).join('\n')}
Next: put servers into ${join(folder, 'data/servers.json')} (data/examples.json beside it shows how), then, in the checkout of Placard:
  PLACARD_HOME=${standing} npm start\n`,
  );
}

/** `init`. */
export const command: Command = { facts, run };
