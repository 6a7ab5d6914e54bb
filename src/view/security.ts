import { createHash } from 'node:crypto';

/**
 * Runs before anything is shown, so that nobody sees the wrong theme first. It is the only script inside a page,
 * and the policy below lets no other one run.
 */
export const earlyScript =
  "document.documentElement.dataset.script='on';" +
  "try{const theme=localStorage.getItem('theme');" +
  "if(theme==='light'||theme==='dark')document.documentElement.dataset.theme=theme}catch{}";

const directives = [
  "default-src 'self'",
  `script-src 'self' 'sha256-${createHash('sha256').update(earlyScript).digest('base64')}'`,
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
];

/** The Content-Security-Policy of every page: nothing from elsewhere, no script or style inside the page. */
export const contentSecurityPolicy = directives.join('; ');

/** What a server should send with every page: what a page cannot say of itself is said only here. */
export const securityHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy': [...directives, "frame-ancestors 'none'"].join('; '),
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};
