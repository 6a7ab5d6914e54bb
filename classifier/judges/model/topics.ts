import { WordMap } from '../../signals/reading/word-map.ts';

/**
 * What words are about, as people of the trade know it. One word can belong to several topics. Words alone are too
 * many for a few thousand labels: what is learned of `memo` should hold for `journal`, too.
 */
const lists = {
  money: `payment payments pay paid charge charged payout payouts refund refunds invoice invoices billing price amount fee
    budget bid bids spend currency usd eur balance funds fund money card credit debit checkout purchase subscription
    subscriptions x402 payable remit iban pix upi donation tip cash transfer deposit withdrawal beneficiary merchant escrow`,
  trade: `order orders position positions leverage margin futures spot options stop profit broker trading trade trades buy sell
    long short qty notional symbol side limit exchange portfolio perp perpetual hedge bet wager stake shares`,
  chain: `wallet wallets token tokens nft nfts onchain blockchain ethereum evm solana sui aptos gas erc20 usdc usdt eth sol btc
    bitcoin defi staking swap liquidity pool bridge mint spender allowance transaction transactions tx lamports lightning sats
    satoshi mainnet testnet validator dao airdrop contract collateral lending vesting multisig signer unsigned signed`,
  advertising: `campaign campaigns adset adsets ad ads adgroup audience creative creatives keyword bidding promotion sponsored`,
  shop: `product products cart catalog inventory sku coupon discount shipping shipment delivery fulfillment store customer
    basket variant warehouse supplier restaurant menu booking reservation flight hotel ticket seat`,
  secret: `secret secrets key keys password passwords passphrase credential credentials apikey token tokens private mnemonic
    seed cookie cookies env environment certificate certificates ssh vault jwt oauth bearer presigned signed`,
  access: `permission permissions role roles admin policy policies acl grant grants invite invitation share sharing
    collaborator collaborators visibility public iam scope scopes access allow authorized membership owner ownership mfa sso
    firewall whitelist allowlist blacklist blocklist`,
  person: `contact contacts person people user users employee employees customer customers client clients patient patients
    candidate candidates lead leads profile profiles member members guest guests athlete student students resident tenant
    followers follower attendee attendees requester subscriber subscribers passenger applicant team`,
  message: `message messages email emails mail inbox mailbox chat chats conversation conversations thread threads dm sms reply
    replies comment comments channel channels call calls voicemail notification notifications letter letters newsletter
    attachment attachments draft drafts recipient recipients`,
  record: `note notes memo memos memory memories journal diary document documents page pages doc block blocks task tasks todo
    todos event events calendar meeting meetings deal deals opportunity opportunities crm case cases issue issues contract
    contracts entry entries row rows record records card cards notebook notebooks wiki project projects board reminder
    reminders bookmark bookmarks list lists workspace knowledge vault backlinks highlights observation observations entity
    entities post posts transcript transcripts recording recordings form response responses survey submission submissions`,
  health: `medical health sleep heart workout workouts steps weight nutrition glucose fitness clinical diagnosis medication
    appointment appointments activity activities exercise calories`,
  ledger: `ledger account accounts payroll tax bank statement profit loss expense expenses revenue sales accounting budget
    holdings portfolio assets liabilities journal bill bills quote quotes`,
  security: `finding findings alert alerts vulnerability vulnerabilities detection detections threat threats incident incidents
    audit forensic malware ioc exploit attack`,
  log: `log logs logstore trace traces span spans metric metrics event events error errors console output stdout history`,
  machine: `cluster clusters namespace pod pods node nodes deployment deployments service services server servers vm vms
    instance instances container containers docker kubernetes k8s dns domain domains zone zones vpc subnet subnets
    loadbalancer volume volumes disk disks stack stacks function functions lambda worker workers droplet host hosts network
    networks record records certificate machine machines fleet autoscaling queue topic broker firewall proxy`,
  holder: `database databases db table tables collection collections index indexes indices schema account accounts organization
    organisation org repository repositories repo repos bucket buckets project projects tenant tenants environment
    environments site sites folder folders directory directories graph space spaces drive dataset datasets datastore
    workspace workspaces store stores backup backups snapshot namespace user users`,
  description: `schema schemas metadata field fields column columns type types template templates status version versions info
    information config configuration settings category categories tag tags label labels enum enums format definition
    definitions spec specification docs documentation help capabilities stats statistics count counts summary health
    available supported structure properties attributes details overview list options`,
  open: `weather forecast news stock stocks market ticker quote youtube video videos wikipedia arxiv paper papers pubmed github
    npm pypi package packages reddit tweet tweets movie movies game games recipe recipes country countries city timezone time
    geocode route routes maps place places flight flights sec filing filings law laws census gene protein genome dictionary
    holiday holidays sports match matches league season earthquake nasa article articles book books library libraries
    documentation trending public airport station stations exchange coin coins crypto cryptocurrency patents`,
  computing: `calculate calculator convert converter format hash encode decode uuid random parse validate regex math sum add
    multiply number numbers string date dates color unit units percentage statistics generate prompt guide guidelines
    example examples template think thought reasoning plan`,
  web: `url urls website websites webpage page pages html crawl scrape scraping fetch link links http https web browser markdown
    sitemap content site`,
  file: `file files path paths directory directories folder folders filesystem disk local filename filepath workspace pdf csv
    excel document output save saved`,
  program: `code script scripts source function module command commands shell bash terminal python javascript sql query
    expression statement snippet program executable binary cli eval macro notebook kernel`,
  repository: `commit commits branch branches merge pull push diff patch tag tags release releases git pr repo repository
    workflow workflows pipeline pipelines build builds job jobs run runs`,
  media: `image images video videos audio music voice speech photo photos picture song sound animation model models scene shape
    layer slide slides frame presentation chart diagram canvas design font avatar`,
  device: `device devices phone screen tap light lights thermostat robot camera sensor printer lock android ios simulator
    emulator switch motor speaker tv car vehicle arm joint keyboard mouse click key press`,
  browser: `browser tab tabs page element selector click navigate playwright puppeteer selenium cookie cookies window dom form
    screenshot viewport iframe`,
  session: `session sessions context current active temporary cursor selection mode view thinking thought thoughts memory
    connection default workspace state local step focus breakpoint`,
  live: `live production prod deploy deployed publish published release public customers all everyone immediately real`,
  trial: `sandbox sandboxed testnet test demo draft preview dry simulate simulation simulated mock paper local dev development
    staging isolated mockup example fake`,
  many: `all entire bulk batch multiple every everything many whole full list array ids recursive recursively cascade`,
  lasting: `permanently permanent irreversible irreversibly undone cannot forever destructive destroy wipe caution warning
    dangerous danger careful confirm confirmation`,
  suite: `hubspot salesforce attio pipedrive notion confluence jira linear asana trello todoist clickup monday airtable slack
    discord telegram whatsapp gmail outlook onenote onedrive sharepoint teams obsidian logseq evernote strava fitbit garmin
    oura whoop xero quickbooks stripe zendesk intercom freshdesk freshservice shopify woocommerce mailchimp klaviyo sendgrid
    dropbox box basecamp coda zoho dynamics servicenow workday bamboohr greenhouse calendly zoom gong fireflies otter ynab
    plaid lunchmoney toggl harvest quip roam anytype joplin apple imessage signal line wechat feishu lark dingtalk kintone
    backlog redmine mantis gitlab bitbucket azure sap netsuite odoo front helpscout lemonsqueezy paypal square`,
  reference: `youtube wikipedia wikidata arxiv pubmed semantic scholar openalex crossref github npm pypi stackoverflow
    hackernews reddit twitter google brave bing duckduckgo tavily exa perplexity coingecko coinmarketcap alphavantage yahoo
    finnhub polygon fred worldbank nasa noaa openweather openweathermap steam spotify imdb tmdb pokemon aws azure mdn context7
    huggingface kaggle census usgs epa fda nih clinicaltrials uniprot chembl`,
} as const;

export type Topic = keyof typeof lists;

/** Whether a word is the name of a topic. */
export const isTopic = (word: string): word is Topic => Object.hasOwn(lists, word);

/** What each topic is called after "words about". */
export const topics: Readonly<Record<Topic, string>> = {
  money: 'money',
  trade: 'trading',
  chain: 'blockchains',
  advertising: 'advertising',
  shop: 'shopping',
  secret: 'secrets',
  access: 'access',
  person: 'people',
  message: 'messages',
  record: 'records',
  health: 'health',
  ledger: 'accounts',
  security: 'security',
  log: 'logs',
  machine: 'machines and networks',
  holder: 'what holds other things',
  description: 'descriptions of data',
  open: 'public information',
  computing: 'computing',
  web: 'the web',
  file: 'files',
  program: 'programs',
  repository: 'repositories',
  media: 'media',
  device: 'devices',
  browser: 'browsers',
  session: 'sessions',
  live: 'live systems',
  trial: 'trials',
  many: 'many things at once',
  lasting: 'lasting effects',
  suite: 'business services',
  reference: 'public sources',
};

const naming = Object.entries(lists).flatMap(([topic, list]) =>
  [...new Set(list.split(/\s+/))].map((word) => ({ word, topic: topic as Topic })),
);
const known = new WordMap(
  [...Map.groupBy(naming, ({ word }) => word)].map(
    ([word, all]) => [word, all.map(({ topic }) => topic)] as const,
  ),
);

/** The topics of some words, each once, in the order in which they turn up: after those of what stands before the words. */
export function topicsOf(words: readonly string[], before: readonly Topic[] = []): Topic[] {
  const found = [...before];
  for (const word of words) {
    const topics = known.get(word);
    if (topics === undefined) continue;
    for (const topic of topics) if (!found.includes(topic)) found.push(topic);
  }
  return found;
}
