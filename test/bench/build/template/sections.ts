import { paths } from '../../../../src/model/paths.ts';
import type { AlikeRow } from '../../../../src/view/related-tools.ts';
import { toolExportNote } from '../../../../src/view/policy-words.ts';
import { sharedSummary } from '../../../../src/view/shared-parameters.ts';
import type { ToolPage } from '../../../../src/view/tool-page.ts';
import type { ToolLink } from '../../../../src/view/tool-row.ts';
import { figure } from '../../../../src/view/wording.ts';
import { each, given, language, outside, quotes, risk, tableHead, text, value } from './text.ts';

export const reasons = ({ reasons: all, risk: level }: ToolPage): string =>
  all.length === 0
    ? ''
    : `<ul class="reasons mt-4 ${level.toLowerCase()}">${each(
        all,
        ({ label, path, quotes: its }) =>
          `<li><b>${path === null ? text(label) : `<a href="${path}">${text(label)}</a>`}</b>${quotes(its)}</li>`,
      )}</ul>`;

export const actions = ({ actions: all }: ToolPage): string =>
  given(
    all,
    ({ lead, rows, cut }) =>
      `<section aria-labelledby="actions"><h2 id="actions">Actions</h2><p class="mb-3">${text(lead)}</p><table class="rows" role="table"><caption class="unseen">Actions, each with its own rating</caption>${tableHead(['Action', 'Category', 'Risk', 'Evidence'])}<tbody role="rowgroup">${each(
        rows,
        ({ name, category, risk: level, quote, place }) =>
          `<tr role="row"><th scope="row" role="rowheader" class="sm:w-1/4"><code>${text(name)}</code></th><td role="cell" class="tight">${category ?? 'Not recognisable'}</td><td role="cell" class="tight">${risk(level)}</td><td role="cell" class="full">${quotes([{ text: quote, place }])}</td></tr>`,
      )}</tbody></table>${given(cut, (said) => `<p class="note mt-2">${text(said)}</p>`)}</section>`,
  );

function policyBlock(
  of: { name: string; text: string; label: string; destination: string | null },
  note = '',
): string {
  const destination = given(of.destination, (where) => ` data-destination="${value(where)}"`);
  return `<figure class="policy" data-policy${destination} aria-label="${value(of.label)}"><figcaption><span class="name grow">${text(of.name)}</span><span class="note" role="status" data-copy-status></span><button type="button" data-copy hidden>Copy</button></figcaption><pre>${text(of.text)}</pre>${note}</figure>`;
}

export function policy({ policy: of, name }: ToolPage): string {
  const own = { name: 'policy.json', text: of.text, label: `policy.json for ${name}`, destination: null };
  const exports = each(of.exports, (shown) => {
    const note = `<p class="note px-4 pb-2">${text(`${toolExportNote(shown)} `)}<a href="${paths.format(shown.id)}">About this format</a></p>`;
    const files = each(shown.files, (file) =>
      policyBlock({ ...file, label: `${file.name} for ${shown.name}` }, note),
    );
    const fill = each(shown.fill, (sentence) => `<p class="note">${text(sentence)}</p>`);
    const untried = shown.isTried ? '' : '<span class="note"> · not executed</span>';
    return `<details id="${shown.id}"><summary>${text(shown.name)}${untried}</summary>${files}${fill}</details>`;
  });
  return `<section aria-labelledby="policy"><h2 id="policy">Policy</h2>${given(of.effect, (said) => `<p class="mb-3">${text(said)}</p>`)}${policyBlock(own)}<div class="mt-3">${exports}</div><p class="text-sm mt-2">${text(of.closesOthers)} <a href="${of.wholePath}">${text(of.wholeLabel)}</a></p></section>`;
}

const parameterRow = (row: ToolPage['parameters']['rows'][number]): string =>
  `<tr role="row"><th scope="row" role="rowheader" class="sm:w-1/4"><code>${text(row.name)}</code>${row.isRequired ? '<span class="note block">required</span>' : ''}${each(row.reach, (reach) => `<b class="note block">${text(reach)}</b>`)}</th><td role="cell" class="full sm:w-1/4"><code>${text(row.type)}</code>${given(row.bounds, (bounds) => `<span class="note block">${text(bounds)}</span>`)}${given(row.default, (usual) => `<span class="note block">default <code>${text(usual)}</code></span>`)}</td><td role="cell" class="full">${row.description === null ? '<span class="text-subtle">—</span>' : outside(row.description)}</td></tr>`;

function sharedParameters({ parameters: { shared }, sharedPath }: ToolPage): string {
  if (shared.length === 0) return '';
  const { required, optional } = sharedSummary(shared);
  const named = each(required, (name, index) => `${index === 0 ? '' : ' · '}<code>${text(name)}</code>`);
  const between = required.length > 0 && optional !== null ? ' · ' : '';
  return `<p class="text-sm mt-3"><a href="${sharedPath}">Shared on this server</a>: ${named}${between}${optional ?? ''}</p>`;
}

export function parameters(page: ToolPage): string {
  const { isKnown, rows, shared, left, isCut, isOpen } = page.parameters;
  const table = `<table class="rows" role="table" aria-labelledby="parameters">${tableHead(['Name', 'Type', 'Description'])}<tbody role="rowgroup">${each(rows, parameterRow)}</tbody></table>`;
  return `<section aria-labelledby="parameters"><h2 id="parameters">Parameters</h2>${isKnown ? '' : '<p>Unknown: the definition has no input schema.</p>'}${isKnown && rows.length + shared.length === 0 ? '<p>The input schema names no parameters.</p>' : ''}${rows.length === 0 ? '' : table}${sharedParameters(page)}${left > 0 || isCut ? `<p class="note mt-2">${isCut ? 'More' : figure(left)} in <a href="${paths.json(page.path)}">the definition</a>.</p>` : ''}${isOpen ? '<p class="note mt-2">Accepts members that it does not name.</p>' : ''}${given(page.returns, (said) => `<p class="mt-3">${text(said)}</p>`)}</section>`;
}

const suggested = (of: string, name: string): string =>
  `<details><summary class="text-sm">Suggested instead</summary><figure class="annotations mb-3" data-copyable aria-label="${value(`Annotations for ${name}`)}"><figcaption><span class="name grow">tools/list</span><span class="note" role="status" data-copy-status></span><button type="button" data-copy hidden>Copy</button></figcaption><pre>${text(of)}</pre></figure></details>`;

export const hints = ({ annotations: of, name }: ToolPage): string =>
  of.rows.length === 0
    ? ''
    : `<section aria-labelledby="hints"><h2 id="hints">Author’s hints</h2><ul class="text-sm mb-3">${each(
        of.rows,
        ({ hint, isDisputed, ours }) =>
          `<li><code>${text(hint)}</code> ${isDisputed ? '<b>Disputed:</b>' : ''} ${text(ours)}</li>`,
      )}</ul>${given(of.suggested, (json) => suggested(json, name))}</section>`;

export const attacks = ({ attacks: all }: ToolPage): string =>
  all.length === 0
    ? ''
    : `<section aria-labelledby="attacks"><h2 id="attacks">Attacks</h2><ul class="linked">${each(
        all,
        ({ name, path, links }) =>
          `<li><a href="${path}">${text(name)}</a>${each(
            links,
            ({ label, tool }) =>
              `<span class="block text-sm">${text(label)}${given(tool, (other) => ` by <a class="name" href="${other.path}">${text(other.name)}</a>`)}</span>`,
          )}</li>`,
      )}</ul></section>`;

export const questions = ({ questions: all }: ToolPage): string =>
  `<section aria-labelledby="questions"><h2 id="questions">Questions</h2>${each(
    all,
    ({ question, quote, answer, more }, index) =>
      `<details${index === 0 ? ' open' : ''}><summary>${text(question)}</summary>${given(quote, (words) => `<p class="own-words whitespace-pre-line" ${language(words)}>${text(words)}</p>`)}${answer === null && more === null ? '' : `<p>${text(answer)} ${given(more, ({ path, label }) => `<a href="${path}">${text(label)}</a>`)}</p>`}</details>`,
  )}</section>`;

const toolLink = (row: ToolLink & Partial<AlikeRow>, hasServer: boolean): string =>
  `<li class="wrap-anywhere py-0.5"><a class="name" href="${row.path}">${text(row.name)}</a><span class="note block">${hasServer ? text(`${row.server.name} · `) : ''}${row.category}, ${row.risk}</span>${given(row.differs ?? null, (differs) => `<span class="note block">${text(differs)}</span>`)}</li>`;

const list = (title: string, rows: readonly string[]): string =>
  rows.length === 0
    ? ''
    : `<h3>${title}</h3><ul class="grid sm:grid-cols-2 gap-x-6 gap-y-1 text-sm">${rows.join('')}</ul>`;

export function related({ related: { same, milder, siblings, elsewhere }, hasRelated }: ToolPage): string {
  if (!hasRelated) return '';
  const beyond = (row: ToolLink): string => toolLink(row, true);
  const lists = [
    list('Same definition on other servers', same.map(beyond)),
    list('At lower risk', milder.map(beyond)),
    list(
      'On its server',
      siblings.map((row) => toolLink(row, false)),
    ),
    list('Elsewhere', elsewhere.map(beyond)),
  ];
  return `<section aria-labelledby="related"><h2 id="related">Related tools</h2>${lists.join('')}</section>`;
}
