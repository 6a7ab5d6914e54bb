import type { Lead } from '../leads.ts';

/** `_redirects`, as Netlify, Cloudflare Pages and others read it. Slugs hold nothing that would need escaping. */
export function redirectsText(leads: readonly Lead[]): string {
  return leads.map(({ from, to }) => `${from} ${to} 301\n`).join('');
}
