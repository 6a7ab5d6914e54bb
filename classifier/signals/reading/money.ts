import type { Action } from './actions.ts';

/** Money and assets, as objects of a verb. */
export const money =
  /\b(?:money|funds?|payments?|payouts?|tokens?|coins?|crypto\w*|eth|ether|ethereum|btc|bitcoin|sol|solana|usdc|usdt|usd|eur|sats|satoshis|lamports|erc-?20|erc-?721|erc-?1155|nfts?|spl|currency|currencies|balance|assets?|xrp|ada|matic|egld|algo|algorand|near|sui|ton|trx|hbar|hbd|hive|stablecoin|native|shares?|stocks?|liquidity|collateral|loan|debt|invoice|refund|deposit|withdrawal|lightning|wallet|bank|donation|tip|cash|dollars|evm|gas)\b|资金|代币|转账|счёт|счет|деньг|средств|dinero|fondos|argent|geld|資金|송금/u;

const deals =
  /\b(?:orders?|trades?|trade|positions?|payments?|payouts?|refunds?|purchases?|bets?|wagers?|swaps?|withdrawals?|deposits?|stake|dca|otc|checkouts?|zaps?|disputes?|payment links?|payment intents?|subscriptions?|booking payment|donations?|escrow|trading stop|leverage|margin|auto loan|bids?|bounty|transactions? (?:to|on|for)|limit order|market order|tokens? (?:swap|transfer|purchase|sale))\b/;

/** Things called by the words of trade that are none. */
const lookalikes =
  /\b(?:branch|refresh token|access token|auth token|notifications?|topic|event subscriptions?|webhook|webhooks?|newsletter|channel subscriptions?|pubsub|pub\/sub|graphql subscription|graph subscription|sort order|order by|draft orders?|purchase orders?|work orders?|azure subscriptions?|in order|resource group|plans?|products?|prices?|coupons?|order of|priority order|status for|room subscription|position in|cursor position|position of|coordinates|quote|quotes|simulat\w+|estimate|calldata|watchlist|mouse|playlist|ssh|tcp|files?|data transfer|issue|issues|call|calls|domain transfer lock|ticket|tickets|room|camera|playback|element|object|actor|layer|shape|node|pull request|ownership)\b/;

const settlement =
  /\b(?:cancel|create|place|submit|update|modify|close|open|execute|post|add|send|set|confirm|capture|make|start|pause|resume|finalize|finalise|complete|approve|authorize|authorise|accept|broadcast|issue|claim|replace|amend|initiate|process|schedule|convert)\b/;

/** Words that make a transaction one of a ledger or chain and not of a spreadsheet. */
const chain =
  /\b(?:sign|signed|broadcast|blockchain|on-?chain|chain|wallet|mainnet|devnet|gas|private ?key|txn|tx|network|contract)\b/;

/** Whether a verb and its object move, commit or release money or assets. */
export function isMoneyAction({ act, lemma, object, source }: Action): boolean {
  const what = object.slice(0, 8).join(' ');
  const near = object.slice(0, 4).join(' ');
  if (lookalikes.test(near)) return false;
  if (
    /^(?:finali[sz]e|submit|pay|send|collect|cancel|void)$/.test(lemma) &&
    /\binvoices?\b(?! reminder)/.test(near)
  )
    return true;
  if (
    /^(?:create|launch|deploy|issue)$/.test(lemma) &&
    /\b(?:token|coin)\b/.test(what) &&
    /pump|launch|erc|fungible|meme|deploy/.test(`${lemma} ${what}`)
  )
    return true;
  if (act === 'pay') return isPayment(lemma, what, source);
  if (act === 'transfer') return money.test(what);
  if (act === 'sign')
    return /\b(?:transactions?|tx|txn|message|typed data|payload)\b/.test(what) || lemma !== 'sign';
  if (
    lemma === 'send' ||
    lemma === 'move' ||
    lemma === 'approve' ||
    lemma === 'claim' ||
    lemma === 'broadcast'
  )
    return coins.test(near) || deals.test(near) || (/\b(?:transactions?|tx|txn)\b/.test(near) && true);
  if (act === 'look' || act === 'fetch' || act === 'compose' || act === 'delete') return false;
  if (lemma === 'request') return /\b(?:withdrawals?|airdrop|payout|faucet)\b/.test(near);
  if (settlement.test(lemma) && deals.test(near)) return true;
  return settlement.test(lemma) && /\b(?:transactions?|tx|txn)\b/.test(near) && chain.test(what);
}

const coins =
  /\b(?:money|funds?|payments?|tokens?|coins?|crypto\w*|eth|ether|btc|bitcoin|sol|usdc|usdt|egld|sats|satoshis|lamports|erc-?20|nfts?|spl|xrp|hbd|currency|allowance|rewards?|airdrop|spender|assets)\b/;

/** Verbs of payment that are also used of other things need an object that is money. */
function isPayment(lemma: string, what: string, source: Action['source']): boolean {
  if (
    /^(?:pay|purchase|buy|sell|refund|repay|stake|unstake|redeem|liquidate|payout|wager|remit|disburse|unstake|borrow|lend|repurchase|buyback|reinvest|invest|donate)$/.test(
      lemma,
    )
  )
    return true;
  if (
    /^(?:swap|trade|withdraw|deposit|bridge|mint|charge|bid|bet|leverage|fund|tip|top-up|supply)$/.test(lemma)
  )
    return money.test(what) || what === '' || (source === 'name' && !/\b(?:face|items|context)\b/.test(what));
  return true;
}

/** Phrases that state a movement of money. */
export const moneyPhrase =
  /\b(?:transfers?|sends?|withdraws?|pays?|swaps?) (?:(?:an?|the|your|native|some|any|specified|amount|of|from|given)\s+){0,4}(?:funds?|money|tokens?|eth|ether|btc|bitcoin|sol|usdc|usdt|crypto\w*|sats|cryptocurrency|payment|coins?)\b(?! (?:usage|count|limit|budget))|\b(?:places?|submits?|cancels?) (?:(?:an?|the|all|new|live|market|limit|stop|open|stock|crypto|options?|buy|sell|buy\/sell|trading)\s+){1,4}orders?\b|\b(?:moves?|commits?) (?:real )?(?:money|funds)\b|\b(?:sign(?:s|ed)?,? (?:and )?(?:send|broadcast|submit)s?|broadcasts?) (?:(?:an?|the|signed|raw)\s+){0,3}transactions?\b|\bissues? (?:an?|the|full|partial) (?:\w+ )?refund\b|\bcharges? (?:the|a) (?:customer|card|payment method)\b/giu;
