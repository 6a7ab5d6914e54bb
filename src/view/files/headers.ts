import { securityHeaders } from '../security.ts';

const block = (path: string, headers: Readonly<Record<string, string>>): string =>
  [path, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`)].join('\n');

/** `_headers`, as Netlify, Cloudflare Pages and others read it. Names under _astro/ change with their content. */
export const headersFile = `${block('/*', securityHeaders)}\n${block('/_astro/*', {
  'Cache-Control': 'public, max-age=31536000, immutable',
})}\n`;
