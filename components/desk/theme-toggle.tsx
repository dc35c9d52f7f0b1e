'use client';

import { Icon } from '#components/ui/icon.tsx';

/** Light or dark by the person's own choice, kept a year in a cookie so that the server draws the page right at once. */
export function ThemeToggle({ label, className }: { label: string; className: string }) {
  function toggle() {
    const root = document.documentElement;
    const dark = root.dataset.theme
      ? root.dataset.theme === 'dark'
      : matchMedia('(prefers-color-scheme: dark)').matches;
    root.dataset.theme = dark ? 'light' : 'dark';
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser the desk supports
    document.cookie = `theme=${root.dataset.theme}; path=/; max-age=31536000; samesite=lax`;
  }
  return (
    <button type="button" className={className} aria-label={label} title={label} onClick={toggle}>
      <Icon name="moon" />
    </button>
  );
}
