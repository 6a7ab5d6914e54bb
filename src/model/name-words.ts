/** Where a word ends: between two cases, between capitals and a word that begins with one, and at what is neither letter nor digit. */
const inAnyScript = {
  hump: /(\p{Ll}|\p{N})(\p{Lu})/gu,
  capital: /(\p{Lu})(\p{Lu}\p{Ll})/gu,
  between: /[^\p{L}\p{N}]+/u,
} as const;

/** The same for ASCII, which takes a fraction of the time. */
const inAscii = {
  hump: /([a-z\d])([A-Z])/g,
  capital: /([A-Z])([A-Z][a-z])/g,
  between: /[^a-z\d]+/,
} as const;

const isAscii = (text: string): boolean => !/[\u0080-\uffff]/.test(text);

/** The words of a name in any spelling: delete_file, deleteFile and "Delete file" are `delete`, `file`. */
export function wordsOf(name: string): string[] {
  const { hump, capital, between } = isAscii(name) ? inAscii : inAnyScript;
  return name
    .replace(hump, '$1 $2')
    .replace(capital, '$1 $2')
    .toLowerCase()
    .split(between)
    .filter((word) => word !== '');
}
