import { CLIENT_CAPABILITIES_META_KEY, PROTOCOL_VERSION_META_KEY } from '@modelcontextprotocol/client';
import { isObject } from '../../model/json.ts';

/** What the newest revision sends with every request: its version, the client and what that can do. */
export function envelopeOf(params: unknown): Record<string, unknown> | null {
  if (!isObject(params) || !isObject(params._meta)) return null;
  const { _meta: meta } = params;
  if (!(PROTOCOL_VERSION_META_KEY in meta)) return null;
  return Object.fromEntries(
    Object.entries(meta).filter(([key]) => key.startsWith('io.modelcontextprotocol/')),
  );
}

/** Whether a client with these capabilities can put a form before a person. An empty object is the earlier way to say so. */
export function canAskForm(capabilities: unknown): boolean {
  if (!isObject(capabilities) || !isObject(capabilities.elicitation)) return false;
  const { elicitation } = capabilities;
  return 'form' in elicitation || Object.keys(elicitation).length === 0;
}

/** What a client said in a request's envelope that it can do. */
export function capabilitiesIn(envelope: Record<string, unknown>): unknown {
  return envelope[CLIENT_CAPABILITIES_META_KEY];
}
