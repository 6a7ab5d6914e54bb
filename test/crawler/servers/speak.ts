import { createInterface } from 'node:readline';

type Message = { id?: number | string; method?: string; params?: { cursor?: string } };

/** Raw text in place of JSON.stringify's, for what JSON.stringify cannot say. */
export function send(id: number | string | undefined, text: string): void {
  process.stdout.write(`{"jsonrpc":"2.0","id":${JSON.stringify(id)},${text}}\n`);
}

/** Answers the handshake properly and leaves tools/list to the caller, who gets the request's id and cursor. */
export function speak(
  onList: (id: number | string | undefined, cursor: string | undefined) => void,
  handshake: object = {},
  ignoresDiscovery = false,
): void {
  createInterface({ input: process.stdin }).on('line', (line) => {
    const { id, method, params } = JSON.parse(line) as Message;
    if (method === 'tools/list') onList(id, params?.cursor);
    if (method === 'server/discover' && !ignoresDiscovery)
      send(id, '"error":{"code":-32601,"message":"Method not found"}');
    if (method !== 'initialize') return;
    const result = {
      protocolVersion: '2025-11-25',
      capabilities: { tools: {} },
      serverInfo: { name: 'hostile', version: '1.0.0' },
      ...handshake,
    };
    send(id, `"result":${JSON.stringify(result)}`);
  });
}

/** Answers tools/list with what `pageAt` returns for a cursor. */
export function speakPages(pageAt: (cursor: string | undefined) => object): void {
  speak((id, cursor) => {
    send(id, `"result":${JSON.stringify(pageAt(cursor))}`);
  });
}
