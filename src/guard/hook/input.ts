import { limits } from '../../model/limits.ts';

/**
 * What a client says on standard input, as parsed JSON.
 * @throws Error when it says too much, takes too long or says no JSON.
 */
export async function readInput(stream: AsyncIterable<Buffer>): Promise<unknown> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of stream) {
    bytes += chunk.length;
    if (bytes > limits.hookBytes) throw new Error(`the call is larger than ${limits.hookBytes} bytes`);
    chunks.push(chunk);
  }
  return JSON.parse(Buffer.concat(chunks).toString('utf8'));
}
