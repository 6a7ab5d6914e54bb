import { z } from 'zod';
import { Remote } from './launch.ts';

const about = {
  remote: Remote,
  /** When it was first seen to answer so; later visits that find the same keep the date. */
  at: z.iso.datetime(),
};

/**
 * What a remote address answered to a stranger. That it wants a login, a payment or a configuration is no failure.
 * `unlisted`: it answers, but with no usable tool list; `unknown`: the visit told nothing, try again. Of both, a
 * fault says why.
 */
export const Reachability = z.discriminatedUnion('state', [
  z.object({ state: z.literal('listed'), ...about }),
  z.object({
    state: z.literal('needs-login'),
    ...about,
    status: z.number().int(),
    /** The scheme of the challenge, such as `Bearer`; null when the server names none. */
    scheme: z.string().nullable(),
    /** Where the server says that its RFC 9728 metadata stands, or where it was found. */
    resourceMetadata: z.string().nullable(),
    authorizationServers: z.array(z.string()),
    scopes: z.array(z.string()),
  }),
  z.object({ state: z.literal('needs-payment'), ...about }),
  /** The address is a template and these variables are the user’s own. */
  z.object({ state: z.literal('needs-configuration'), ...about, variables: z.array(z.string()) }),
  /** No such host, or no such page on it. */
  z.object({ state: z.literal('unreachable'), ...about }),
  z.object({ state: z.literal('unlisted'), ...about }),
  z.object({ state: z.literal('unknown'), ...about }),
]);
export type Reachability = z.infer<typeof Reachability>;
