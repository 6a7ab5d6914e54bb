/** Where the clipboard is closed to pages, the text is selected for the reader to copy. */
function select(node: Node): void {
  const range = document.createRange();
  range.selectNodeContents(node);
  getSelection()?.removeAllRanges();
  getSelection()?.addRange(range);
}

async function copy(source: HTMLElement): Promise<string> {
  try {
    await navigator.clipboard.writeText(source.textContent);
    return 'Copied';
  } catch {
    select(source);
    return 'Selected: press Ctrl+C or ⌘C';
  }
}

/** Shows the copy button of a policy block and lets it announce what it did. */
export function offerCopying(figure: Element): void {
  const button = figure.querySelector<HTMLButtonElement>('[data-copy]');
  const status = figure.querySelector('[data-copy-status]');
  const source = figure.querySelector('pre');
  if (button === null || status === null || source === null) return;
  button.addEventListener('click', () => {
    status.textContent = '';
    void copy(source).then((said) => {
      status.textContent = said;
    });
  });
  button.hidden = false;
}
