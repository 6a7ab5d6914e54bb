import { paths } from '../model/paths.ts';
import { type Decision, Preset } from '../model/policy.ts';
import { formats } from '../policy/formats.ts';
import { claudeCode } from '../policy/formats/claude-code.ts';
import { analyse, type StackAnalysis } from '../stack/analysis.ts';
import { decisions, stackPolicies } from '../stack/policy.ts';
import { toolKey } from '../stack/stack.ts';
import { entryView } from '../view/stack/entry-view.ts';
import { stackReport } from '../view/stack/report.ts';
import { stackView } from '../view/stack/stack-view.ts';
import { count } from '../view/wording.ts';
import { chosenEntry, loaded, type LoadedEntry, named, readEntries } from './stack-entries.ts';
import { offerInput, showFaults } from './stack-input.ts';
import { download } from './stack-policy.ts';
import { showAnalysis, showPolicy, showServers } from './stack-results.ts';

/** All that the page holds. Nothing of it is kept anywhere but the slugs, which stand in the address. */
const state = {
  entries: [] as LoadedEntry[],
  preset: 'balanced' as Preset,
  toggles: new Map<string, Decision>(),
  format: claudeCode,
  withGuard: false,
};

/** The stack as it was last analysed. */
let found: StackAnalysis = analyse([]);

const say = (root: HTMLElement, text: string): void => {
  const status = root.querySelector('[data-stack-status]');
  if (status !== null) status.textContent = text;
};

/** What the policy decides for each tool, by `toolKey`. */
let standing: ReadonlyMap<string, Decision> = new Map();

const decisionOf = (key: string): Decision => standing.get(key) ?? 'deny';

/** The policy again: after a change of preset, format or a single tool. */
function drawPolicy(root: HTMLElement): void {
  const { entries, preset, toggles, format, withGuard } = state;
  const policies = stackPolicies(entries, preset, toggles);
  const decide = decisions(policies);
  standing = new Map(found.tools.map((tool) => [toolKey(tool), decide(tool)]));
  const view = stackView(found, decide);
  showPolicy(root, {
    ...{ policies, view, format, withGuard, toggled: toggles.size, decisionOf },
  });
  const report = (): string => stackReport({ entries: entries.map(entryView), found, view, preset });
  root
    .querySelector('[data-stack-report]')
    ?.replaceChildren(download('stack-report.md', report, 'Save the report'));
}

function decide(root: HTMLElement, keys: readonly string[], decision: Decision): void {
  for (const key of keys) state.toggles.set(key, decision);
  drawPolicy(root);
}

/** Everything again: after a change of the servers. */
function draw(root: HTMLElement): void {
  const { entries } = state;
  const views = entries.map(entryView);
  const members = entries.flatMap(({ alias, server }) => (server === null ? [] : [{ alias, server }]));
  found = analyse(members);
  const view = stackView(found, () => 'allow');
  root.querySelector<HTMLElement>('[data-stack-results]')?.toggleAttribute('hidden', entries.length === 0);
  showServers(root, views, found, {
    choose: (index, slug) => {
      const entry = entries[index];
      if (entry === undefined) return;
      void loaded(entry, slug).then((chosen) => {
        change(root, entries.with(index, chosen));
      });
    },
    remove: (index) => {
      change(root, entries.toSpliced(index, 1));
      const next =
        root.querySelector<HTMLElement>('[data-stack-servers] li button') ?? root.querySelector('textarea');
      next?.focus();
    },
  });
  showAnalysis(root, view, {
    deny: () => {
      decide(root, found.denials.map(toolKey), 'deny');
      root.querySelector<HTMLElement>('#stack-policy')?.scrollIntoView();
    },
    decide: (key, decision) => {
      decide(root, [key], decision);
    },
    decisionOf,
  });
  drawPolicy(root);
}

/** Takes another list of servers. The address names those that the catalogue has, and nothing else of them. */
function change(root: HTMLElement, entries: readonly LoadedEntry[]): void {
  state.entries = named(entries);
  const keys = new Set(
    state.entries.flatMap(({ alias, server }) =>
      (server?.tools ?? []).map((tool) => toolKey({ alias, tool })),
    ),
  );
  for (const key of state.toggles.keys()) if (!keys.has(key)) state.toggles.delete(key);
  const slugs = state.entries.flatMap(({ slug }) => (slug === null ? [] : [slug]));
  history.replaceState(null, '', slugs.length === 0 ? paths.stack : paths.stackOf([...new Set(slugs)]));
  performance.mark('stack-loaded');
  draw(root);
  // The frame that shows it all is over: npm run bench -- stack measures up to here.
  requestAnimationFrame(() => setTimeout(() => performance.mark('stack-shown')));
  const known = state.entries.filter(({ server }) => server !== null).length;
  say(
    root,
    `${count(known, 'server')} of ${state.entries.length} recognised, ${count(found.tools.length, 'tool')}, ${count(found.chains.length, 'chain')}.`,
  );
}

const isKnown = ({ slug, configured }: LoadedEntry): boolean =>
  state.entries.some(
    (each) =>
      each.slug === slug &&
      each.configured.alias === configured.alias &&
      each.configured.launch === configured.launch,
  );

async function take(root: HTMLElement, text: string): Promise<void> {
  say(root, 'Looking the servers up…');
  try {
    const { entries, faults } = await readEntries(text);
    showFaults(root, faults);
    change(root, [...state.entries, ...entries.filter((entry) => !isKnown(entry))]);
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    say(root, `The servers could not be looked up: ${cause}. Try again later.`);
  }
}

/** The servers that the address names. */
async function takeAddress(root: HTMLElement): Promise<void> {
  const given = new URLSearchParams(location.hash.slice(1)).get('servers') ?? '';
  const slugs = [...new Set(given.split(',').filter((slug) => /^[a-z0-9][\w.-]*$/.test(slug)))];
  const missing = slugs.filter((slug) => !state.entries.some((entry) => entry.slug === slug));
  if (missing.length === 0) return;
  say(root, 'Loading the servers of the address…');
  change(root, [...state.entries, ...(await Promise.all(missing.map(chosenEntry)))]);
}

/** Lets preset, format and guard change the policy. */
function offerPolicy(root: HTMLElement, form: HTMLFormElement): void {
  form.addEventListener('submit', (event) => {
    event.preventDefault();
  });
  form.addEventListener('change', () => {
    const given = new FormData(form);
    state.preset = Preset.catch('balanced').parse(given.get('preset'));
    state.format = formats.find(({ id }) => id === given.get('format')) ?? claudeCode;
    state.withGuard = given.get('guard') !== null;
    drawPolicy(root);
  });
  root.querySelector('[data-stack-reset]')?.addEventListener('click', () => {
    state.toggles.clear();
    drawPolicy(root);
  });
}

/** Goes to a part of the page without changing the address, which names the servers. */
function offerJumps(root: HTMLElement): void {
  root.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a[href^="#stack-"]') : null;
    const target =
      link === null ? null : document.querySelector<HTMLElement>(link.getAttribute('href') ?? '');
    if (target === null) return;
    event.preventDefault();
    target.tabIndex = -1;
    target.focus({ preventScroll: true });
    target.scrollIntoView();
  });
}

/** Makes the page work. */
export function offerStack(root: HTMLElement): void {
  for (const form of root.querySelectorAll('form')) {
    form.hidden = false;
    if (form.hasAttribute('data-stack-input')) offerInput(form, (text) => void take(root, text));
    else offerPolicy(root, form);
  }
  root.querySelector('[data-stack-clear]')?.addEventListener('click', () => {
    showFaults(root, []);
    change(root, []);
    root.querySelector('textarea')?.focus();
  });
  offerJumps(root);
  addEventListener('hashchange', () => void takeAddress(root));
  void takeAddress(root);
}
