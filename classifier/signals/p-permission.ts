import { doesMoreThan, parameter, type Signal } from './reading/signal.ts';
import { endingIn } from './reading/words.ts';

/** A role, a policy or a visibility that a changing tool sets. */
export const pPermission: Signal = parameter('p:permission', {
  name: endingIn(
    `roles?, role arn, policy, policy document, policies, acl, permissions?, permission level, visibility, privileges?, access,
    access level, access control, scopes, is public, public, private, is admin, admin, grants, share with, allow list`,
  ),
  except: endingIn('(?:retention|retry|update) policy'),
  types: ['string', 'array', 'object', 'boolean'],
  also: (_, reading) => doesMoreThan(reading, ['look', 'fetch', 'compose', 'run']),
});
