// Meets the newest revision's question as its first argument says, and is otherwise an earlier server.
import { createInterface } from 'node:readline';
import { send, speak } from './speak.ts';

const lines = createInterface({ input: process.stdin });
if (process.argv[2] === 'leaves') {
  lines.once('line', (line) => {
    if (line.includes('server/discover')) process.exit(1);
  });
}
speak(
  (id) => {
    send(id, '"result":{"tools":[{"name":"fine"}]}');
  },
  {},
  process.argv[2] === 'ignores',
);
