import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { Redirects } from '../model/redirects.ts';
import { UserError } from '../terminal/command.ts';
import { byText } from '../model/text-order.ts';

/** Where the former addresses of a catalogue stand: beside its folder. */
export function redirectsFile(folder: string): string {
  return join(dirname(folder), 'redirects.json');
}

/**
 * The former addresses in this file; none when it does not exist.
 * @throws UserError when the file is damaged.
 */
export function readRedirects(file: string): Redirects {
  if (!existsSync(file)) return { servers: {}, tools: {} };
  const next = `Restore it: git checkout -- ${file}`;
  try {
    const parsed = Redirects.safeParse(JSON.parse(readFileSync(file, 'utf8')));
    if (parsed.success) return parsed.data;
    throw new UserError(`${file}: ${z.prettifyError(parsed.error)}\n${next}`);
  } catch (error) {
    if (error instanceof SyntaxError)
      throw new UserError(`${file}: this is not JSON (${error.message}).\n${next}`);
    throw error;
  }
}

const sorted = <Value>(record: Readonly<Record<string, Value>>): Record<string, Value> =>
  Object.fromEntries(Object.entries(record).sort(([a], [b]) => byText(a, b)));

/** Makes the file hold exactly these addresses, sorted. Returns whether it changed. */
export function writeRedirects(file: string, { servers, tools }: Redirects): boolean {
  const byServer = Object.entries(tools).map(([id, former]) => [id, sorted(former)] as const);
  const record = { servers: sorted(servers), tools: sorted(Object.fromEntries(byServer)) };
  const text = `${JSON.stringify(record, null, 2)}\n`;
  if (existsSync(file) && readFileSync(file, 'utf8') === text) return false;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, text);
  renameSync(`${file}.new`, file);
  return true;
}
