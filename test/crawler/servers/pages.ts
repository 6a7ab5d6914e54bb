// Pages through its tools as its first argument says.
import { speakPages } from './speak.ts';

const ways: Record<string, (cursor: string | undefined) => object> = {
  forever: (cursor) => {
    const page = Number(cursor ?? 0) + 1;
    return { tools: [{ name: `tool-${page}` }], nextCursor: String(page) };
  },
  'in-circles': (cursor) => ({ tools: [{ name: 'same' }], nextCursor: cursor === 'a' ? 'b' : 'a' }),
  'through-the-empty-cursor': (cursor) =>
    cursor === undefined
      ? { tools: [{ name: 'first' }], nextCursor: '' }
      : { tools: [{ name: 'second' }], nextCursor: null },
  'too-many-tools': () => ({
    tools: Array.from({ length: 10_001 }, (_, index) => ({ name: `tool-${index}` })),
  }),
  'no-list': () => ({ tools: 'none' }),
};
const way = ways[process.argv[2] ?? ''];
if (way) speakPages(way);
