import type { Connection } from '../inspect/converse.ts';

/** A connection to a remote server over one of the transports. */
export interface RemoteConnection extends Connection {
  /** Whether the server has forgotten the session it gave us. */
  hasLostSession(): boolean;
  /** Says goodbye where the transport has a word for it. */
  leave(): Promise<void>;
}
