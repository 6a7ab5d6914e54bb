import { pCredential } from './p-credential.ts';
import { watched } from './reading/glance.ts';
import { quotes } from './reading/quoting.ts';
import { effectFinding, type Signal } from './reading/signal.ts';

/** An argument in the list of arguments that many descriptions carry. */
const listed = watched(
  /(?:^|\n|\s[-•*]?\s)[`'"]?(?:\w{0,20}_)?(?:access_?token|api_?key|apikey|auth_?token|bearer_?token|password|passphrase|private_?key|secret_?key|client_?secret|mnemonic|seed_?phrase|connection_?string|session_?cookie)[`'"]?\s?(?:\([^)\n]{0,40}\)\s?)?(?::|—|–|-\s)/gi,
);

/** A call carries a password, key or token as an argument. */
export const credentialParameter: Signal = {
  id: 'credential-parameter',
  look(reading) {
    const { outcome, evidence } = pCredential.look(reading);
    if (outcome === 'yes')
      return { outcome, evidence: evidence.map((each) => ({ ...each, id: 'credential-parameter' })) };
    const found = quotes('credential-parameter', reading.prose, reading.held(listed));
    const told = effectFinding(reading, found);
    return told.outcome === 'no' && outcome === 'unknown' ? { outcome, evidence: [] } : told;
  },
};
