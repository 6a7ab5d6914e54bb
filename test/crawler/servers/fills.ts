// Lists as many tools as a large server, each of some size.
import { speakPages } from './speak.ts';

const properties = Object.fromEntries(
  Array.from({ length: 20 }, (_, index) => [`field_${index}`, { type: 'string', description: 'A field.' }]),
);
const tools = Array.from({ length: 400 }, (_, index) => ({
  name: `fill_${index}`,
  description: `Fills shelf ${index}.`,
  inputSchema: { type: 'object', properties },
}));
speakPages((cursor) => {
  const from = Number(cursor ?? 0);
  const nextCursor = from + 100 < tools.length ? String(from + 100) : undefined;
  return { tools: tools.slice(from, from + 100), nextCursor };
});
