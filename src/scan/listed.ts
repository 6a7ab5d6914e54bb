import type { Failure } from '../../crawler/failure.ts';
import type { Reachability } from '../model/reachability.ts';
import type { ToolDefinition } from '../model/tool.ts';

/** What a server answered. */
export interface Listed {
  tools: ToolDefinition[];
  /** The version that was started; null where nobody says one. */
  version: string | null;
  /** The checksum of the package's archive, as npm verified it; null where there is none. */
  integrity: string | null;
  /** The protocol revision that was spoken. */
  protocol: string;
  /** Why tools were left out. */
  failures: readonly Pick<Failure, 'kind' | 'message'>[];
}

/** What a server wants before it lists anything. It is no failure. */
export type Wish = Extract<Reachability, { state: 'needs-login' | 'needs-payment' | 'needs-configuration' }>;

/** What came of listing a server. */
export type Outcome =
  | { state: 'listed'; listed: Listed }
  | { state: 'wants'; wish: Wish }
  | { state: 'failed'; failure: Pick<Failure, 'kind' | 'message'> };
