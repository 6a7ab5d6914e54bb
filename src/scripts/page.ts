import { offerCopying } from './copy.ts';
import { offerThemes } from './theme.ts';

offerThemes(document.querySelector('[data-theme-switch]'));
for (const figure of document.querySelectorAll('[data-policy]')) offerCopying(figure);

/** Search code and index are fetched when somebody is about to search. */
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-search]')) {
  form.addEventListener(
    'focusin',
    () => void import('./search-box.ts').then(({ offerSearch }) => offerSearch(form)),
    {
      once: true,
    },
  );
}

const results = document.querySelector<HTMLElement>('[data-results]');
if (results !== null && new URLSearchParams(location.search).has('q'))
  void import('./search-results.ts').then(({ showResults }) => showResults(results));

const comparison = document.querySelector<HTMLFormElement>('form[data-compare]');
if (comparison !== null)
  void import('./compare.ts').then(({ offerComparison }) => offerComparison(comparison));
