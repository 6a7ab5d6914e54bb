import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { CatalogueServer } from '../model/server.ts';
import type { ToolDefinition } from '../model/tool.ts';
import { filesIn } from './sums.ts';

/** As much of a catalogue entry as its addresses need. Definitions may be read when somebody looks at them. */
export interface AddressedServer extends Pick<CatalogueServer, 'id' | 'slug' | 'packages' | 'remotes'> {
  tools: readonly { readonly slug: string; readonly definition: ToolDefinition }[];
}

const Entry = CatalogueServer.pick({ id: true, slug: true, packages: true, remotes: true }).extend({
  tools: z.array(z.object({ slug: z.string() })),
});
type Entry = z.infer<typeof Entry>;

type Tools = CatalogueServer['tools'];

class AddressedTool {
  readonly slug: string;
  readonly #read: () => Tools;
  constructor(slug: string, read: () => Tools) {
    this.slug = slug;
    this.#read = read;
  }
  get definition(): ToolDefinition {
    const found = this.#read().find(({ slug }) => slug === this.slug);
    if (found === undefined) throw new Error(`There is no tool ${this.slug} where it was.`);
    return found.definition;
  }
}

/** The addresses of a server. Its tools are read again, once, when the definition of one is looked at, so that others need not be held. */
export function addressesOf(
  { id, slug, packages, remotes, tools }: Entry,
  read: () => Tools,
): AddressedServer {
  let known: Tools | undefined;
  const readOnce = (): Tools => (known ??= read());
  return {
    ...{ id, slug, packages, remotes },
    tools: tools.map((tool) => new AddressedTool(tool.slug, readOnce)),
  };
}

function parseLine(text: string): Entry | null {
  try {
    return Entry.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

function readTools(file: string, at: number, bytes: number): Tools {
  const descriptor = openSync(file, 'r');
  try {
    const line = Buffer.alloc(bytes);
    readSync(descriptor, line, 0, bytes, at);
    return (JSON.parse(line.toString('utf8')) as CatalogueServer).tools;
  } finally {
    closeSync(descriptor);
  }
}

function* addressesIn(file: string): Generator<AddressedServer> {
  let next = 0;
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const [at, bytes] = [next, Buffer.byteLength(line)];
    next += bytes + 1;
    const entry = parseLine(line);
    if (entry !== null) yield addressesOf(entry, () => readTools(file, at, bytes));
  }
}

/**
 * The addresses of a catalogue that is about to be replaced. Lines that cannot be read are left out, because publishing
 * is what mends them, and so are members that an earlier version wrote differently.
 */
export function readAddresses(folder: string): AddressedServer[] {
  return filesIn(folder).flatMap((name) => [...addressesIn(join(folder, name))]);
}
