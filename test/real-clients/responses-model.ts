import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';
import { answerTo, type ScriptedModel, type Step } from './scripted-model.ts';

const Tool = z.looseObject({ type: z.string(), name: z.string().optional() });

/** What a request of OpenAI's Responses interface says that matters here. */
const Request = z.object({
  tools: z.array(z.looseObject({ ...Tool.shape, tools: z.array(Tool).optional() })),
  input: z.array(z.looseObject({ type: z.string().optional(), output: z.unknown().optional() })),
});

async function bodyOf(request: IncomingMessage): Promise<z.infer<typeof Request>> {
  const chunks = await Array.fromAsync(request.setEncoding('utf8'));
  return Request.parse(JSON.parse(chunks.join('')));
}

/** The events of one answer that consists of one item. */
function eventsFor(item: Record<string, unknown>): string {
  const usage = { input_tokens: 1, output_tokens: 1, total_tokens: 2 };
  const events = [
    { type: 'response.created', response: { id: 'response' } },
    { type: 'response.output_item.done', output_index: 0, item },
    { type: 'response.completed', response: { id: 'response', usage } },
  ];
  return events.map((event) => `event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`).join('');
}

/**
 * The model of `scriptedModel` behind OpenAI's Responses interface with the tools of a server in a namespace, as Codex
 * offers them and the other model does not know them.
 */
export async function responsesModel(steps: readonly Step[], namespace: string): Promise<ScriptedModel> {
  const offered = new Set<string>();
  let answers: string[] = [];
  const server = createServer((request, response) => {
    void bodyOf(request).then(({ tools, input }) => {
      const spaces = tools.filter(({ name }) => name === namespace);
      for (const { name = '' } of spaces.flatMap((space) => space.tools ?? [])) offered.add(name);
      answers = input
        .filter(({ type }) => type === 'function_call_output')
        .map(({ output }) => answerTo(output));
      const step = steps[answers.length];
      const text = { type: 'output_text', text: 'All is done.' };
      const said = { type: 'message', role: 'assistant', id: 'said', content: [text] };
      const call = (tool: string, given: Step[1]) => ({
        ...{ type: 'function_call', id: `item_${answers.length}`, call_id: `call_${answers.length}` },
        ...{ namespace, name: tool },
        arguments: JSON.stringify(given),
      });
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.end(eventsFor(step === undefined ? said : call(...step)));
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    offered: () => [...offered],
    answers: () => answers,
    stop: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => {
          done();
        });
      }),
  };
}
