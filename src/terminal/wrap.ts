/** Characters of a line of help. */
const columns = 100;

/** `head` and then the words of `text`, in lines that begin `indent` characters from the left; one that is too long stays whole. */
export function hanging(head: string, text: string, indent: number): string {
  const lines: string[] = [];
  let line = head.length > indent ? `${head.trimEnd()}\n${' '.repeat(indent)}` : head;
  let used = indent;
  for (const word of text.split(/\s+/).filter(Boolean)) {
    if (used > indent && used + word.length > columns) {
      lines.push(line.trimEnd());
      line = ' '.repeat(indent);
      used = indent;
    }
    line += `${word} `;
    used += word.length + 1;
  }
  return [...lines, line.trimEnd()].join('\n');
}
