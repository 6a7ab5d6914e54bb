import { effect, type Signal } from './reading/signal.ts';

/** Records that belong to somebody. */
const records =
  /\b(?:e?mails?|inbox|mailbox(?:es)?|gmail|messages?|chats?|conversations?|dms?|contacts?|customers?|clients?|leads?|deals?|crm|opportunit(?:y|ies)|payments?|invoices?|transactions?|charges?|payouts?|orders?|subscriptions?|bank|balances?|accounts?|calendar|calendars|events?|meetings?|transcripts?|notes?|vault|journal|memor(?:y|ies)|patients?|medical|health records?|employees?|payroll|salary|salaries|candidates?|tickets?|cases?|attachments?|photos?|contracts?|expenses?|call logs?|recordings?|bookmarks|history|clipboard|screen|location|profile|users?|members?|drive|documents?|issues?|tasks?|todos?|private)\b|邮件|联系人|客户|订单|消息|メール|이메일|клиент|заказ|письм/u;

/** A reading verb whose object is a personal or business-private record. */
export const privateData: Signal = effect('private-data', {
  action: ({ act, object }) =>
    (act === 'look' || act === 'fetch') && records.test(object.slice(0, 7).join(' ')),
});
