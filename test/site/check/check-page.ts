import { description } from './checks/description.ts';
import { heading } from './checks/heading.ts';
import { html } from './checks/html.ts';
import { policies } from './checks/policies.ts';
import { structuredData } from './checks/structured-data.ts';
import { builtPage, type BuiltPage, type Finding, type PageFacts, pageFacts } from './page.ts';

/** What can be said of a page without knowing the others. */
const checks: readonly ((page: BuiltPage) => string[])[] = [
  heading,
  description,
  html,
  policies,
  structuredData,
];

/** One page, read once: what is wrong with it, and what the others have to fit to. */
export function checkPage(path: string, text: string): { facts: PageFacts; findings: Finding[] } {
  const page = builtPage(path, text);
  const facts = pageFacts(page);
  if (facts.isRedirect) return { facts, findings: html(page).map((says) => ({ path, says })) };
  return { facts, findings: checks.flatMap((check) => check(page)).map((says) => ({ path, says })) };
}
