import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { type Layout, Packing, type RecordOf, unpacked } from '../../src/catalogue/packed.ts';

const layout = {
  ...{ size: 'number', level: ['low', 'high'], digest: 'digest', slug: 'text', name: 'text' },
} as const satisfies Layout;
type Shown = RecordOf<typeof layout>;

const text = fc.string({ unit: 'grapheme' });
const record: fc.Arbitrary<Shown> = fc.record(
  {
    size: fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }),
    level: fc.constantFrom('low', 'high'),
    digest: fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }).map((value) => value.toString(16).padStart(16, '0')),
    ...{ slug: text, name: text },
  },
  { noNullPrototype: true },
);

const pack = (records: readonly Shown[]) => {
  const packing = new Packing(layout);
  for (const each of records) packing.add(each);
  return packing.packed();
};

const read = ({ size, level, digest, slug, name }: Shown): Shown => ({ size, level, digest, slug, name });

describe('packed records', () => {
  it('are read as they were added, also by another thread', () => {
    fc.assert(
      fc.property(fc.array(record, { maxLength: 50 }), (records) => {
        const { size, at } = unpacked(layout, structuredClone(pack(records)));
        assert.deepEqual(
          Array.from({ length: size }, (_, place) => read(at(place))),
          records,
        );
      }),
    );
  });

  it('have room for any number of them', () => {
    const records = Array.from({ length: 10_000 }, (_, size): Shown => ({
      ...{ size, level: 'low', digest: '00ff'.repeat(4) },
      ...{ slug: `slug-${size}`, name: `Name ${size}` },
    }));
    const { at } = unpacked(layout, pack(records));
    assert.deepEqual(read(at(9_999)), records[9_999]);
  });

  it('hold a text once that is equal to the one beside it or to that of the record before', () => {
    const its = { size: 1, level: 'low', digest: '0'.repeat(16) } as const;
    const { texts } = pack([
      { ...its, slug: 'read', name: 'read' },
      { ...its, slug: 'read', name: 'Read' },
    ]);
    assert.equal(Buffer.from(texts).toString(), 'readRead');
  });
});
