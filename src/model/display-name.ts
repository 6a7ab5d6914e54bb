import { oneLine } from './display.ts';

/** The longest name that is shown, in characters: npm allows 214, the official registry 200. */
const longest = 214;

/** A text with as many of its words as fit, or null when not even its first does. */
function wholeWords(text: string): string | null {
  const characters = Array.from(text);
  if (characters.length <= longest) return text;
  const start = characters.slice(0, longest).join('');
  const end = start.lastIndexOf(' ');
  return end === -1 ? null : `${start.slice(0, end).trimEnd()} …`;
}

/**
 * The name to show: the first of the candidates, in order of preference, that is one. It keeps its own spelling and
 * alphabet, loses line breaks and repetitions of "MCP" and "Server", and is never cut inside a word.
 * Null when no candidate is left. The text is outside text all the same.
 */
export function displayName(candidates: readonly (string | null | undefined)[]): string | null {
  for (const candidate of candidates) {
    const name = wholeWords(oneLine(candidate ?? '', Infinity));
    if (name !== null && name !== '') return name.replace(/\b(mcp server|mcp|server)(?: \1\b)+/gi, '$1');
  }
  return null;
}
