import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { CatalogueServer, CatalogueTool } from '../model/server.ts';

/** As much of a catalogue entry as its addresses need. */
export const AddressedServer = CatalogueServer.pick({
  id: true,
  slug: true,
  packages: true,
  remotes: true,
}).extend({ tools: z.array(CatalogueTool.pick({ slug: true, definition: true })) });
export type AddressedServer = z.infer<typeof AddressedServer>;

function parseLine(text: string): AddressedServer | null {
  try {
    return AddressedServer.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

/**
 * The entries of a catalogue that is about to be replaced. Lines that cannot be read are left out, because publishing
 * is what mends them, and so are members that an earlier version wrote differently.
 */
export function readAddresses(folder: string): AddressedServer[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n'))
    .flatMap((line) => parseLine(line) ?? []);
}
