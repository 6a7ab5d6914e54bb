import type { Classification } from '../model/classification.ts';
import type { ToolRule } from '../model/policy.ts';
import { categoryTool, effect, judgedBy, limitPhrase, riskMeanings, riskTitle } from './sentences.ts';
import { count, mcpServer, opening, paragraph } from './wording.ts';

export interface Question {
  question: string;
  /** The server's own words that the answer rests on; null when it rests on none. */
  quote: string | null;
  answer: string;
  /** Where the answer goes on: a path of the site. */
  more: { label: string; path: string } | null;
}

/** What the answers are about. All text is ready to show. */
export interface QuestionSubject {
  name: string;
  description: string | null;
  hasParameters: boolean;
  classification: Classification;
  rule: ToolRule;
  server: { name: string; path: string; tools: number; origin: string; speaker: string };
}

function whatItDoes({ name, description, hasParameters, classification, server }: QuestionSubject): string {
  const verdict = `We categorise ${name} as ${categoryTool(classification.category)}`;
  if (description !== null) return paragraph(`So says ${server.speaker}. ${verdict}`);
  return paragraph(
    opening(`${server.speaker} publishes no description of ${name}`),
    `We categorise it as ${categoryTool(classification.category)} from its name${hasParameters ? ' and its parameters' : ' alone'}`,
  );
}

function canLimit({ name, rule }: QuestionSubject): string {
  // policy.json has no place for the limits of a tool that it hides.
  const bound = rule.decision === 'hide' ? null : limitPhrase(rule.limits);
  if (bound !== null && rule.decision === 'allow')
    return `Yes. The policy above lets an agent call ${name} ${bound} for each grant, which is one agent’s access to one server.`;
  if (bound !== null)
    return `Yes. The policy above sets ${bound} for each grant, which is one agent’s access to one server. Until ${name} is opened no call comes that far.`;
  if (rule.decision === 'allow')
    return `Yes, with an entry under limits. The policy above sets none for ${name}.`;
  return `There is nothing to count yet: the policy above lets no call of ${name} through. Whoever opens it should add an entry under limits.`;
}

function howToBlock({ name, rule }: QuestionSubject): string {
  const hiding = `name it under hide: then an agent does not even see it`;
  return {
    hide: `The policy above already does: ${name} stands under hide, so agents do not see it and calls are denied.`,
    deny: `The policy above already denies every call of ${name}. To take it out of the agent’s list as well, ${hiding}.`,
    ask: `Keep the deny_if of the policy above, which denies every call of ${name}. To take it out of the agent’s list as well, ${hiding}.`,
    allow: `Take ${name} out of tools in the policy above, because everything that is not named is denied. Or ${hiding}.`,
  }[rule.decision];
}

/** The six questions people ask of a tool, answered from this tool's own facts and the rule its policy is printed from. */
export function questions(subject: QuestionSubject): Question[] {
  const { name, classification, rule, server } = subject;
  const plain = (question: string, answer: string): Question => ({
    question,
    quote: null,
    answer,
    more: null,
  });
  return [
    { ...plain(`What does ${name} do?`, whatItDoes(subject)), quote: subject.description },
    {
      ...plain(
        `How do I enforce a policy on ${name}?`,
        paragraph(
          'Route the agent’s calls through a gateway that reads policy.json and give it the policy above',
          effect(name, rule),
        ),
      ),
      more: { label: `Policy for the whole server`, path: `${server.path}#policy` },
    },
    plain(
      `What risk level is ${name}?`,
      paragraph(
        riskTitle(classification.risk),
        riskMeanings[classification.risk],
        classification.rationale,
        `Judged by ${judgedBy(classification)}`,
      ),
    ),
    plain(`Can I rate-limit ${name}?`, canLimit(subject)),
    plain(`How do I block ${name} completely?`, howToBlock(subject)),
    {
      ...plain(
        `Which server provides ${name}?`,
        paragraph(`The ${mcpServer(server.name)}, with ${count(server.tools, 'tool')}`, server.origin),
      ),
      more: { label: 'All its tools', path: server.path },
    },
  ];
}
