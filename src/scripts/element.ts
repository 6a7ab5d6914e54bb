/** An element with these attributes and contents. Text goes in as text. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string>>,
  ...content: (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...content);
  return made;
}

/** A level with its meter. */
export function badge(risk: string, bars: number): HTMLElement {
  const meter = element('span', { class: 'meter', 'aria-hidden': 'true' });
  for (let bar = 1; bar <= 4; bar += 1) meter.append(element('i', bar <= bars ? { class: 'on' } : {}));
  return element('span', { class: `risk ${risk.toLowerCase()}` }, meter, risk);
}

/** A fold whose contents are made when it is opened for the first time, or when the page is printed. */
export function lazyFold(
  summary: readonly (Node | string)[],
  make: () => readonly Node[],
): HTMLDetailsElement {
  const fold = element('details', { class: 'wide-details' }, element('summary', {}, ...summary));
  const filling = new AbortController();
  const fill = (): void => {
    filling.abort();
    fold.append(...make());
  };
  fold.addEventListener('toggle', fill, filling);
  addEventListener('beforeprint', fill, filling);
  return fold;
}
