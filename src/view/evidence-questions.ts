import { visible } from '../model/display.ts';
import type { Evidence } from '../model/evidence.ts';
import type { SignalId } from '../model/signals.ts';
import type { Actions } from './actions.ts';
import type { Parameter } from './parameters.ts';
import { plain, type Question } from './question.ts';
import { parameterAt } from './reach.ts';
import { actionsAnswer, argumentAnswer, argumentQuestions, wordQuestions } from './sentences/questions.ts';

/** Questions besides the six, at most: those of the gravest evidence. */
const most = 4;

/** What the evidence is about. Name and rows are ready to show. */
export interface EvidenceSubject {
  name: string;
  signals: readonly Evidence[];
  rows: readonly Parameter[];
  actions: Actions | null;
}

function ofArgument({ signals, rows }: EvidenceSubject, ids: readonly SignalId[]): Parameter[] {
  const names = new Set(
    signals
      .filter(({ id }) => ids.some((known) => known === id))
      .map(({ at }) => visible(parameterAt(at) ?? '')),
  );
  return rows.filter((row) => names.has(row.name));
}

function argumentsAsked(subject: EvidenceSubject): Question[] {
  return argumentQuestions.flatMap(({ signals, question }) => {
    const rows = ofArgument(subject, signals);
    return rows.length === 0 ? [] : [plain(question(subject.name), argumentAnswer(rows))];
  });
}

/** Asked of the words of a description, never of a name alone. */
function wordsAsked({ name, signals }: EvidenceSubject): Question[] {
  return wordQuestions.flatMap(({ signal, question, answer }) => {
    const found = signals.find(({ id, at }) => id === signal && at === '/description');
    return found === undefined
      ? []
      : [{ ...plain(question(name), answer), quote: visible(found.quote.trim()) }];
  });
}

/** The questions that the evidence on a tool asks for, each answered by an argument, an action or words of its definition. */
export function evidenceQuestions(subject: EvidenceSubject): Question[] {
  const { name, actions } = subject;
  const chosen =
    actions === null ? [] : [plain(`Which actions does ${name} have?`, actionsAnswer(actions.rows))];
  return [...chosen, ...argumentsAsked(subject), ...wordsAsked(subject)].slice(0, most);
}
