import { type ChatCompletionRequest, LLMock } from '@copilotkit/aimock';

/** A call that the model wants made: the server's own name of the tool, and its arguments. */
export type Step = readonly [tool: string, given: Readonly<Record<string, string>>];

export interface ScriptedModel {
  url: string;
  /** The names of all tools, as the client offered them. */
  offered(): string[];
  /** What the client said to each call, in order. */
  answers(): string[];
  stop(): Promise<void>;
}

/** What a client told the model of a call, as text. */
export const answerTo = (content: unknown): string =>
  typeof content === 'string' ? content : JSON.stringify(content ?? '');

function namesIn({ tools = [] }: ChatCompletionRequest): string[] {
  return tools.map((tool) => tool.function.name);
}

/** The answers to the calls of the script so far: the messages of tools after the last word of the user. */
function answersIn({ messages }: ChatCompletionRequest): string[] {
  return messages.filter(({ role }) => role === 'tool').map(({ content }) => answerTo(content));
}

/**
 * A model on loopback, behind the interfaces of Anthropic and OpenAI, that asks for the calls of a script one after the
 * other, whatever becomes of them, and then says that it is done.
 */
export async function scriptedModel(
  steps: readonly Step[],
  nameOf: (tool: string) => string,
): Promise<ScriptedModel> {
  const mock = await LLMock.create({ port: 0, journalMaxEntries: 0 });
  const offered = new Set<string>();
  let answers: string[] = [];
  const isMain = (request: ChatCompletionRequest): boolean =>
    namesIn(request).some((name) => name.endsWith('_item'));
  mock.on({ predicate: isMain }, (request) => {
    for (const name of namesIn(request)) offered.add(name);
    answers = answersIn(request);
    const step = steps[answers.length];
    if (step === undefined) return { content: 'All is done.' };
    const [tool, given] = step;
    const call = { id: `call_${answers.length}`, name: nameOf(tool), arguments: JSON.stringify(given) };
    return { toolCalls: [call] };
  });
  mock.on({}, () => ({ content: 'Calls' })); // such as a title for the conversation
  return {
    url: mock.url,
    offered: () => [...offered],
    answers: () => answers,
    stop: () => mock.stop(),
  };
}
