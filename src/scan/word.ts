import { PackageName } from '../model/bundle.ts';
import type { Target } from '../model/target.ts';

/** A server by one word: its web address, the path of its script, or its npm package. Null for anything else. */
export function targetOfWord(word: string): Target | null {
  if (/^https?:\/\//i.test(word)) {
    if (!URL.canParse(word)) return null;
    const kind = /\/sse\/?$/.test(new URL(word).pathname) ? 'sse' : 'streamable-http';
    return { kind: 'remote', remote: { kind, url: word } };
  }
  if (/\.[cm]?[jt]s$/.test(word)) return { kind: 'program', command: ['node', word], environment: [] };
  const bare = word.replace(/^npm:/, '');
  const [, name = '', version = null] = /^(@?[^@]+)(?:@(.+))?$/.exec(bare) ?? [];
  if (!PackageName.safeParse(name).success) return null;
  return { kind: 'package', name, version, bin: null, arguments: [], environment: [] };
}
