import type { Category } from '../model/categories.ts';
import { visible } from '../model/display.ts';
import type { Evidence } from '../model/evidence.ts';
import { tokensOf } from '../model/json.ts';
import { paths } from '../model/paths.ts';
import { SignalId, signals } from '../model/signals.ts';
import { parameterAt } from './reach.ts';
import type { CatalogueTool } from '../model/server.ts';
import { disagreement, hintMeaning } from './sentences.ts';
import { signalKinds } from './sentences/lists.ts';

/** A reason, and the words of the definition it rests on. */
export interface Reason {
  label: string;
  /** Where every tool with this signal stands; null for a signal that the vocabulary no longer has. */
  path: string | null;
  meaning: string | null;
  quotes: Quote[];
}

/** Words of a definition and where they stand. */
export interface Quote {
  /** Verbatim; null when the reason is that nothing stands there. */
  text: string | null;
  place: string;
}

/** What the author claims in an annotation, beside what we found. */
export interface Hint {
  name: string;
  claim: string;
  disagreement: string | null;
}

/** The keywords of a schema that a reader of the parameter's name can do without. */
const membership: ReadonlySet<string> = new Set(['properties', 'items']);

/** A JSON Pointer as people read it: inputSchema · path · description. A member called "properties" is kept. */
export function place(at: string): string {
  const tokens = tokensOf(at);
  const named = tokens.filter((token, index) => !membership.has(token) || tokens[index - 1] === 'properties');
  return named.length === 0 ? 'the definition as a whole' : named.map(visible).join(' · ');
}

/** The evidence as a page shows it, by signal. One that the vocabulary no longer has keeps its id as label. */
export function reasons(evidence: readonly Evidence[]): Reason[] {
  return [...Map.groupBy(evidence, ({ id }) => id)].map(([id, found]) => {
    const known = SignalId.safeParse(id);
    const facts = known.success ? signals[known.data] : null;
    return {
      label: facts?.label ?? id,
      path: facts === null ? null : paths.signal(id),
      meaning: facts?.meaning ?? null,
      quotes: found.map(quotedOnce),
    };
  });
}

/** Evidence as a page shows it. */
export function quoted({ at, quote }: Pick<Evidence, 'at' | 'quote'>): Quote {
  return { text: quote === '' ? null : visible(quote), place: place(at) };
}

/** Evidence on the page of its tool: of a whole parameter only the name, because the table there says the rest. */
function quotedOnce(evidence: Evidence): Quote {
  const name = parameterAt(evidence.at);
  const isMember = evidence.quote.startsWith(`"${tokensOf(evidence.at).at(-1) ?? ''}": `);
  if (name === null || !isMember) return quoted(evidence);
  return { text: visible(name), place: 'inputSchema' };
}

/** The author's hints in the order of the definition. Only the four that MCP defines have a meaning. */
export function hints({ definition }: Pick<CatalogueTool, 'definition'>, category: Category): Hint[] {
  return Object.entries(definition.annotations ?? {}).flatMap(([name, value]) => {
    if (typeof value !== 'boolean') return [];
    const claim = hintMeaning(name, value);
    if (claim === null) return [];
    return [{ name: `${name}: ${String(value)}`, claim, disagreement: disagreement(name, value, category) }];
  });
}

/** Every signal there is, by kind, for the page about the method. */
export function vocabulary(): {
  title: string;
  entries: { label: string; meaning: string; path: string }[];
}[] {
  return Object.entries(signalKinds).map(([kind, title]) => ({
    title,
    entries: SignalId.options
      .filter((id) => signals[id].kind === kind)
      .map((id) => ({ ...signals[id], path: paths.signal(id) })),
  }));
}
