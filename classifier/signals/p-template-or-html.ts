import { parameter, type Signal } from './reading/signal.ts';
import { endingIn } from './reading/words.ts';

/** A free string whose text says that it holds HTML or the source of a template. */
export const pTemplateOrHtml: Signal = parameter('p:template-or-html', {
  name: endingIn(`html, template, templates, markdown, svg, body, content, html ?body, body html, html content, mjml,
    markup, page html, jsx, htmlbody`),
  types: ['string'],
  isFree: true,
  text: /\b(?:html|svg|mjml|markup|handlebars|jinja2?|liquid|mustache|template (?:source|content|string|text|body|code)|(?:raw|inline|custom) template|jsx)\b/iu,
  also: ({ passages }) =>
    !passages.some(({ text }) =>
      /\b(?:id|slug|name|key|identifier|uuid) of (?:the|a|an) (?:\w+ )?template\b|\bnot (?:be )?html\b|\bplain text only\b|\bwithout html\b/iu.test(
        text,
      ),
    ),
});
