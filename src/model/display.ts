/**
 * Characters that a reader cannot see or that change how text reads: controls, zero-width, bidirectional,
 * tags, variation selectors and line separators. Tab, line feed and carriage return are ordinary.
 * An emoji with its joiners and selectors is matched first and as a whole, because it hides nothing.
 */
const emojiOrInvisible =
  /(?<emoji>[\p{Extended_Pictographic}0-9#*](?:\ufe0f\u20e3?|\u200d\p{Extended_Pictographic}|\p{Emoji_Modifier})+)|[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb\u{e0000}-\u{e01ef}]/gu;

/** Text of ASCII that shows as it is, as most is. */
const plain = /^[\t\n\r -~]*$/;

/** Outside text with every invisible character spelled out, such as ⟨U+200B⟩. */
export function visible(text: string): string {
  if (plain.test(text)) return text;
  return text.replace(emojiOrInvisible, (found, emoji: string | undefined) => {
    const code = found.codePointAt(0) ?? 0;
    return emoji ?? `⟨U+${code.toString(16).toUpperCase().padStart(4, '0')}⟩`;
  });
}

/** The characters of a text that its reader cannot see, in order. */
export function hiddenCharacters(text: string): string[] {
  if (plain.test(text)) return [];
  return [...text.matchAll(emojiOrInvisible)]
    .filter((match) => match.groups?.emoji === undefined)
    .map((match) => match[0]);
}

/** So many characters of a text from its beginning, none of them cut. */
export function firstCharacters(text: string, most: number): string {
  if (text.length <= most) return text;
  let end = 0;
  for (let left = most; left > 0 && end < text.length; left -= 1)
    end += (text.codePointAt(end) ?? 0) > 0xffff ? 2 : 1;
  return text.slice(0, end);
}

/** Outside text on one line for a terminal: visible, white space folded, cut by characters, never mid-character. */
export function oneLine(text: string, longest = 160): string {
  // A single space, which is most of them, stays as it is.
  const line = visible(text)
    .replace(/\s{2,}|[^\S ]/g, ' ')
    .trim();
  return firstCharacters(line, longest) === line ? line : `${firstCharacters(line, longest - 1)}…`;
}
