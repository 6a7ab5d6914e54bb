import { appendFileSync } from 'node:fs';

const heldLines = 4096;

/** Adds the text of each item to a file, a few thousand at a time. An item without text adds nothing. */
export function appendLines<Item>(file: string, items: Iterable<Item>, text: (item: Item) => string): void {
  let held: string[] = [];
  const flush = (): void => {
    appendFileSync(file, held.join(''));
    held = [];
  };
  for (const item of items) {
    held.push(text(item));
    if (held.length >= heldLines) flush();
  }
  flush();
}
