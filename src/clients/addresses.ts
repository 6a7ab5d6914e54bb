import { looksSecret } from './secrets.ts';

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/**
 * An address without anything that may be somebody's own: no user, password, query or fragment, and `{secret}` for parts
 * of the path that look like keys, which makes it a template. Null for what is no web address.
 */
export function publicAddress(text: string): string | null {
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) return null;
  const { protocol, host, pathname } = new URL(text);
  const path = pathname.split('/').map((part) => (looksSecret(decoded(part)) ? '{secret}' : part));
  return `${protocol}//${host}${path.join('/')}`;
}
