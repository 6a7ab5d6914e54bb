import { offerCopying } from './copy.ts';
import { offerSearchKeys } from './search-keys.ts';
import { offerThemes } from './theme.ts';

offerThemes(document.querySelector('[data-theme-switch]'));
for (const figure of document.querySelectorAll('[data-policy], [data-copyable]')) offerCopying(figure);

/** Search code and index are fetched when somebody is about to search. */
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-search]')) {
  form.addEventListener(
    'focusin',
    () =>
      void import('./search-box.ts').then(({ offerSearch }) => {
        offerSearch(form);
      }),
    {
      once: true,
    },
  );
}

/** The exporters are fetched when somebody changes something. */
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-policy-controls]')) {
  form.hidden = false;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
  });
  form.addEventListener(
    'change',
    () => void import('./policy-controls.ts').then(({ showPolicies }) => showPolicies(form)),
  );
  for (const panel of document.querySelectorAll<HTMLElement>('[data-later]'))
    panel.addEventListener(
      'toggle',
      () => void import('./policy-controls.ts').then(({ showLater }) => showLater(form, panel)),
      { once: true },
    );
}

/** An address with the name of a panel opens it. */
function openNamed(): void {
  const named = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (named instanceof HTMLDetailsElement) named.open = true;
}
openNamed();
addEventListener('hashchange', openNamed);

offerSearchKeys(document.querySelector('form[role=search] input'));
const searchPage = document.querySelector<HTMLElement>('[data-search-page]');
if (searchPage !== null)
  void import('./search-page.ts').then(({ offerSearchPage }) => offerSearchPage(searchPage));

const comparison = document.querySelector<HTMLFormElement>('form[data-compare]');
if (comparison !== null)
  void import('./compare.ts').then(({ offerComparison }) => offerComparison(comparison));

const stack = document.querySelector<HTMLElement>('[data-stack]');
if (stack !== null)
  void import('./stack.ts').then(({ offerStack }) => {
    offerStack(stack);
  });
