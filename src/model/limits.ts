/** Every bound on what comes from outside, in one place. Reasons: what real servers need, times ten. */
export const limits = {
  /** Tools of one server. The largest seen lists 401. */
  tools: 10_000,
  /** Tools of one server that nobody has to look at twice. Of the servers crawled, one in ten lists more. */
  reviewTools: 150,
  /** Pages of one tools/list walk. Every server seen sends one. */
  toolPages: 100,
  /** Bytes a server may write on stdout in one visit. The largest listing seen is 0.9 MB. */
  outputBytes: 16 * 1024 * 1024,
  /** Bytes of stderr kept to explain a failure; the rest is dropped. */
  errorBytes: 8 * 1024,
  /** Bytes of one tool definition as canonical JSON. The largest seen is 60 kB. */
  definitionBytes: 256 * 1024,
  /** Nesting of one tool definition. */
  definitionDepth: 64,
  /** Length of a tool name in characters; the protocol says 128. */
  toolName: 256,
  /** Milliseconds from start to the end of the listing. */
  visitMilliseconds: 30_000,
  /** Milliseconds that a started server may leave `server/discover` unanswered before it counts as an earlier one. */
  probeMilliseconds: 10_000,
  /** Remote hosts visited at the same time; each by one request at a time. */
  hostsAtOnce: 64,
  /** Milliseconds between the end of one request to a remote host and the start of the next. */
  hostGapMilliseconds: 600,
  /** Milliseconds to connect to a remote host. */
  connectMilliseconds: 5_000,
  /** Milliseconds for one request to a remote server, until the end of its answer. */
  remoteMilliseconds: 10_000,
  /** Times a request to a remote server is repeated after status 429 or 5xx. */
  remoteRetries: 2,
  /** Milliseconds a remote server that has answered is left alone. */
  remoteRestMilliseconds: 20 * 60 * 60_000,
  /** The longest time, in milliseconds, that it is left alone because it says that its list keeps. */
  remoteRestLongest: 30 * 24 * 60 * 60_000,
  /**
   * Bytes of heap and data one server process may hold, what V8 sets aside for each thread included.
   * The largest seen uses 312 MB; one that writes its log from a second thread does not start under 3 GiB.
   */
  memoryBytes: 3 * 1024 * 1024 * 1024,
  /** Seconds of processor time one server process may use. */
  processorSeconds: 60,
  /** Bytes a server may keep in its temporary home, and again in its /tmp. Both are memory. */
  scratchBytes: 64 * 1024 * 1024,
  /** Files one server process may hold open. */
  openFiles: 1024,
  /** Processes and threads inside one sandbox. Node itself needs about a dozen. */
  processes: 512,
  /** Characters kept of what a server says about itself. The longest instructions seen have 9,000. */
  serverText: 64 * 1024,
  /** Milliseconds for one package to install. The slowest seen takes 144 seconds. */
  installMilliseconds: 300_000,
  /** Servers visited at the same time. */
  visitsAtOnce: 2,
  /** Pages of one registry walk. A full walk took 837 pages in August 2026. */
  registryPages: 5_000,
  /** Servers on one registry page. We ask for 100. */
  registryPageEntries: 1_000,
  /** Arguments, and again variables, of one way to launch a package. The most seen are 8. */
  launchWords: 100,
  /** Characters of one name, value or hint in it. The longest seen has 139. */
  launchCharacters: 2_000,
  /** Milliseconds by which a walk of changes reaches back behind the last one, because clocks differ. */
  updateOverlapMilliseconds: 60 * 60_000,
  /** Milliseconds before a failed request is tried again; twice as long each further time. */
  retryMilliseconds: 1_000,
  /** Bytes of one registry response. */
  responseBytes: 8 * 1024 * 1024,
  /** Bytes of a whole catalogue in one file or archive, and again of what is in the archive. */
  archiveBytes: 256 * 1024 * 1024,
  /** Files of one archive or folder that are read. The largest catalogue seen has 4,908. */
  archiveFiles: 50_000,
  /** Milliseconds to wait for one registry response. */
  responseMilliseconds: 20_000,
  /** Attempts at one registry page before the walk stops and keeps its place. */
  attempts: 4,
  /** Entries in a row whose detail may fail before the walk stops. */
  detailFailures: 5,
  /** The longest wait, in milliseconds, that a registry may ask for inside one run. */
  waitMilliseconds: 60_000,
  /** Tools of one question to a model. More cost fewer requests but longer answers, which break off more often. */
  judgeTools: 16,
  /** Characters of all tools of one question; about 6,000 tokens. */
  judgeCharacters: 24_000,
  /** Characters of one text of a definition that a model is shown; one description in 700 is longer. */
  judgeText: 4_000,
  /** Milliseconds to wait for one answer of a model, the client's own retries included. */
  judgeMilliseconds: 60_000,
  /** Bytes of one answer of a model. An answer on 16 tools has about 6 kB; thinking that is sent along may take 1 MB. */
  judgeAnswerBytes: 4 * 1024 * 1024,
  /** Ratings that one assessment keeps at hand for definitions that come again. */
  rememberedVerdicts: 30_000,
  /** Texts, a power of two, of which one step of reading keeps at hand what it found, and the longest such text in characters. */
  rememberedTexts: 2 ** 14,
  rememberedText: 1_000,
  /** UTF-8 bytes of a question to one token (classifier/judges/openai/usage.ts says what was measured). */
  judgeTokenBytes: 3.6,
  /** Tokens of the answer on one tool, before any answer has shown more. Two quotes and a sentence have 94. */
  judgeAnswerTokens: 150,
  /** Times the client repeats a request that broke off or met a server error. */
  judgeRetries: 4,
  /** Questions to a model at the same time. */
  judgeRequests: 4,
  /** The longest wait, in milliseconds, that a model's endpoint may ask for inside one run. */
  judgeWaitMilliseconds: 15 * 60_000,
  /** Times one question may be turned away as too early before the run ends. */
  judgeRefusals: 8,
  /** Questions in a row that an endpoint may leave unanswered before the run ends. */
  judgeFailures: 10,
  /** Characters from which on a key is looked for in answers: keys that count are longer, and short ones are mere words. */
  secretCharacters: 16,
  /** Questions of one batch. The endpoints' own bound is 50,000. */
  batchQuestions: 5_000,
  /** Bytes of the file a batch is sent as. The endpoints' own bound is 200 MB. */
  batchBytes: 64 * 1024 * 1024,
  /** Bytes of a file a batch comes back as. */
  batchFileBytes: 256 * 1024 * 1024,
  /** Milliseconds for one such file to come or go. */
  batchFileMilliseconds: 15 * 60_000,
  /** Milliseconds between the first two looks at how far a batch is. Half of them take minutes, some a day. */
  batchPollMilliseconds: 2_000,
  /** The longest time, in milliseconds, between two such looks. */
  batchPollLongest: 5 * 60_000,
  /** The longest time, in milliseconds, that a run waits for a batch. Endpoints promise 24 hours. */
  batchMilliseconds: 26 * 60 * 60_000,
  /** Batches of an account that are looked through for one whose id was not saved before a kill. */
  batchesListed: 100,
  /** Characters of a model's reasons that are kept, and of a person's. */
  rationale: 600,
  /** Characters of what a model says in English for a description in another language. */
  gloss: 240,
  /** From 0 to 1: a verdict whose confidence is lower is marked for review. */
  reviewConfidence: 0.7,
  /** Actions of one tool that get a verdict of their own. The most seen are 27. */
  actions: 40,
  /** Characters of the words that a definition has for one action. */
  actionCharacters: 240,
  /** Characters of one text of an attack pattern. */
  attackText: 800,
  /** Attacks that a tool page names. */
  attacksOfTool: 5,
  /** Tools that the page of an attack lists; all of them are in its JSON. */
  attackRows: 40,
  /** Bytes of one line of `assess` input. */
  lineBytes: 4 * 1024 * 1024,
  /** Characters of one regular expression in a policy. */
  patternCharacters: 1_000,
  /** Characters of a policy file that is checked. The settings of a client have a few thousand. */
  policyCharacters: 1_000_000,
  /** Values in it. One over 400 tools has about 2,000. */
  policyEntries: 10_000,
  /** Nesting of a policy file that is checked. */
  policyDepth: 64,
  /** Conditions on the arguments of one tool. A tool that would need more is denied instead. */
  toolConstraints: 50,
  /** Threads that make the site. Each holds the catalogue’s index, so that more would cost memory. */
  buildThreads: 4,
  /** Addresses of one sitemap; the protocol says 50,000. */
  sitemapAddresses: 50_000,
  /** Parameters of one tool that are read. The largest schema seen flattens to fewer. */
  parameterRows: 150,
  /** Rows of one parameter table. One tool in fifty has more, and nobody reads a table of a hundred. */
  shownParameters: 30,
  /** Parameters that the page of a server describes for all tools that have them. */
  sharedParameters: 100,
  /** Levels of nesting a parameter table follows. */
  parameterDepth: 6,
  /** Schemas one parameter table visits before it stops, because references can repeat without end. */
  parameterSteps: 2_000,
  /** Levels of nesting one parameter type spells out. */
  typeDepth: 2,
  /** Variants of one schema (anyOf, oneOf, allOf) that are read. */
  schemaVariants: 12,
  /** Values of one enumeration that are shown. */
  enumValues: 24,
  /** Tools that are looked at as similar to one. A page shows fewer, chosen from these. */
  similarTools: 60,
  /** Tools of a word that are looked at for likeness: where more have it, those whose servers come next. */
  similarCandidates: 1_000,
  /** Words of a tool's name by which similar ones are looked for. Longer names are sentences. */
  similarWords: 10,
  /** Characters of a quote from a definition that are shown before it is folded. */
  quoteCharacters: 240,
  /** Characters of one parameter description that are shown. */
  parameterCharacters: 600,
  /** Characters of a description that stand in the head of a page; the rest is behind a fold. */
  leadCharacters: 280,
  /** Characters of one tool description that are shown. The longest seen has 13,086. */
  descriptionCharacters: 4_000,
  /** Bytes of what a client tells the guard's hook about one call. */
  hookBytes: 8 * 1024 * 1024,
  /** Milliseconds the hook waits for it. Clients stop a hook that takes too long and make the call. */
  hookMilliseconds: 4_000,
  /** Bytes of one policy that the guard reads. The largest of the catalogue has fewer than 1 MB. */
  policyBytes: 16 * 1024 * 1024,
  /** Milliseconds after which the guard's proxy lists the tools again before it lets a call through. */
  guardDefinitionsKept: 60_000,
  /** Milliseconds for one page of that list. */
  guardListMilliseconds: 30_000,
  /** Milliseconds that a person has to answer a question of the guard. */
  guardAnswerMilliseconds: 10 * 60_000,
  /** Calls of one connection that wait for an answer of a person, or of the client, at the same time. */
  guardOpenCalls: 1_000,
  /** Sessions that the guard's proxy keeps open at the same time. */
  guardSessions: 256,
  /** Milliseconds that a session may stay unused before it is closed. */
  guardSessionIdle: 60 * 60_000,
  /** Bytes of one message to or from the guard's proxy. */
  guardMessageBytes: 8 * 1024 * 1024,
  /** Characters of one argument in the audit log. */
  auditCharacters: 500,
  /** Earlier definitions of one tool that are published. The store keeps all. */
  pastDefinitions: 10,
  /** Characters of a client's configuration that is read. One that keeps its history there too may have several million. */
  configurationCharacters: 16_000_000,
  /** Servers of one configuration. The most seen are 40. */
  configuredServers: 500,
  /** Characters of one line of a list of servers. */
  listedCharacters: 2_000,
  /** Servers under one key of the look-up. A name that more of them have tells none apart. */
  lookupServers: 20,
  /** Bytes of the catalogue that travels with the package of the command. */
  packageCatalogueBytes: 64 * 1024 * 1024,
  /** Bytes of one message to the MCP server. The longest question has fewer than 20,000. */
  mcpMessageBytes: 256 * 1024,
  /** Bytes of one file of a catalogue at an address. A file of 170 servers of the data set has about 10 MB. */
  catalogueFileBytes: 64 * 1024 * 1024,
  /** Milliseconds for one of them. */
  catalogueMilliseconds: 30_000,
  /** Pages of the list of changes that one question reads. */
  changePages: 20,
  /** Requests a second that all workers of a cluster together make to one endpoint of a model. */
  judgeRequestsPerSecond: 20,
  /** Milliseconds between two looks of a worker into an empty queue. */
  workerPollMilliseconds: 1_000,
  /** Milliseconds that the jobs of a worker may still take when it is told to stop. */
  workerGraceMilliseconds: 45_000,
  /** Connections of one process to the database of a cluster. */
  databaseConnections: 8,
  /** Milliseconds that a connection to it may take to be made. */
  databaseConnectMilliseconds: 10_000,
  /** Milliseconds after which a statement without an answer is one on a connection that was cut off. Those of a store take a few. */
  databaseAnswerMilliseconds: 60_000,
  /** Milliseconds for which a run waits for a database that went away. */
  databaseMilliseconds: 10 * 60_000,
  /** The same for who only wants to look. */
  databaseGlanceMilliseconds: 5_000,
  /** Servers on one page of the registry that a site publishes. Most hosts cannot tell cursors apart, so that one page should do. */
  registryRows: 1_000,
  /** Entries of one feed, the newest. */
  feedEntries: 100,
  /** Of these, changes that a tool’s page shows, and differences of one change. */
  shownChanges: 4,
  shownDifferences: 12,
  /** Rows of a list of which the first are shown. */
  listRows: 100,
  /** Rows of one page of a list that goes on: at least, and at most. */
  pageRowsLeast: 55,
  pageRows: 150,
  /** Quotes of one row of a list. A tool’s own page has all of them. */
  rowQuotes: 3,
  /** Characters of one such quote. */
  rowQuoteCharacters: 200,
} as const;

/** The bounds as a value, so that tests can be quick. */
export type Limits = Readonly<Record<keyof typeof limits, number>>;
