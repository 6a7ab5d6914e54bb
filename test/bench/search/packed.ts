import { brotliCompressSync, constants } from 'node:zlib';

/** Bytes of a text as Brotli packs it, at a quality that a static host reaches. */
export function packed(text: string | Buffer): number {
  return brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } }).length;
}
