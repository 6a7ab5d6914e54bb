import type { BuiltPage } from '../page.ts';

/** A page has a title and a description for whoever meets it elsewhere. */
export function description({ $ }: BuiltPage): string[] {
  const text = $('head > meta[name=description]').attr('content') ?? '';
  return [
    ...($('head > title').text().trim() === '' ? ['no title'] : []),
    ...(text.length > 20 ? [] : [`the description says no more than “${text}”`]),
  ];
}
