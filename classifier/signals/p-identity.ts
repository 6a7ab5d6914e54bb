import { parameter, type Signal } from './reading/signal.ts';
import { endingIn } from './reading/words.ts';

/** An argument that says as whom, or on whose account, a call acts. */
export const pIdentity: Signal = parameter('p:identity', {
  name: endingIn(
    `user id, userid, user name, username, user email, tenant, tenant id, tenant name, account, account id, account name, org id,
    organization, organization id, organisation id, customer id, member id, owner id, actor id, principal, principal id, impersonate,
    on behalf of, run as, as user, profile id, aws account id, subscription id, employee id, patient id, subject id`,
  ),
  except: /\b(?:to|from|destination|bank|storage|service|ad|social) account$/,
  types: ['string', 'integer', 'number', 'array'],
  isFree: true,
});
