import { hookTraps } from '../hooks.ts';
import type { Document, Linter } from '../linter.ts';
import { at, membersAt } from '../reading.ts';

/** Hooks say nothing of tools by name that could be compared: their programs do. */
const silent: Pick<Linter, 'named' | 'spell' | 'decide' | 'otherwise'> = {
  named: () => [],
  spell: (_server, tool) => tool,
  decide: () => null,
  otherwise: () => 'ask',
};

export const copilotHooksLinter: Linter = {
  id: 'copilot-cli-hooks',
  name: 'Copilot CLI hooks',
  recognises: (document) =>
    at(document, 'version') === 1 &&
    (at(document, 'hooks', 'preToolUse') ?? at(document, 'hooks', 'PreToolUse')) !== undefined,
  traps: (document) => [
    {
      kind: 'note',
      at: ['hooks'],
      message:
        'In .github/hooks of a repository, Copilot CLI runs no hook with -p in a folder that is not trusted; in ~/.copilot/hooks it does. A hook that takes longer than its timeout, or answers without JSON, does not stop the call.',
    },
    ...hookTraps(document, 'copilot-cli'),
  ],
  ...silent,
};

const isAboutCodex = (document: Document): boolean => JSON.stringify(document.hooks ?? '').includes('codex');

/** Hooks of Codex have the shape of Claude Code's; what they start tells them apart. */
export const codexHooksLinter: Linter = {
  id: 'codex-hooks',
  name: 'Codex hooks',
  recognises: (document) =>
    at(document, 'hooks', 'PreToolUse') !== undefined &&
    membersAt(document).every(([key]) => key === 'hooks' || key === 'description') &&
    isAboutCodex(document),
  traps: (document) => hookTraps(document, 'codex'),
  ...silent,
};
