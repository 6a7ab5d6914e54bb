import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { lineSplitter } from '../../crawler/inspect/lines.ts';
import { codePoint } from '../code-points.ts';
import '../setup.ts';

describe('lines from a stream', () => {
  it('are the same however the bytes are cut', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: codePoint })), fc.array(fc.nat({ max: 20 })), (texts, cuts) => {
        const bytes = Buffer.from(texts.join('\n'));
        const found: string[] = [];
        const lines = lineSplitter((line) => found.push(line));
        let start = 0;
        for (const cut of cuts) {
          lines.push(bytes.subarray(start, start + cut));
          start += cut;
        }
        lines.push(bytes.subarray(start));
        lines.end();
        const whole = bytes.toString('utf8').split('\n');
        assert.deepEqual(
          found,
          whole.map((line) => line.trim()).filter((line) => line !== ''),
        );
      }),
    );
  });
});
