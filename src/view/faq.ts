import type { Classification } from '../model/classification.ts';
import type { ToolRule } from '../model/policy.ts';
import { type EvidenceSubject, evidenceQuestions } from './evidence-questions.ts';
import { fewNames } from './differences.ts';
import { plain, type Question } from './question.ts';
import { limitAnswer, riskAnswer } from './sentences/questions.ts';
import { categoryTool } from './sentences.ts';
import { firstSentence, mcpServer, paragraph, sentence } from './wording.ts';

export type { Question } from './question.ts';

/** What the answers are about. All text is ready to show. */
export interface QuestionSubject extends EvidenceSubject {
  description: string | null;
  classification: Classification;
  rule: ToolRule;
  /** What the signals found are called. */
  labels: string[];
  /** `speaker`: who says what the definition says, as a sentence; null for the server itself. */
  server: { name: string; path: string; origin: string | null; speaker: string | null };
}

function whatItDoes({ name, description, rows, classification, server }: QuestionSubject): Question {
  const asked = `What does ${name} do?`;
  if (description !== null)
    return { question: asked, quote: firstSentence(description), answer: server.speaker, more: null };
  const rest = rows.length === 0 ? 'alone' : `and its parameters: ${fewNames(rows.map((row) => row.name))}`;
  const kind = categoryTool(classification.category);
  return plain(asked, paragraph('There is no description', `We call it ${kind} from its name ${rest}`));
}

/** Conditions of the policy and what somebody has to fill in; nothing where the rating alone makes the rule. */
function howToEnforce({ name, rule, server }: QuestionSubject): Question[] {
  const conditions = rule.constraints.map(({ why }) => why);
  const blanks = rule.proposed.flatMap(({ fill }) => fill ?? []);
  const steps = [...new Set([...conditions, ...blanks])].slice(0, 3);
  if (steps.length === 0) return [];
  const more = { label: 'Policy for the whole server', path: `${server.path}#policy` };
  return [{ ...plain(`How do I enforce a policy on ${name}?`, paragraph(...steps)), more }];
}

/**
 * The questions people ask of any tool where this one has an answer, and those that its evidence asks for: from its
 * own facts and the rule its policy is printed from.
 */
export function questions(subject: QuestionSubject): Question[] {
  const { name, classification, rule, server } = subject;
  const level = riskAnswer(classification.risk, subject.labels);
  return [
    whatItDoes(subject),
    ...evidenceQuestions(subject),
    ...(level === null ? [] : [plain(`What risk level is ${name}?`, level)]),
    ...howToEnforce(subject),
    plain(`How do I limit or block ${name}?`, limitAnswer(rule)),
    plain(
      `Which server provides ${name}?`,
      sentence([mcpServer(server.name), server.origin].filter((part) => part !== null).join(', ')),
    ),
  ];
}
