import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { JsonObject } from '../../../src/model/json.ts';
import type { CatalogueServer } from '../../../src/model/server.ts';
import { UserError } from '../../../src/terminal/command.ts';
import { sentences } from '../../signals/reading/sentences.ts';
import { walk } from '../../signals/reading/walk.ts';
import type { Ordinary } from './train.ts';

const Tool = z.object({
  server: z.string().nullish(),
  name: z.string(),
  description: z.string().nullish(),
  inputSchema: JsonObject.nullish().catch(null),
});

/** Shorter strings say nothing. */
const least = 12;

function linesOf(file: string): string[] {
  try {
    return readFileSync(file, 'utf8').split('\n');
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    throw new UserError(`${file} cannot be read: ${cause}\nName a folder with tools that were found.`);
  }
}

function toolIn(line: string, place: string): z.infer<typeof Tool> {
  try {
    return Tool.parse(JSON.parse(line));
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    throw new UserError(`${place}: ${cause}\nCorrect the line and try again.`);
  }
}

/** A tool's texts, and these cut into sentences. */
function ordinary(
  server: string,
  { description, inputSchema }: Pick<z.infer<typeof Tool>, 'description' | 'inputSchema'>,
): Ordinary {
  const { strings } = walk(inputSchema ? { inputSchema } : {});
  const texts = [...new Set([description ?? '', ...strings.map(({ text }) => text)])];
  const worded = texts.filter((text) => text.length > least);
  return {
    server,
    texts: worded,
    sentences: worded.flatMap((text) => sentences(text).map(([start, end]) => text.slice(start, end).trim())),
  };
}

/** The tools of a catalogue, whose servers people know, with their texts. */
export const catalogueTools = (servers: readonly CatalogueServer[]): Ordinary[] =>
  servers.flatMap(({ name, tools }) => tools.map(({ definition }) => ordinary(name, definition)));

/**
 * The tools of a folder's `tools.jsonl`, each definition once, with their texts.
 * @throws UserError when there is no such file, and one that names file and line of the first tool that is not valid.
 */
export function ordinaryTools(folder: string): Ordinary[] {
  const file = join(folder, 'tools.jsonl');
  const seen = new Set<string>();
  return linesOf(file).flatMap((line, index): Ordinary[] => {
    if (line === '') return [];
    const { server, name, description, inputSchema } = toolIn(line, `${file}, line ${index + 1}`);
    const key = JSON.stringify([name, description, inputSchema]);
    if (seen.has(key)) return [];
    seen.add(key);
    return [ordinary(server ?? 'unnamed', { description, inputSchema })];
  });
}
