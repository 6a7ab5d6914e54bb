import { paths } from '../../../../src/model/paths.ts';
import type { Fact } from '../../../../src/view/facts.ts';
import { jsonLd } from '../../../../src/view/json-ld.ts';
import { jsonTwin } from '../../../../src/view/json-twin.ts';
import type { ToolPage } from '../../../../src/view/tool-page.ts';
import { actions, attacks, hints, parameters, policy, questions, reasons, related } from './sections.ts';
import { history } from './history.ts';
import { each, given, language, outside, quotes, risk, text, value } from './text.ts';

/** What a template is given of a page: what it shows, as data. */
export interface Shown {
  page: ToolPage;
  facts: readonly Fact[];
}

/** What every page has alike, as a template has it written down: the parts of the head and what stands around the main part. */
export interface Frame {
  policy: string;
  icon: string;
  styles: string;
  before: string;
  after: string;
}

/** Takes the frame out of a page. */
export function frameOf(html: string): Frame {
  const between = (start: string, end: string): string =>
    html.slice(html.indexOf(start), html.indexOf(end, html.indexOf(start)));
  return {
    policy: between('<!DOCTYPE', '<title>'),
    icon: between('<link rel="icon"', '<script type="application/ld+json">'),
    styles: between('<link rel="stylesheet"', '</head>'),
    before: between('</head>', '<nav class="crumbs"'),
    after: html.slice(html.lastIndexOf('</main>')),
  };
}

function head({ page }: Shown, frame: Frame): string {
  const structured = jsonLd(page, (path) => path) ?? '';
  const meta = value(page.meta);
  return `${frame.policy}<title>${text(`${page.title} · Placard`)}</title><meta name="description" content="${meta}"><meta property="og:title" content="${value(page.title)}"><meta property="og:description" content="${meta}"><meta property="og:type" content="website"><link rel="alternate" type="text/markdown" href="${paths.markdown(page.path)}"><link rel="alternate" type="application/json" href="${jsonTwin(page.path) ?? ''}">${frame.icon}<script type="application/ld+json">${structured}</script>${frame.styles}`;
}

const crumbs = ({ crumbs: all }: ToolPage): string =>
  `<nav class="crumbs" aria-label="Breadcrumb"><ol>${each(all, ({ label, path }, index) =>
    index < all.length - 1
      ? `<li><a href="${path}">${text(label)}</a></li>`
      : `<li aria-current="page">${text(label)}</li>`,
  )}</ol></nav>`;

function description({ start, rest }: NonNullable<ToolPage['description']>): string {
  if (rest === '') return outside(start, 'whitespace-pre-line');
  return `<details><summary class="whitespace-pre-line" ${language(start)}>${text(start)}</summary><p class="whitespace-pre-line" ${language(rest)}>${text(rest)}</p></details>`;
}

function ownWords({ ownTitle, description: said, gloss }: ToolPage): string {
  const words = `${given(ownTitle, (title) => outside(title, 'block strong'))}${given(said, description)}`;
  return `${words === '' ? '' : `<div class="own-words mt-3">${words}</div>`}${given(gloss, (english) => `<p class="text-sm mt-2"><span class="note">In English, by a language model:</span> ${text(english)}</p>`)}`;
}

const top = (page: ToolPage): string =>
  `<div class="head"><h1 class="name mt-2 mb-3">${text(page.name)}</h1><div class="flex flex-wrap gap-2">${risk(page.risk, true)}<span class="tag">${page.category}</span><span class="tag">${page.confidence}</span></div><p class="mt-3">${text(page.lead)} <a href="#policy">Policy</a></p>${page.description === null ? '<p class="text-muted mt-3">The server publishes no description of this tool.</p>' : ''}${ownWords(page)}</div>`;

const why = (page: ToolPage): string =>
  `<section aria-labelledby="why"><h2 id="why">Why</h2><p>${text(page.rationale)} ${text(page.raised)}</p>${given(page.correction, ({ sentence, quotes: its }) => `<p class="mt-3">${text(sentence)}${quotes(its)}</p>`)}${page.doubts.length === 0 ? '' : `<p class="mt-3"><b>For review.</b> ${text(page.doubts.join(' '))} A person should look at this rating.</p>`}${reasons(page)}</section>`;

const fact = ({ term, text: said, path, isCode, note }: Fact): string =>
  `<div><dt>${term}</dt><dd>${path !== undefined ? `<a href="${value(path)}">${text(said)}</a>` : isCode === true ? `<code>${text(said)}</code>` : text(said)}${note === undefined ? '' : `<span class="note block">${text(note)}</span>`}</dd></div>`;

/** The page of a tool from plain template strings: the very HTML that the components of the site make. */
export function toolHtml(shown: Shown, frame: Frame): string {
  const { page, facts } = shown;
  return `${head(shown, frame)}${frame.before}${crumbs(page)}<div class="with-aside">${top(page)}<div class="min-w-0">${why(page)}${actions(page)}${policy(page)}${parameters(page)}${hints(page)}${attacks(page)}${questions(page)}${history(page)}${related(page)}</div><aside aria-label="Facts"><dl class="card">${each(facts, fact)}</dl></aside></div>${frame.after}`;
}
