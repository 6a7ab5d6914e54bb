/** The kind of page an address is of: /servers/a/b/ is of /servers/*\/*\/, and a list goes on under its own kind. */
export function kindOf(path: string): string {
  const [first, ...rest] = path.split('/').filter(Boolean);
  if (first === undefined) return '/';
  if (rest.length === 0) return path;
  return `/${[first, ...rest.map(() => '*')].join('/')}/`;
}
