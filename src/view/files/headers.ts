import { securityHeaders } from '../security.ts';

const block = (path: string, headers: Readonly<Record<string, string>>): string =>
  [path, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`)].join('\n');

/** What anybody may read from another site: there is no answer that depends on who asks. */
const open = { 'Access-Control-Allow-Origin': '*' };

const forEver = { 'Cache-Control': 'public, max-age=31536000, immutable' };

/** `_headers`, as Netlify, Cloudflare Pages and others read it. Names of scripts change with their content. */
export const headersFile = [
  block('/*', securityHeaders),
  block('/_astro/*', forEver),
  ...['/api/v1/*', '/data/*', '/feeds/*', '/badges/*'].map((path) => block(path, open)),
  block('/v0.1/*', { ...open, 'Content-Type': 'application/json' }),
  '',
].join('\n');
