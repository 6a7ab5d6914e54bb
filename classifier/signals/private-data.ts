import { effect, type Signal } from './reading/signal.ts';
import { anyOf } from './reading/words.ts';

/** Verbs whose answer holds what the caller put in. */
const computing =
  /^(?:echo|format|validate|parse|convert|translate|count|help|explain|lint|encode|decode|hash|simulate|calculate|compute|estimate|tokenize)$/;
/** Records that belong to somebody. */
const records = anyOf(
  `e?mails?, inbox, mailbox(?:es)?, gmail, mail, chat messages?, messages?, chats?, conversations?,
    dms?, contacts?, customers?, leads?, deals?, crm, salesforce, opportunit(?:y|ies), payments?,
    invoices?, payouts?, refunds?, subscribers?, requesters?, members, browser history, meeting transcripts?, call transcripts?, charges?, checkouts?, ediscovery, legal holds?, subscription items?, build logs?, failure logs?, orders?, billing, spending, bank, calendar, calendars, meetings?,
    meeting transcripts?, notes?, journal, memor(?:y|ies), patients?, medical, health records?,
    employees?, payroll, salary, salaries, candidates?, passengers?, attachments?, contracts?, expenses?,
    budgets?, call logs?, recordings?, clipboard, (?:user|my|customer) profile, purchase history,
    browsing history, chat history, message history, activity, activities, personal, portfolios?, holdings, positions, withdrawals?, deposits?, account balances?, wallet balances?,
    balance sheet, bank accounts?, account (?:info|information|details|summary), billing (?:info|information|address|details), tax, event logs?, audit logs?, access logs?, heart rate, sleep, steps, workouts?, weight, body,
    knowledge graph, notion pages?, obsidian, vault notes?, documents? in your, my \\w+, screen, saved (?:posts|tracks|items), watch history, playlists? of, voicemails?, faxes, forms? responses?, survey responses?, (?:hr|personnel) records?, 邮件, 联系人, 客户, 订单, 消息,
    メール, 이메일, клиент\\p{L}*, заказ\\p{L}*, письм\\p{L}*`,
);
/** Lists of people come with their names and addresses. */
const people = anyOf('users, people, employees, team members, guests, residents');
/** Public ledgers and message brokers use the same words of what is nobody's secret. */
const open =
  /\b(?:blockchain|on-?chain|pub\/?sub|erc-?20|solana|ethereum|bitcoin|inscriptions?|order book|orderbook|mempool|commit messages?|error messages?|console|annotated|redis|release notes?|trace|(?:memory|e?mail) (?:bank|schemas?|domains?|templates?|customi[sz]ation|security)|filecoin|youtube|video|episode|podcast|captions?|subtitles|earnings|senate|congress|futures|aave|uniswap|screens? (?:size|resolution|names?)|step functions?|insider|performance|nonfarm|payment forms?|(?:memory|disk|cpu) usage|memory resources?|(?:token|requester|contact|customer) (?:accounts?|fields?)|any wallet)\b/;

/** A reading verb whose object is a personal or business-private record. */
export const privateData: Signal = effect('private-data', {
  action: ({ act, object, thing, lemma }) =>
    (act === 'look' || act === 'fetch') &&
    !computing.test(lemma) &&
    (records.test(thing.slice(0, 5).join(' ')) || people.test(thing.at(-1) ?? '')) &&
    !open.test(object.join(' ')),
});
