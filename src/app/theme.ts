const THEMES = ["auto", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

const KEY = "quorum-theme";

/** Storage may be blocked; colours then follow the system and are forgotten at a reload. */
function attempt<T>(use: () => T, otherwise: T): T {
  try {
    return use();
  } catch (error) {
    if (error instanceof DOMException) return otherwise;
    throw error;
  }
}

export function storedTheme(): Theme {
  const stored = attempt(() => localStorage.getItem(KEY), null);
  return THEMES.find((theme) => theme === stored) ?? "auto";
}

export function applyTheme(theme: Theme): void {
  if (theme === "auto") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}

/** Switches to the theme after `theme`, applies it and remembers it. */
export function nextTheme(theme: Theme): Theme {
  const next = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length]!;
  applyTheme(next);
  attempt(() => localStorage.setItem(KEY, next), undefined);
  return next;
}
