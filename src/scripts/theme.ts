const themes = ['system', 'light', 'dark'] as const;
type Theme = (typeof themes)[number];

const current = (): Theme =>
  themes.find((theme) => theme === document.documentElement.dataset.theme) ?? 'system';

function remember(theme: Theme): void {
  try {
    localStorage.setItem('theme', theme);
  } catch {
    // A browser that keeps nothing still changes this page.
  }
}

function apply(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}

/** Makes the button go through system, light and dark, and remember the choice. */
export function offerThemes(button: Element | null): void {
  if (!(button instanceof HTMLButtonElement)) return;
  const name = (): void => {
    button.textContent = `Theme: ${current()}`;
  };
  button.addEventListener('click', () => {
    const next = themes[(themes.indexOf(current()) + 1) % themes.length] ?? 'system';
    apply(next);
    remember(next);
    name();
  });
  name();
  button.hidden = false;
}
