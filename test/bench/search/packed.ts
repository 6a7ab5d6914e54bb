import { brotliCompressSync, constants } from 'node:zlib';

/** A text as Brotli packs it, at a quality that a static host reaches. */
export function packed(text: string | Buffer): Buffer {
  return brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } });
}
