import { z } from 'zod';
import { isObject } from '../../model/json.ts';
import type { JsonObject } from '../../model/json.ts';

/** Arguments out of parsed JSON: an object, or JSON text of one. */
export const GivenArguments = z
  .unknown()
  .transform((given): unknown =>
    typeof given === 'string' ? JSON.parse(given === '' ? '{}' : given) : given,
  )
  .pipe(z.custom<JsonObject>(isObject, 'The arguments are no object.'));

/** A call that a client is about to make. */
export interface ClientCall {
  /** The tool as the client spells it, without the server. */
  spelled: string;
  /** Whether that is the server's own name for it. Otherwise the client may have replaced characters. */
  isExact: boolean;
  arguments: JsonObject;
}

/** What the hook can answer. Consent is never said aloud: the client's own settings decide then. */
export type Answer = 'ask' | 'deny';

/** How one client runs a hook before a tool is called. */
export interface HookClient {
  id: string;
  /** Documentation of the hook: address and date read. */
  source: { url: string; dated: string };
  /** Whether the client asks a person when a hook says so. */
  canAsk: boolean;
  /** Whether the client says which server the tool is of. If not, only tools that the policy names are judged. */
  namesServer: boolean;
  /**
   * The call, or null when it is none of the server that has this alias in the client.
   * @throws Error when the input is not what the client promises.
   */
  read(input: unknown, alias: string): ClientCall | null;
  /** What to print for an answer. */
  print(answer: Answer, reason: string): string;
  /** What to print when the hook has no objection. */
  silence: string;
}
