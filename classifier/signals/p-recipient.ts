import { parameter, type Signal } from './reading/signal.ts';
import { exactly } from './reading/words.ts';

/** A free string or list that says who receives it, in a tool that sends or pays. */
export const pRecipient: Signal = parameter('p:recipient', {
  name: exactly(`to, cc, bcc, recipient, recipients, email, emails, phone, phone number, to email, to address,
    to number, receiver, receivers, destination, destination address, channel, channel id, chat id,
    user id, spender, payee, beneficiary, attendees, invitees, to account, email address, recipient \\w+,
    contact, contacts, client email, customer email, \\w+ recipients, mobile, number`),
  types: ['string', 'array', 'integer', 'number'],
  isFree: true,
  also: ({ words }, { named, told }) => {
    const acts = [...named, ...told].filter((action) => action.certain).map((action) => action.act);
    const isSent = acts.some((act) => ['send', 'pay', 'transfer', 'grant', 'publish', 'sign'].includes(act));
    return (
      isSent ||
      (/^(?:cc|bcc|recipients?|attendees|invitees)$/.test(words[0] ?? '') &&
        acts.some((act) => act !== 'look' && act !== 'fetch'))
    );
  },
});
