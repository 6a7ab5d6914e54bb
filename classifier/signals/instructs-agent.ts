import { foreignOrders } from './reading/foreign-orders.ts';
import { orders } from './reading/orders.ts';
import { payloads } from './reading/payloads.ts';
import type { Signal } from './reading/signal.ts';
import { eitherOf } from './reading/words.ts';
import { wording } from './reading/wording.ts';

/** The text tells the agent to do something beyond calling this tool as asked. */
export const instructsAgent: Signal = wording('instructs-agent', eitherOf(orders, payloads, foreignOrders));
