import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import type { BuiltPage } from '../page.ts';

const validator = new HtmlValidate(
  new StaticConfigLoader({ root: true, extends: ['html-validate:standard'] }),
);

/** The HTML keeps to the living standard, as html-validate knows it. */
export function html({ html: text }: BuiltPage): string[] {
  return validator
    .validateStringSync(text)
    .results.flatMap(({ messages }) =>
      messages.map(({ ruleId, message, line, column }) => `${line}:${column} ${message} (${ruleId})`),
    );
}
