/** Where files lie, relative to the repository or to another home of a catalogue. Nothing else names them. */
export const locations = {
  /** What the bundled crawl starts. */
  servers: 'data/servers.json',
  /** What the site says of itself: its name, address and colours. */
  siteIdentity: 'data/site.json',
  /** The published data set. */
  catalogue: 'data/catalogue',
  /** The embedded judge's weights and their model card. */
  model: 'data/model',
  /** Sentences written to learn from which texts steer an agent, one file a family. */
  steering: 'data/steering',
  /** What people say tools are, without the tools' texts. */
  labels: 'data/gold/labels.jsonl',
  /** What two passes say of tools of our own crawl, whose texts the catalogue holds. */
  crawlLabels: 'data/gold/crawl.jsonl',
  /** What two passes say of the single actions of tools, without the tools' texts. */
  actionLabels: 'data/gold/actions.jsonl',
  /** What measuring the judges gave, for the method page. */
  measurements: 'data/measurements.json',
  /** What people have corrected, one file a server. */
  overrides: 'data/overrides',
  /** What tools are abused for, one file a pattern. */
  attacks: 'data/attacks',
  /** Generated JSON Schemas. */
  schemas: 'data/schema',
  /** Working state, caches and installed packages: never committed, safe to delete. */
  state: '.placard',
  store: '.placard/store.db',
  packages: '.placard/packages',
  /** Clients of others that test:clients installs and starts. */
  clients: '.placard/clients',
  /** Programs of others that test:peers installs and lets loose on the MCP server. */
  peers: '.placard/peers',
  /** The package of the command, as npm pack packs it. */
  package: '.placard/package',
  /** The guard as one file, and the package made of it. */
  guard: '.placard/guard',
  /** What is installed only to measure pages with. */
  lighthouse: '.placard/lighthouse',
  /** What the search is measured against, and the indexes made for it. */
  searchPeers: '.placard/bench',
  site: 'dist',
} as const;
