/** Every address of the site. Nothing else writes one. */
export const paths = {
  home: '/',
  servers: '/servers/',
  server: (server: string) => `/servers/${server}/`,
  tool: (server: string, tool: string) => `/servers/${server}/${tool}/`,
  /** The parameters that several tools of a server have alike. */
  sharedParameters: (server: string) => `/servers/${server}/#parameters`,
  tools: '/tools/',
  attacks: '/attacks/',
  attacksOfGroup: (group: string) => `/attacks/groups/${group}/`,
  attack: (attack: string) => `/attacks/${attack}/`,
  /** The pattern and every tool that is open to it. */
  attackData: (attack: string) => `/api/v1/attacks/${attack}.json`,
  /** Every format a policy can be had in, and what it can do. */
  formats: '/formats/',
  format: (format: string) => `/formats/${format}/`,
  /** A server's policy in every format. */
  policies: (server: string) => `/policies/${server}/`,
  /** All of them printed on one page, for readers without scripts. */
  allPolicies: (server: string, format: string) => `/policies/${server}/all/#${format}`,
  /** The policies themselves, for programs. */
  policiesData: (server: string) => `/api/v1/policies/${server}.json`,
  risks: '/risk/',
  risk: (risk: string) => `/risk/${risk.toLowerCase()}/`,
  riskAndCategory: (risk: string, category: string) =>
    `/risk/${risk.toLowerCase()}/${category.toLowerCase()}/`,
  categories: '/categories/',
  category: (category: string) => `/categories/${category.toLowerCase()}/`,
  /** Where these lists stood once. The pages there lead on. */
  formerRisk: (risk: string) => `/tools/risk/${risk.toLowerCase()}/`,
  formerCategory: (category: string) => `/tools/category/${category.toLowerCase()}/`,
  signals: '/signals/',
  signal: (signal: string) => `/signals/${signal.replace(':', '-')}/`,
  changes: '/changes/',
  contradictions: '/contradictions/',
  contradictionsOf: (direction: string) => `/contradictions/${direction}/`,
  /** The servers in an order, all or those of one filter. Below /servers/ every segment is a server. */
  serverList: (order: string, filter: string | null) =>
    filter === null
      ? order === 'name'
        ? '/servers/'
        : `/server-list/${order}/`
      : `/server-list/${order}/${filter}/`,
  /** The folder of the lists that stand not at /servers/ itself. */
  serverLists: '/server-list/',
  compare: '/compare/',
  compareWith: (server: string) => `/compare/?a=${server}`,
  /** What the comparison offers to choose from, and what it shows of one server. */
  comparable: '/compare/servers.json',
  serverCard: (server: string) => `/compare/servers/${server}.json`,
  /** A further page of a list, by the id of the entry it begins with. The first page has the list’s own address. */
  listPage: (list: string, from: string) =>
    `${list === '/servers/' ? '/server-list/name/' : list}from/${from}/`,
  /** Where it stood when pages had numbers, from 2. */
  formerPage: (list: string, number: number) => `${list}${number}/`,
  /** The servers that have a key, by the first two hexadecimal digits of its SHA-256. */
  lookup: (shard: string) => `/api/v1/lookup/${shard}.json`,
  /** What several servers can do together. */
  stack: '/stack/',
  /** The same page with these servers in it: their slugs stand where no request carries them. */
  stackOf: (servers: readonly string[]) => `/stack/#servers=${servers.join(',')}`,
  /** What the definitions of each server cost in tokens. */
  tokens: '/tokens/',
  method: '/method/',
  /** How to report a mistake. */
  mistakes: '/method/#mistakes',
  /** The page of results, and where the search in the browser begins. */
  search: '/search/',
  searchIndex: '/search/index.json',
  /** The files behind it: one of 2 to the power of `bits` shards of a set. */
  searchShards: '/search/shards/',
  searchShard: (set: string, bits: number, shard: number) =>
    `/search/shards/${set}/${bits}/${shard % 256}/${shard}.json`,
  /** The guard, as one file. */
  guard: '/guard/placard-guard.mjs',
  data: '/data/',
  catalogueIndex: '/data/catalogue/index.json',
  catalogueFile: (name: string) => `/data/catalogue/${name}`,
  /** The catalogue as tables, and the SHA-256 of every file of the data set. */
  sqlite: '/data/placard.sqlite',
  parquet: (table: string) => `/data/parquet/${table}.parquet`,
  checksums: '/data/SHA256SUMS',
  /** What a reader must know before using the data. */
  dataCard: '/data/card/',
  schema: (name: string) => `/data/schema/${name}.json`,
  about: '/about/',
  /** How to run a private catalogue. */
  selfHosting: '/self-hosting/',
  /** How to correct an entry by pull request. */
  corrections: '/about/#correct',
  /** How to reach the people behind the site. */
  contact: '/about/#contact',
  /** The API for people, and described for programs. */
  api: '/api/',
  openApi: '/api/v1/openapi.json',
  /** The JSON twin of a page that has one. */
  json: (page: string) => `/api/v1${page === '/' ? '/index' : page.slice(0, -1)}.json`,
  /** A registry in the shape of the official one: pages of its list, and the versions of each server. */
  registryPage: (page: number) =>
    page === 1 ? '/v0.1/servers/index.json' : `/v0.1/pages/${page}/index.json`,
  registryVersions: (name: string) => `/v0.1/servers/${name}/versions/index.json`,
  registryVersion: (name: string, version: string) => `/v0.1/servers/${name}/versions/${version}/index.json`,
  /** What changed, for feed readers: in all, at one level, in one server. `kind` is the format: Atom or JSON Feed. */
  feed: (kind: 'xml' | 'json') => `/feeds/changes.${kind}`,
  riskFeed: (risk: string, kind: 'xml' | 'json') => `/feeds/risk/${risk.toLowerCase()}.${kind}`,
  serverFeed: (server: string, kind: 'xml' | 'json') => `/feeds/servers/${server}.${kind}`,
  /** A picture for READMEs elsewhere, or what shields.io draws one from. */
  serverBadge: (server: string, kind: 'svg' | 'json') => `/badges/${server}.${kind}`,
  toolBadge: (server: string, tool: string, kind: 'svg' | 'json') => `/badges/${server}/${tool}.${kind}`,
  /** The Markdown twin of a page. */
  markdown: (page: string) => `${page}index.md`,
  /** The picture that stands for a page where it is linked elsewhere. */
  preview: (name: string) => `/previews/${name}.png`,
  openSearch: '/opensearch.xml',
  sitemap: '/sitemap-index.xml',
  sitemapPart: (part: number) => `/sitemap-${part}.xml`,
} as const;
