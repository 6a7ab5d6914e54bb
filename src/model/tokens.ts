import { countTokens } from 'gpt-tokenizer/encoding/o200k_base';
import { O200K_TOKEN_SPLIT_REGEX } from 'gpt-tokenizer/encodingParams/constants';
import type { ToolDefinition } from './tool.ts';

/** Definitions may spell out a control token: here it is text like any other. */
const asText = { disallowedSpecial: new Set<string>() };

/** Pieces whose tokens are known. A real catalogue of 2,192 tools has 17,220. */
const mostPieces = 100_000;
const counted = new Map<string, number>();

/** Longer pieces are not kept: an engine cuts them out of a text without copying, so that they would hold the whole of it. */
const longestKept = 12;

/** The tokens of a piece that the encoding never joins with its neighbours: mostly a word, which comes again and again. */
function pieceTokens(piece: string): number {
  const known = counted.get(piece);
  if (known !== undefined) return known;
  const tokens = countTokens(piece, asText);
  if (piece.length <= longestKept && counted.size < mostPieces) counted.set(piece, tokens);
  return tokens;
}

/**
 * The tokens of a tool's name, description and input schema as JSON without white space: what clients hand on to a model, and what
 * stands before it on every request. Counted with o200k_base; other models' encodings differ.
 */
export function definitionTokens({ name, description, inputSchema }: ToolDefinition): number {
  const text = JSON.stringify({ name, description, inputSchema });
  return (text.match(O200K_TOKEN_SPLIT_REGEX) ?? []).reduce((sum, piece) => sum + pieceTokens(piece), 0);
}
