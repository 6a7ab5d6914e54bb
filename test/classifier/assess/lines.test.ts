import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { type Line, linesOf } from '../../../classifier/lines.ts';
import '../../setup.ts';

async function split(chunks: readonly (Buffer | string)[], longest: number): Promise<Line[]> {
  const input = (async function* () {
    for (const chunk of chunks) yield await Promise.resolve(chunk);
  })();
  return (await Array.fromAsync(linesOf(input, longest))).flat();
}

const textOf = (line: Line): string => ('bytes' in line ? line.bytes.toString() : 'too long');

describe('lines of a stream', () => {
  it('are the same however the bytes arrive', async () => {
    const text = fc.array(
      fc.string({ unit: 'grapheme', maxLength: 8 }).filter((line) => !line.includes('\n')),
    );
    await fc.assert(
      fc.asyncProperty(text, fc.integer({ min: 1, max: 7 }), async (wanted, size) => {
        const bytes = Buffer.from(wanted.map((line) => `${line}\n`).join(''));
        const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
          bytes.subarray(index * size, (index + 1) * size),
        );
        const lines = await split(chunks, 100);
        assert.deepEqual(lines.map(textOf), wanted);
        assert.deepEqual(
          lines.map(({ number }) => number),
          wanted.map((_, index) => index + 1),
        );
      }),
    );
  });

  it('need no newline at the end', async () => {
    assert.deepEqual((await split(['one\ntw', 'o'], 100)).map(textOf), ['one', 'two']);
  });

  it('come as soon as they are complete', async () => {
    const input = (async function* () {
      yield await Promise.resolve('one\ntw');
      throw new Error('nothing more may be read for the first line');
    })();
    for await (const lines of linesOf(input, 100)) {
      assert.deepEqual(lines.map(textOf), ['one']);
      break;
    }
  });

  it('that are too long are skipped, whole or in pieces, and harm no neighbour', async () => {
    const lines = await split(['ok\n123456\n', '123', '456', '7\n12345\n', '1234567'], 5);
    assert.deepEqual(lines.map(textOf), ['ok', 'too long', 'too long', '12345', 'too long']);
  });
});
