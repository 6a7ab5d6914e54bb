import { visible } from '../model/display.ts';

/** Why a call is not made, and where the policy says so. */
interface Because {
  rule: string;
  reason: string;
}

const because = ({ rule, reason }: Because): string => `${visible(reason)} (${visible(rule)})`;

/** The guard's sentences for people and agents. Names and reasons are outside text. */
export const words = {
  refused: (tool: string, why: Because): string => `Placard refused ${visible(tool)}: ${because(why)}`,
  ask: (tool: string, why: Because): string =>
    `Placard asks before ${visible(tool)} is called: ${because(why)}`,
  cannotAsk: (tool: string, why: Because): string =>
    `Placard refused ${visible(tool)}: a person has to agree first, and nobody can be asked here. ${because(why)}`,
  declined: 'No person agreed to this call.',
  answered: 'The question that came first was answered.',
  noTicket: 'No question about this call is open. Call the tool again without an answer.',
  tooMany: 'Too many questions are open.',
  unlisted: (cause: string): string =>
    `The tools could not be listed, so nobody knows whether this one is still the same: ${visible(cause)}.`,
} as const;
