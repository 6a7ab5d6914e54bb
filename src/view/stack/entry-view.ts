import { visible } from '../../model/display.ts';
import type { StackServer } from '../../model/stack.ts';
import type { Recognised } from '../../stack/recognise.ts';
import { keyWords, unrecognised } from '../sentences/stack.ts';

/** A server of somebody's stack and what is known of it. */
export interface StackEntry extends Recognised {
  /** Unlike every other of the stack. */
  alias: string;
  /** The slug that was found or chosen; null: none. */
  slug: string | null;
  /** Null until it was loaded, and when it is not in the catalogue. */
  server: StackServer | null;
  /** Why it could not be loaded or listed, as a sentence that may hold outside text; null when it was. */
  failure: string | null;
}

/** One server of the stack, ready to show as text. */
export interface EntryView {
  alias: string;
  name: string | null;
  page: string | null;
  /** By what it was recognised; null when it was not. */
  how: string | null;
  /** Its command line or address, masked. */
  launch: string | null;
  variables: string[];
  /** What is to be known or done; null: nothing. */
  note: string | null;
  /** The servers to choose from; empty when there is no choice. */
  choices: readonly string[];
  /** Null: unknown. */
  tools: number | null;
  tokens: number | null;
}

function noteOf({ keys, found, slug, server, failure, configured }: StackEntry): string | null {
  if (failure !== null) return visible(failure);
  if (slug === null && found !== null) return unrecognised.several(found.servers.length);
  if (slug === null)
    return keys.length === 0 ? unrecognised.nothing : unrecognised.missing(keys.slice(0, 3).map(keyWords));
  if (server?.tools === null) return unrecognised.unlisted;
  return configured.isDisabled ? unrecognised.off : null;
}

export function entryView(entry: StackEntry): EntryView {
  const { alias, configured, found, slug, server } = entry;
  const tools = server?.tools ?? null;
  return {
    alias: visible(alias),
    name: server === null ? null : visible(server.name),
    page: server?.page ?? null,
    how: slug === null || found === null ? null : keyWords(found),
    launch: configured.launch === null ? null : visible(configured.launch),
    variables: configured.variables.map(visible),
    note: noteOf(entry),
    choices: found !== null && found.servers.length > 1 ? found.servers : [],
    tools: tools?.length ?? null,
    tokens: tools === null ? null : tools.reduce((sum, tool) => sum + tool.tokens, 0),
  };
}
