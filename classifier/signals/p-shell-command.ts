import { parameter, type Signal } from './reading/signal.ts';

const terminal =
  /\b(?:execut\w*|runs?|running|shell|bash|terminal|command[- ]line|powershell|cli|ssh|console|subprocess)\b|执行|运行|выполн|ejecut|実行|실행/iu;
const hosts = new Set(['execute', 'exec', 'run', 'shell', 'bash', 'terminal', 'ssh', 'kubectl', 'cmd']);

/** A free string or list that is run as a command line. */
export const pShellCommand: Signal = parameter('p:shell-command', {
  name: /(?:^|\s)(?:cmd|command|commands|shell|argv|command line|cmdline)$|^(?:shell|bash|terminal) (?:command|cmd|script|input)$/,
  types: ['string', 'array'],
  isFree: true,
  also: ({ words, passages }, { words: tool, prose }) => {
    const text = [...passages, ...prose].map((passage) => passage.text).join(' ');
    return (
      terminal.test(text) ||
      tool.some((word) => hosts.has(word)) ||
      words.includes('shell') ||
      words.includes('argv')
    );
  },
});
