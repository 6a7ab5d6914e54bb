import type { Decision } from '../../../model/policy.ts';
import type { Document, Finding, Linter, Place } from '../linter.ts';
import { at, listAt, textsAt } from '../reading.ts';

/** Bounds of the gateway's own schema. */
const most = { selected: 32, rules: 32, toolsOfRule: 16 } as const;

const authorization = ['spec', 'securityPolicy', 'authorization'];

function tooLong(document: unknown, place: Place, max: number): Finding[] {
  const { length } = listAt(document, ...place);
  if (length <= max) return [];
  return [
    {
      kind: 'ignored',
      at: place,
      message: `Envoy AI Gateway refuses the whole resource: at most ${max} entries may stand here, and these are ${length}.`,
    },
  ];
}

function targets(document: Document, server: string) {
  return listAt(document, ...authorization, 'rules').flatMap(({ value: rule, at: place }) =>
    listAt(rule, 'target', 'tools').flatMap(({ value, at: own }) => {
      const tool = at(value, 'tool');
      if (at(value, 'backend') !== server || typeof tool !== 'string') return [];
      return [{ name: tool, at: [...place, ...own], action: at(rule, 'action') }];
    }),
  );
}

function selectorOf(document: Document, server: string) {
  const backends = listAt(document, 'spec', 'backendRefs');
  const { value, at: place } = backends.find((each) => at(each.value, 'name') === server) ?? {
    value: null,
    at: [],
  };
  return { selector: at(value, 'toolSelector'), place: [...place, 'toolSelector'] };
}

export const envoyLinter: Linter = {
  id: 'envoy',
  name: 'Envoy AI Gateway MCPRoute',
  recognises: (document) => at(document, 'kind') === 'MCPRoute',
  traps: (document) => [
    ...listAt(document, 'spec', 'backendRefs').flatMap(({ at: place }) =>
      ['include', 'exclude', 'includeRegex', 'excludeRegex'].flatMap((key) =>
        tooLong(document, [...place, 'toolSelector', key], most.selected),
      ),
    ),
    ...tooLong(document, [...authorization, 'rules'], most.rules),
    ...listAt(document, ...authorization, 'rules').flatMap(({ at: place }) =>
      tooLong(document, [...place, 'target', 'tools'], most.toolsOfRule),
    ),
  ],
  named(document, server) {
    const { selector, place } = selectorOf(document, server);
    const selected = ['include', 'exclude'].flatMap((key) =>
      textsAt(selector, key).map(({ text, at: own }) => ({ name: text, at: [...place, ...own] })),
    );
    return [...selected, ...targets(document, server)];
  },
  spell: (_server, tool) => tool,
  decide(document, server, tool): Decision | null {
    const { selector } = selectorOf(document, server);
    const included = textsAt(selector, 'include').map(({ text }) => text);
    const isOut = included.length > 0 && !included.includes(tool);
    if (isOut || textsAt(selector, 'exclude').some(({ text }) => text === tool)) return 'hide';
    const rule = targets(document, server).find(({ name }) => name === tool);
    if (rule !== undefined) return rule.action === 'Allow' ? 'allow' : 'deny';
    return included.includes(tool) && at(document, ...authorization) === undefined ? 'allow' : null;
  },
  otherwise: (document) =>
    at(document, ...authorization) === undefined ||
    at(document, ...authorization, 'defaultAction') === 'Allow'
      ? 'allow'
      : 'deny',
};
