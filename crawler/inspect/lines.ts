/** Cuts a byte stream into lines of UTF-8 text. Bytes after the last line feed wait for the next chunk. */
export function lineSplitter(onLine: (line: string) => void): {
  push: (chunk: Buffer) => void;
  end: () => void;
} {
  let pending: Buffer[] = [];
  const flush = (): void => {
    const line = Buffer.concat(pending).toString('utf8').trim();
    pending = [];
    if (line !== '') onLine(line);
  };
  return {
    push(chunk) {
      let start = 0;
      for (let end = chunk.indexOf(10); end !== -1; end = chunk.indexOf(10, start)) {
        pending.push(chunk.subarray(start, end));
        start = end + 1;
        flush();
      }
      if (start < chunk.length) pending.push(chunk.subarray(start));
    },
    end: flush,
  };
}
