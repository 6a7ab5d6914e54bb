import { firstCharacters } from '../model/display.ts';

/** `toLocaleString` looks the language up at every call, which takes 10 µs. */
const grouped = new Intl.NumberFormat('en-GB');

/** "7", "1,204", "0.25": a number as pages show it. */
export function figure(number: number): string {
  const isShort = Number.isInteger(number) && number >= 0 && number < 1000;
  return isShort ? String(number) : grouped.format(number);
}

/** "1 tool", "2 tools", "no tools", "1,204 tools". */
export function count(number: number, singular: string, plural = `${singular}s`): string {
  return `${number === 0 ? 'no' : figure(number)} ${number === 1 ? singular : plural}`;
}

/** "a", "a and b", "a, b and c". */
export function enumeration(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}

/** The text as a sentence: trimmed, with exactly one full stop unless it ends in another stop. */
export function sentence(text: string): string {
  const trimmed = text.trim().replace(/(?<!\.)\.{2}$/, '.');
  return /[.!?…。！？]["”’»)\]]?$/.test(trimmed) ? trimmed : `${trimmed}.`;
}

/** Text with a capital first letter. */
export function opening(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The sentences that are not empty, each ended once, as one paragraph. */
export function paragraph(...sentences: (string | null)[]): string {
  return sentences
    .filter((text) => text !== null && text.trim() !== '')
    .map((text) => sentence(text ?? ''))
    .join(' ');
}

/** Text cut after at most `longest` characters, at a space where one is near. */
export function shortened(text: string, longest: number): string {
  if (firstCharacters(text, longest) === text) return text;
  const cut = firstCharacters(text, longest - 1);
  const space = cut.lastIndexOf(' ');
  return `${(space > cut.length * 0.6 ? cut.slice(0, space) : cut).trimEnd()}…`;
}

/** "MCP" at either end of a run of Latin letters: CodexMCP, mcp-grafana, MCP服务器. */
const saysMcp = /(?<![a-z])mcp|mcp(?![a-z])/i;

/** "Server" as a word, in the languages that names have been seen in. */
const saysServer = /(?<![a-z])server(?![a-z])|сервер|服务器|服務器|伺服器|サーバ|서버/i;

const endsInServer = new RegExp(`(?:${saysServer.source})$`, 'i');

/** "GitHub MCP server": each of the two words once, whatever the name says already. */
export function mcpServer(name: string): string {
  const saysBoth = saysServer.test(name) && saysMcp.test(name);
  if (saysBoth || endsInServer.test(name)) return name;
  return saysMcp.test(name) ? `${name} server` : `${name} MCP server`;
}

/** Characters of a first sentence that still count as one. */
const longestSentence = 240;

/** The first sentence or line of a text, whole where it is not too long. An abbreviation such as "e.g." ends none. */
export function firstSentence(text: string): string {
  const [line = ''] = text.trim().split(/\n\s*\n|\n(?=\s*[-*#•])/, 1);
  const folded = line.replaceAll(/\s+/g, ' ');
  const end = /(?<!\b(?:e\.g|i\.e|etc|vs|\p{L}))[.!?](?=\s)|[。！？]/u.exec(folded);
  return shortened(end === null ? folded : folded.slice(0, end.index + 1), longestSentence);
}
