import { anyOf } from '../../signals/reading/words.ts';

/** What a verb is done to, as the rules tell things apart. Each list is matched against the words after a verb. */
export const objects = {
  /** Gone with the session; clearing it is tidying up. */
  ephemeral: anyOf(
    `sessions?, browser, tabs?, windows?, contexts?, console, selection, clipboard, buffer, breakpoints?,
    terminal, connection, screen, form, overlay, overlays, highlights?, viewport, page, state of the conversation,
    conversation history, chat history, watch, filters?`,
  ),
  /** Memberships: leaving a group or list leaves the thing itself. */
  attached: anyOf(
    `members?, watchers?, followers?, assignees?, reviewers?, participants?, collaborators?, attendees?, approval, sub-issue, sub issue,
    membership, users? from, user from, team from, team members?, contacts? from, users, from (?:a|an|the|your|their|its)? ?(?:\\w+ )?(?:group|playlist|team|favorites|watchlist|cart|board|collection|album|blacklist|whitelist|channel|stage|staging area|portfolio|organization|project),
    from list, from person or list, backgrounds?, watermark, duplicates, noise, blacklist, whitelist, taints?, background from`,
  ),
  /** What runs and is stopped. */
  job: anyOf(
    `jobs?, runs?, tasks?, process(?:es)?, pipelines?, builds?, workflows?, executions?, crawls?, crawl, scans?, quer(?:y|ies),
    operations?, searches, search, batch(?:es)?, downloads?, uploads?, containers?, instances?, deployments?, agents?,
    timers?, recordings?, dags?, command, commands, simulations?, requests?, sync`,
  ),
  /** Looking hard is still looking. */
  diagnostic: anyOf(
    `health checks?, healthcheck, health, diagnostics?, analysis, analyses, audit, audits, reports?, search(?:es)?, lookups?,
    checks?, lint, linter, validation, statistics, statistical, comparison, inspection, status, benchmark,
    calculations?, evaluation, explain, assessment, review, similarity, semantic search, web search, web searches, find,
    advanced search, vector search, analytics, panel quer(?:y|ies), dry run, simulation, reverse geocoding, geocoding,
    read-only, readonly, forecast, aggregation, aggregations, query builder, insights?, funnels?, retention, prediction, research,
    regression, correlation, test of, netscan, traceroute, nmap, whois, reasoning, thinking`,
  ),
  /** One's own settings of what one is told about. */
  own: anyOf(
    'notification subscriptions?, notifications?, notification settings?, subscription settings?, watching',
  ),
  /** Small and cheap to make again. */
  small: anyOf(
    `tasks?, todos?, comments?, notes?, events?, values?, states?, memos?, reviews?, blocks?, contacts?, retweets?, sitemaps?, subscriptions?, references?, cross-references?, history, conversations, proxy, from set, reminders?, drafts?, messages?, tags?, labels?, bookmarks?, prompts?,
    templates?, filters?, items?, cells?, rows?, elements?, shapes?, slides?, frames?, layers?, actors?,
    repl(?:y|ies), reactions?, cards?, checklists?, views?, entr(?:y|ies), observations?, relations?, cache, caches, remotes?, (?:notification|subscription) settings?,
    annotations?, preferences?, memory, memories, fields?, subtasks?, links?, favorites?, columns?, lists?,
    playlists?, time entr(?:y|ies), alerts?, attachments?, highlights?, widgets?, sheets?, worksheets?, tabs?,
    sessions?, tweets?, categor(?:y|ies), group, groups, index, breakpoints?, overlays?, snippets?,
    thing, actors?, todo lists?, calendar, calendars, activity, activities, cookies?, queued, assignments?, labels, annotations`,
  ),
  /** A whole container of other things, or something that others stand on. */
  container: anyOf(
    `databases?, accounts?, workspaces?, organi[sz]ations?, clusters?, namespaces?, buckets?, vms?, virtual machines?,
    instances?, servers?, repositor(?:y|ies), repos?, tables?, collections?, environments?, vmss, scale sets?, stacks?, volumes?, disks?,
    pods?, deployments?, helm, release, k8s, kubernetes, tenants?, sites?, websites?, stores?, schemas?, backups?, droplets?,
    kubectl, policy set, knowledge base, medical, patients?, legal, resource groups?, storage account, all data, everything, branch(?:es)?,
    data lake, warehouse, graph, entire, spaces?`,
  ),
  /** What is put on and taken off with one touch. */
  touch: anyOf('tags?, categor(?:y|ies), reactions?, likes?, favou?rites?, bookmarks?'),
  /** Folders: making one changes no file. */
  folder: anyOf('director(?:y|ies), folders?'),
  /** Code, configuration and files, where a change runs later. */
  code: anyOf(
    `files?, code, scripts?, config, configs, configuration, source, modules?, director(?:y|ies), folders?, components?,
    functions?, workflow, workflows, makefile, dockerfile, type definitions?, commit, commits, branch, pull request, diff`,
  ),
  /** What runs later, or decides how. */
  programs: anyOf(
    `scripts?, inline scripts?, hooks?, git hooks?, function (?:code|config|configuration), environment variables?, env, custom code, blueprints?,
    worker scripts?, settings? values?, feature flags?, stream routes?, services?`,
  ),
  /** Live systems. */
  live: anyOf(
    `instances?, servers?, clusters?, dns, domains?, vms?, virtual machines?, droplets?, load balancers?, firewalls?, firewall,
    security groups?, deployments?, production, network, vpc, subnets?, kubernetes, pods?, nodes?, nodegroups?, certificates?,
    infrastructure, dynos?, app, apps, database, databases, service, services, stack, stacks, maintenance, gateway`,
  ),
  /** What runs for a while, cheap to start and easy to stop. */
  light: anyOf(
    `apps?, browser, simulator, emulator, sessions?, timers?, time tracking, games?, recordings?, videos?, images?, audio,
    speech, music, songs?, voices?, sounds?, debugg\\w+, gdb, program, search, crawls?, crawl, sync, refresh, cache, index, build, test,
    tests, xcode, monitors?, playback, stream, watch, background, dev server, simulation, model, meeting, call, conversation, chat,
    prompt, quer(?:y|ies), calculation, (?:performance )?(?:traces?|profil(?:e|er|ing)), config checks, backtest, screenshot, tour, animation, transcript\\w*, transcription, battle, planning, wizard, workflow session, task`,
  ),
  /** Payments that need somebody's next step, or only bind. */
  indirect: anyOf(
    `auto[- ]?renew\\w*, payment links?, checkout, checkouts, checkout session, leverage, margin, unsigned, cancel, invoice, invoices, ads?,
    adsets?, campaigns?, ad sets?, ad, budget, approval for, referral, approval, message, position mode, order cancellation, trading stop, quote`,
  ),
  /** What opens everything. */
  master: anyOf(
    'private keys?, seed phrases?, mnemonics?, wallet seeds?, seed, wif, keypairs?, recovery phrase',
  ),
} as const;

/** Whether a thing is one of a list: its last words say what it is, so the key of a database is no database. */
export function isOne(list: RegExp, thing: readonly string[]): boolean {
  return [1, 2, 3].some((words) => {
    const end = thing.slice(-words).join(' ');
    return list.exec(end)?.[0] === end;
  });
}

/** Whether the words of an object name a thing of a list, looking at the first `words` words. */
export function isAbout(list: RegExp, object: readonly string[], words = 6): boolean {
  return list.test(object.slice(0, words).join(' '));
}
