import { effect, type Signal } from './reading/signal.ts';

const state =
  /\b(?:session|sessions|context|active|current|workspace|working directory|tab|tabs|window|browser|view|viewport|connection|overlay|selection|cache|console|breakpoints?|zoom)\b|会话|セッション|세션|сесси/u;

/** The effect is on a session, a context or a view, not on stored data. */
export const sessionState: Signal = effect('session-state', {
  action: ({ act, object }) => act !== 'look' && act !== 'fetch' && state.test(object.slice(0, 4).join(' ')),
  phrase:
    /\b(?:for (?:the|this) (?:current )?session|current session|active (?:workspace|project|context|account|profile|organization)|default (?:workspace|project|context|organization) for|in-memory|session-local|working directory for subsequent)\b/gi,
});
