import { mkdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { paths } from '../../src/model/paths.ts';
import { runCommand } from '../../src/terminal/command.ts';
import { toStandardError } from '../../src/terminal/progress.ts';
import { type Preview, previews } from '../../src/view/preview.ts';
import { launchBrowser } from './browser.ts';

const tokens = readFileSync('src/styles/tokens.css', 'utf8');

const styles = `
  body { margin: 0; width: 1200px; height: 630px; box-sizing: border-box; padding: 72px; color: var(--fg);
    background: var(--bg); font-family: var(--font, sans-serif); display: flex; flex-direction: column; justify-content: space-between; }
  .level { display: flex; align-items: center; gap: 40px; padding: 40px 48px; border-radius: 16px; font-size: 96px; font-weight: 700; align-self: flex-start; }
  .meter { display: flex; align-items: flex-end; gap: 10px; }
  i { width: 22px; border-radius: 4px; border: 4px solid currentColor; box-sizing: border-box; }
  i.on { background: currentColor; }
  p { margin: 0; font-size: 40px; color: var(--fg-muted); }
  .brand { font-size: 48px; font-weight: 700; color: var(--fg); }`;

function html({ title, kindWords, bars, risk }: Preview): string {
  const level = risk?.toLowerCase();
  const tint = level === undefined ? '' : `color:var(--${level}-fg);background:var(--${level}-bg)`;
  const meter = [1, 2, 3, 4].map(
    (bar) => `<i class="${bar <= bars ? 'on' : ''}" style="height:${28 + bar * 18}px"></i>`,
  );
  const brand = risk === null ? '' : '<p class="brand">Placard</p>';
  return `<!doctype html><meta charset="utf-8"><style>${tokens}${styles}</style>${brand}<div class="level" style="${tint}"><span class="meter">${meter.join('')}</span>${title}</div><p>${kindWords}</p>`;
}

/** Draws the pictures that stand for pages where they are linked elsewhere. They are committed; run it when their words or colours change. */
await runCommand(async () => {
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1200, height: 630 }, colorScheme: 'light' });
    mkdirSync(join('public', paths.preview('x'), '..'), { recursive: true });
    for (const preview of previews()) {
      await page.setContent(html(preview));
      const file = join('public', paths.preview(preview.name));
      await page.screenshot({ path: file });
      toStandardError(`${file}: ${statSync(file).size} bytes`);
    }
  } finally {
    await browser.close();
  }
});
