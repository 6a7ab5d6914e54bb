import { parameter, type Signal } from './reading/signal.ts';

/** A role, a policy or a visibility that a changing tool sets. */
export const pPermission: Signal = parameter('p:permission', {
  name: /^(?:\w+ )?(?:role|roles|role arn|policy|policy document|policies|acl|permission|permissions|visibility|privilege|privileges|access level|scopes|access|is public|public|private|is admin|admin|grants|access control|share with|allow list|permission level)$/,
  types: ['string', 'array', 'object', 'boolean'],
  also: ({ words }, { named, told }) =>
    !(words.includes('retention') || words.includes('retry') || words.includes('update')) &&
    [...named.slice(0, 1), ...told.slice(0, 1)].some(
      (action) => !['look', 'fetch', 'compose', 'run'].includes(action.act),
    ),
});
