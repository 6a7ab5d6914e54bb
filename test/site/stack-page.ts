import type { Page } from 'playwright-core';
import { paths } from '../../src/model/paths.ts';

/** Stands in many places of the configurations, and must stand nowhere else. */
export const secret = 'hunter2-Zx9qLm4Kp7Vt3Rw8';
export const npx = (name: string, ...args: string[]) => ({ command: 'npx', args: ['-y', name, ...args] });
export const mine = {
  web: npx('web-reader@1.0.0'),
  post: { ...npx('@harbour/mail'), env: { MAIL_TOKEN: secret } },
  bench: npx('workbench', secret, `--key=${secret}`),
};

/** Opens the page with these servers in it. */
export const opened = (page: Page, ...slugs: string[]) =>
  page.goto(paths.stackOf(slugs)).then(() => filled(page));
/** Waits until the page shows a stack. */
export const filled = (page: Page) => page.locator('[data-stack-results]:not([hidden])').waitFor();
/** The slugs of three servers that form chains together. */
export const all = ['web-reader', 'harbour-mail', 'workbench'];

/** Pastes a text as Ctrl+V does: the page gets the event and the text, and nothing is typed. */
export async function paste(page: Page, text: string): Promise<void> {
  await page.locator('form[data-stack-input]').waitFor();
  await page.getByLabel('A client’s configuration').focus();
  await page.evaluate((pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted);
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  }, text);
}

/** What the policy makes of a chain, in a word. */
export const stateOf = (page: Page, chain: string) =>
  page.locator(`[data-chain="${chain}"] [data-state]`).textContent();
export const policyText = (page: Page) => page.locator('[data-stack-policy] pre').first().textContent();
export const text = async (page: Page, selector: string) =>
  (await page.locator(selector).textContent()) ?? '';
