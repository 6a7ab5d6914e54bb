import type { Decision } from '../../../model/policy.ts';
import type { Document, Finding, Linter, Place } from '../linter.ts';
import { at, listAt, membersAt } from '../reading.ts';

/** Every list of rules about MCP tools, wherever the configuration has one. */
function ruleLists(value: unknown, place: Place = [], depth = 0): Place[] {
  if (depth > 12) return [];
  const own = Array.isArray(at(value, 'mcpAuthorization', 'rules'))
    ? [[...place, 'mcpAuthorization', 'rules']]
    : [];
  const members: [string | number, unknown][] = Array.isArray(value)
    ? value.map((each: unknown, index) => [index, each])
    : membersAt(value);
  return [...own, ...members.flatMap(([key, member]) => ruleLists(member, [...place, key], depth + 1))];
}

const actionOf = (rule: unknown): string =>
  typeof rule === 'string' ? 'allow' : (Object.keys(rule ?? {})[0] ?? '');

function traps(document: Document, place: Place): Finding[] {
  const rules = listAt(document, ...place);
  if (rules.length === 0)
    return [
      {
        kind: 'open',
        at: place,
        message: 'A list without rules allows every tool. Write at least one that allows.',
      },
    ];
  const denies = rules.filter(({ value }) => actionOf(value) === 'deny');
  const failing = denies.map(({ at: own }): Finding => ({
    kind: 'open',
    at: own,
    message:
      'A deny rule whose expression fails, as with an argument that is missing, lets the call through. Say with allow or require what is open.',
  }));
  if (denies.length < rules.length) return failing;
  return [
    ...failing,
    {
      kind: 'open',
      at: place,
      message: 'With deny rules alone, agentgateway allows every tool that none of them names.',
    },
  ];
}

const names = /mcp\.tool\.name\s*(?:==\s*("[^"]*"|'[^']*')|in\s*\[([^\]]{0,10000})\])/g;

/** The tools that an expression compares the name with, word by word. Other expressions name none. */
function namesIn(expression: string): string[] {
  return [...expression.matchAll(names)].flatMap(([, one, many]) =>
    [...(one ?? many ?? '').matchAll(/"([^"]*)"|'([^']*)'/g)].map(
      ([, double, single]) => double ?? single ?? '',
    ),
  );
}

/** Whether an expression can hold for tools of a server: it names no target, or this one. */
function isAbout(expression: string, server: string): boolean {
  const targets = [...expression.matchAll(/mcp\.tool\.target\s*==\s*(?:"([^"]*)"|'([^']*)')/g)];
  return targets.length === 0 || targets.some(([, double, single]) => (double ?? single) === server);
}

/** The tools of a server that rules with this action name. */
function toolsOf(document: Document, action: string, server: string) {
  return ruleLists(document).flatMap((place) =>
    listAt(document, ...place)
      .filter(({ value }) => actionOf(value) === action)
      .flatMap(({ value, at: own }) => {
        const expression = typeof value === 'string' ? value : at(value, action);
        const text = typeof expression === 'string' ? expression : '';
        return isAbout(text, server) ? namesIn(text).map((name) => ({ name, at: own })) : [];
      }),
  );
}

export const agentgatewayLinter: Linter = {
  id: 'agentgateway',
  name: 'agentgateway configuration',
  recognises: (document) => ruleLists(document).length > 0,
  traps: (document) => ruleLists(document).flatMap((place) => traps(document, place)),
  named: (document, server) =>
    ['allow', 'deny', 'require'].flatMap((action) => toolsOf(document, action, server)),
  spell: (_server, tool) => tool,
  decide(document, server, tool): Decision | null {
    const isIn = (action: string): boolean =>
      toolsOf(document, action, server).some(({ name }) => name === tool);
    if (isIn('deny')) return 'hide';
    return isIn('allow') ? 'allow' : null;
  },
  otherwise: (document) =>
    ruleLists(document).some((place) =>
      listAt(document, ...place).some(({ value }) => actionOf(value) === 'allow'),
    )
      ? 'hide'
      : 'allow',
};
