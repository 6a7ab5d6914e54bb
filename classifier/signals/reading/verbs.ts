/** What a verb says a call does. The rubric asks about these, not about single words. */
export type Act =
  | 'look'
  | 'fetch'
  | 'compose'
  | 'keep'
  | 'mark'
  | 'send'
  | 'publish'
  | 'grant'
  | 'delete'
  | 'remove'
  | 'revert'
  | 'run'
  | 'start'
  | 'stop'
  | 'cancel'
  | 'operate'
  | 'pay'
  | 'transfer'
  | 'sign';

/** English verbs by what they say, in the base form. Inflected forms are made in lexicon.ts. */
export const verbs: Readonly<Record<Act, string>> = {
  look: `get list search find read retrieve query describe show view check count analyze analyse inspect explain
    compare validate verify calculate compute convert parse extract summarize summarise translate format lint detect
    estimate diff browse explore discover resolve identify determine monitor watch measure predict recommend suggest
    review audit preview encode decode hash display tail peek scrape ping trace whois geocode access obtain return
    provide demonstrate gather filter sort aggregate rank match score classify interpret think echo lookup grep
    simulate ask answer assess evaluate look help locate benchmark observe await wait tokenize
    acquire examine encrypt decrypt rephrase trim standardize disassemble collect roll load vacuum optimize enumerate investigate screenshot snapshot visualize deduplicate recall consult plot chart
    forecast cite decompile unpack diagnose poll crawl status recognize proofread
    interpolate normalize sample reverse browse greet introspect correlate research learn quote demonstrate
    solve derive infer reason dereference track fetch pick choose output print
    tell multiply divide subtract cross-reference surface expose reveal`,
  fetch: 'download export capture',
  compose:
    'generate render design draft compose transform prepare process produce enhance rewrite regenerate',
  keep: `create add update set edit modify change write save store insert append put patch rename move copy duplicate
    import ingest index upload assign unassign attach detach merge commit push pull checkout init initialize initialise
    record replace apply configure register restore schedule remember link unlink connect disconnect draw annotate
    unarchive archive increment unstage stage upsert adjust alter extend define reorder resize
    crop compress setup bookmark clone fork populate seed provision allocate associate
    disassociate enrich migrate customize persist submit overwrite make bind unbind scaffold
    split combine concatenate reschedule reassign refactor introduce bump mount unmount paste undo redo
    enroll memorize new transition promote demote customise group ungroup rotate
    mutate join leave enter exit note duplicate hide unhide select switch implement fix correct reprioritize deactivate request enforce protect unprotect expire integrate inject unmerge rebalance wrap unwrap renew book
    reserve increase decrease place finalize finalise manage handle administer claim emulate
    backup rebase reactivate login logout authenticate log report mutate`,
  mark: `mark tag label untag unlabel flag unflag pin unpin star unstar follow unfollow like unlike vote upvote
    downvote rate mute unmute react acknowledge dismiss complete close reopen favorite favourite snooze subscribe
    unsubscribe enable disable toggle lock unlock block unblock approve reject accept decline focus highlight
    uncheck confirm respond rsvp unresolve unconfirm zoom`,
  send: 'send email mail message notify post comment reply forward sms tweet dm invite broadcast alert announce remind resend',
  publish: 'publish share release unpublish',
  grant: 'grant authorize authorise permit impersonate allow deny',
  delete:
    'delete drop purge destroy erase wipe truncate uninstall revoke terminate expunge dispose burn obliterate nuke empty deregister unregister',
  remove: 'remove clean clear flush prune discard trash evict forget cleanup kick ban detag decommission',
  revert: 'reset revert rollback recreate',
  run: 'run execute exec eval invoke call dispatch shell bash powershell repl',
  start: `start restart launch trigger deploy build install compile reboot resume rerun retry scale spawn boot redeploy
    relaunch train refresh sync synchronize synchronise initiate reindex rebuild scan fuzz attack exploit
    orchestrate automate bootstrap enqueue replay wake activate debug queue prompt handoff continue
    upgrade hibernate synthesize reload step finetune transcode heal delegate continue
    remediate animate upscale inpaint outpaint recycle reparse reconnect reprocess unpause transcribe repair reinstall`,
  stop: 'stop pause kill shutdown abort halt suspend interrupt quit end skip detonate drain cordon uncordon failover',
  cancel: 'cancel',
  operate: `click press tap swipe scroll drag navigate type hover goto turn play maximize minimize fill go open
    dim fly dig`,
  pay: `pay purchase buy sell swap trade stake unstake borrow lend repay mint redeem refund charge bet zap bid
    leverage liquidate withdraw deposit bridge donate repurchase wager fund buyback
    reinvest undelegate redelegate recharge topup payout remit disburse invest`,
  transfer: 'transfer wire',
  sign: 'sign submit_transaction rekey',
};

/** Words that are nouns as often as verbs: in a name they count only where a verb stands, at its start or alone. */
export const nounish: ReadonlySet<string> = new Set(
  `access alert answer archive audit back ban batch benchmark bid bet block bookmark branch bridge broadcast browse build
  bump call cache capture change charge chart check checkout clone close comment commit control copy count crawl debug
  deposit design diff display dm draft drag draw drive drop email empty end exploit export extract fetch file filter
  fix flag focus forecast fork format forward fund group hash help import index invite issue label launch like link list
  load lock log look lookup mail map mark match merge message mint monitor mount move mute new note open order output
  patch pause payout permit pick pin ping place plan play plot poll post preview print process profile prompt pull push
  put quote rank rate react read record refund refresh release remark reminder reply report request research reset
  restore return review rollback run sample scale scan schedule score screenshot search select set setup
  share show sign skip sms snapshot sort split spawn stage stake star start status step stop store supply surface
  swap switch sync tag tail tap test tip toggle trace track trade transfer transform trash tweet type update upgrade
  upload view vote wager wait wake watch whois wire query result visit alternative complete active clear open
  lend borrow claim join exit leave prepare correct think teach make allow deny lint learn reason reflect go tell give
  turn fill zoom cross fund research status document undo redo scaffold trigger leverage provision shell bash powershell repl process queue load book reserve wrap clean place manage handle backup report log invoice zap`
    .split(/\s+/)
    .filter((word) => word !== ''),
);
