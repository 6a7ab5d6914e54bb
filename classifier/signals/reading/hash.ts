/** FNV-1a over UTF-16 units, going on from a hash. */
export function goingOn(start: number, text: string): number {
  let hash = start;
  for (let index = 0; index < text.length; index += 1)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash;
}

/** The hash of a text, all of whose bits are mixed. */
export function textHash(text: string): number {
  const hash = goingOn(0x811c9dc5, text);
  return hash ^ (hash >>> 15);
}
