/** Every character but letters, digits and `_` as `_`: how clients spell names, or stricter than they do. */
export function plain(name: string): string {
  return name.replace(/[^A-Za-z0-9_]/g, '_');
}

/** What follows one of the prefixes, or null when the name begins with none. */
export function after(name: string, ...prefixes: readonly string[]): string | null {
  const prefix = prefixes.find((each) => name.startsWith(each));
  return prefix === undefined ? null : name.slice(prefix.length);
}
