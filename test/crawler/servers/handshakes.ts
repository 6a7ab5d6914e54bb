// Answers the handshake as its first argument says, and refuses to list.
import { send, speak } from './speak.ts';

const ways: Record<string, object> = {
  refuses: { serverInfo: { name: 'no\0body', version: '1', title: '\ud800' } },
  'has-no-tools': { capabilities: { prompts: {} } },
  'speaks-of-the-future': { protocolVersion: '2099-01-01' },
};
speak(
  (id) => {
    send(id, '"error":{"code":-32603,"message":"No key, no tools"}');
  },
  ways[process.argv[2] ?? ''],
);
