// Sends a first page and stops in the middle of the second.
import { send, speak } from './speak.ts';

speak((id, cursor) => {
  if (cursor === undefined) {
    send(id, '"result":{"tools":[{"name":"first"}],"nextCursor":"2"}');
    return;
  }
  process.stdout.write(`{"jsonrpc":"2.0","id":${String(id)},"result":{"tools":[{"na`);
  console.error('out of \u202eideas');
  process.exitCode = 3;
  process.stdin.destroy();
});
