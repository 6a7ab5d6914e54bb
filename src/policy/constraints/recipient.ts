import { type ConstraintKind, onValue } from '../constraint-kind.ts';
import { constraintWords as words } from '../constraint-words.ts';

const kin = /(?:^| )(?:to|cc|bcc|recipients?|emails?|receivers?|attendees|invitees|channel|payee)$/;

/** Who receives something: only those who are named. */
export const recipient: ConstraintKind = {
  id: 'recipient',
  derive({ proved }) {
    const { why, fill, placeholder } = words.recipient;
    return proved('p:recipient', kin).flatMap((argument) =>
      onValue(argument, { op: 'in', value: [placeholder], why, fill }),
    );
  },
};
