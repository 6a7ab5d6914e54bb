// A server over standard input and output that lists what stands in tools.json beside it, and nothing else.
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';

const tools = () => JSON.parse(readFileSync(new URL('tools.json', import.meta.url), 'utf8'));
const serverInfo = { name: 'listed', version: '1.0.0' };

const answers = {
  initialize: ({ protocolVersion }) => ({ protocolVersion, capabilities: { tools: {} }, serverInfo }),
  'tools/list': () => ({ tools: tools() }),
};

for await (const line of createInterface({ input: process.stdin })) {
  if (line.trim() === '') continue;
  const { id, method, params } = JSON.parse(line);
  if (id === undefined) continue;
  const known = Object.hasOwn(answers, method);
  const answer = known
    ? { result: answers[method](params ?? {}) }
    : { error: { code: -32601, message: `There is no method ${method}.` } };
  process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', id, ...answer })}\n`);
}
