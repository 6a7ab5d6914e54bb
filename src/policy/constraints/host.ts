import { type ConstraintKind, holdsText, onValue } from '../constraint-kind.ts';
import { constraintWords as words } from '../constraint-words.ts';

const kin = /(?:^| )(?:urls?|uris?|webhook|callback|links?|website|href)$/;

/** A pattern for HTTPS addresses of one host: no user name, nothing after the host but a port, path, query or fragment. */
const at = (host: string): string => `^https://${host.replaceAll('.', '\\.')}(?::[0-9]{1,5})?(?:[/?#].*)?$`;

/** A web address: only on hosts that are named. */
export const host: ConstraintKind = {
  id: 'host',
  derive({ proved }) {
    const { why, fill, placeholder } = words.host;
    return proved('p:url', kin)
      .filter(holdsText)
      .flatMap((argument) => onValue(argument, { op: 'regex', value: at(placeholder), why, fill }));
  },
};
