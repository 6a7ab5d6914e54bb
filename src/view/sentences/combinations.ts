import type { CombinationId, RoleId } from '../../stack/roles.ts';

/** What a tool does in a combination. */
export const roleLabels: Readonly<Record<RoleId, string>> = {
  'private-data': 'Reads private data or credentials',
  secrets: 'Returns credentials',
  'outside-content': 'Brings in text that strangers can write',
  'way-out': 'Sends something out',
  code: 'Runs code that it is given',
  shell: 'Runs commands or programs',
  'file-writer': 'Writes local files',
};

/** What a combination is called and what an attacker makes of it. */
export const combinationWords: Readonly<Record<CombinationId, { title: string; meaning: string }>> = {
  exfiltration: {
    title: 'Private data, strangers’ text and a way out',
    meaning: 'A text that the agent fetches can tell it to read private data and to send it away.',
  },
  'fetch-to-code': {
    title: 'Strangers’ text and code',
    meaning: 'A text that the agent fetches can tell it what to run.',
  },
  'secrets-out': {
    title: 'Credentials and a way out',
    meaning: 'What one tool returns, another can send away.',
  },
  'file-to-shell': {
    title: 'Writing files and running them',
    meaning: 'What one tool writes, another can run.',
  },
};
