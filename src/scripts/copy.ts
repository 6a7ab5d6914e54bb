/** Where the clipboard is closed to pages, the text is selected for the reader to copy. */
function select(node: Node): void {
  const range = document.createRange();
  range.selectNodeContents(node);
  getSelection()?.removeAllRanges();
  getSelection()?.addRange(range);
}

async function copy(source: HTMLElement, done: string): Promise<string> {
  try {
    await navigator.clipboard.writeText(source.textContent);
    return done;
  } catch {
    select(source);
    return 'Selected: press Ctrl+C or ⌘C';
  }
}

/** Shows the copy button of a policy block and lets it announce what it copied, and where that belongs. */
export function offerCopying(figure: Element): void {
  const button = figure.querySelector<HTMLButtonElement>('[data-copy]');
  const status = figure.querySelector('[data-copy-status]');
  const source = figure.querySelector('pre');
  if (button === null || status === null || source === null) return;
  const name = figure.querySelector('.name')?.textContent ?? '';
  const destination = figure.getAttribute('data-destination') ?? '';
  button.addEventListener('click', () => {
    status.textContent = '';
    void copy(source, `Copied ${name}. ${destination}`.trim()).then((said) => {
      status.textContent = said;
    });
  });
  button.hidden = false;
}
