export async function runProxy(words: readonly string[]): Promise<void> {
  await Promise.resolve(words);
}
