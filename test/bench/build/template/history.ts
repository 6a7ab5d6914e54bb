import type { Rating } from '../../../../src/view/changes.ts';
import type { ToolPage } from '../../../../src/view/tool-page.ts';
import type { Piece } from '../../../../src/view/word-diff.ts';
import { each, language, risk, text } from './text.ts';

const said = (what: string): string => `<span class="unseen" lang="en">${what}: </span>`;

function piece({ kind, text: words }: Piece): string {
  if (kind === 'same') return text(words);
  if (kind === 'added') return `<ins>${said('added')}${text(words)}</ins>`;
  return `<del>${said('removed')}${text(words)}</del>`;
}

const difference = (pieces: readonly Piece[]): string =>
  `<p class="own-words whitespace-pre-line text-sm" ${language(pieces.map(({ text: words }) => words).join(' '))}>${each(pieces, piece)}</p>`;

const rated = ({ category, risk: level }: Rating): string =>
  `<span class="tag">${category}</span> ${risk(level)}`;

function change({ on, sentence, before, after, differences, left }: ToolPage['history'][number]): string {
  const ratings =
    before === null || after === null
      ? ''
      : `<p class="flex flex-wrap items-center gap-2 mt-2">${rated(before)}<span>to</span>${rated(after)}</p>`;
  const parts = each(
    differences,
    ({ part, isCode, pieces }) =>
      `<p class="text-sm mt-3">${isCode ? `<code>${text(part)}</code>` : text(part)}</p>${difference(pieces)}`,
  );
  return `<h3><time datetime="${on}">${on}</time></h3><p class="text-sm">${text(sentence)}</p>${ratings}${parts}${left === 0 ? '' : `<p class="note mt-2">${left} more in the data.</p>`}`;
}

export const history = ({ history: all }: ToolPage): string =>
  all.length === 0
    ? ''
    : `<section aria-labelledby="history"><h2 id="history">How its definition changed</h2>${each(all, change)}</section>`;
