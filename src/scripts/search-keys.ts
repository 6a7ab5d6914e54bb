const setting = 'search-key';

/** Whether the / key goes to the search box. It does unless somebody has switched it off in this browser. */
export function isSlashOn(): boolean {
  try {
    return localStorage.getItem(setting) !== 'off';
  } catch {
    return true;
  }
}

export function setSlash(isOn: boolean): void {
  try {
    localStorage.setItem(setting, isOn ? 'on' : 'off');
  } catch {
    // A browser that keeps nothing keeps the key.
  }
}

const takesText = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName));

/** Whether a key asks for the search: Ctrl or Cmd with K, or / where nobody is writing. */
function asksForSearch({ key, ctrlKey, metaKey, altKey, target }: KeyboardEvent): boolean {
  if (altKey) return false;
  if (ctrlKey || metaKey) return key.toLowerCase() === 'k' && ctrlKey !== metaKey;
  return key === '/' && isSlashOn() && !takesText(target);
}

/** Lets keys go to the search box of the page. */
export function offerSearchKeys(input: HTMLInputElement | null): void {
  if (input === null) return;
  addEventListener('keydown', (event) => {
    if (event.defaultPrevented || !asksForSearch(event)) return;
    event.preventDefault();
    input.focus();
    input.select();
  });
}
