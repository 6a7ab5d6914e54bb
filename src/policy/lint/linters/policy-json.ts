import { readRuleset, type Ruleset } from '../../ruleset.ts';
import { standing } from '../../standing.ts';
import type { Document, Finding, Linter } from '../linter.ts';
import { at, listAt, membersAt } from '../reading.ts';

/** The rules, or what is wrong with the document. */
function rulesOf(document: Document): { rules: Ruleset } | { fault: string } {
  try {
    return { rules: readRuleset(document) };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { fault: error.message };
  }
}

export const policyJsonLinter: Linter = {
  id: 'policy-json',
  name: 'policy.json',
  recognises: (document) =>
    (at(document, 'version') === '1' && at(document, 'default') !== undefined && !isIntercept(document)) ||
    at(document, 'preset') !== undefined,
  traps(document) {
    const read = rulesOf(document);
    return 'fault' in read ? [{ kind: 'ignored', at: [], message: read.fault }] : [];
  },
  named: (document) => [
    ...membersAt(document, 'tools').map(([name]) => ({ name, at: ['tools', name] })),
    ...listAt(document, 'hide').flatMap(({ value, at: place }) =>
      typeof value === 'string' && value !== '*' ? [{ name: value, at: place }] : [],
    ),
  ],
  spell: (_server, tool) => tool,
  decide(document, _server, tool) {
    const read = rulesOf(document);
    return 'fault' in read ? 'deny' : standing(read.rules, tool);
  },
  otherwise: (document) => (at(document, 'default') === 'allow' ? 'allow' : 'deny'),
};

/** Intercept's own format has lists of rules under its tools. */
export function isIntercept(document: Document): boolean {
  return membersAt(document, 'tools').some(([, entry]) => Array.isArray(at(entry, 'rules')));
}

const gatewayOnly = ['require', 'deny_if', 'limits'];

export const interceptLinter: Linter = {
  id: 'intercept',
  name: 'Intercept policy',
  recognises: (document) => at(document, 'version') === '1' && isIntercept(document),
  traps(document) {
    const wrong = membersAt(document, 'tools').flatMap(([tool, entry]) =>
      gatewayOnly
        .filter((key) => at(entry, key) !== undefined)
        .map((key): Finding => ({
          kind: 'ignored',
          at: ['tools', tool, key],
          message: `Intercept ignores ${key}, which belongs to policy.json: write it under rules.`,
        })),
    );
    const mixed = membersAt(document, 'tools').flatMap(([tool, entry]) =>
      listAt(entry, 'rules')
        .filter(({ value }) => at(value, 'rate_limit') !== undefined && at(value, 'conditions') !== undefined)
        .map(({ at: place }): Finding => ({
          kind: 'ignored',
          at: ['tools', tool, ...place],
          message: 'Intercept takes no rate_limit and conditions in one rule: make two of it.',
        })),
    );
    return [...wrong, ...mixed];
  },
  named: (document) => policyJsonLinter.named(document, ''),
  spell: (_server, tool) => tool,
  decide(document, _server, tool) {
    if (listAt(document, 'hide').some(({ value }) => value === tool)) return 'hide';
    const entry = at(document, 'tools', tool);
    if (entry === undefined) return null;
    const denies = listAt(entry, 'rules').some(
      ({ value }) => at(value, 'action') === 'deny' && at(value, 'conditions') === undefined,
    );
    return denies ? 'deny' : 'allow';
  },
  otherwise: (document) => (at(document, 'default') === 'deny' ? 'deny' : 'allow'),
};
