// Light or dark, and sharing. Nothing on a page needs this to be read; the controls it serves are hidden without it.
(() => {
  const root = document.documentElement;
  const kept = () => {
    try {
      return localStorage.getItem('theme');
    } catch {
      return null;
    }
  };
  const keep = (theme) => {
    try {
      localStorage.setItem('theme', theme);
    } catch {
      // A browser that keeps nothing: the choice holds for this page.
    }
  };
  const theme = kept();
  if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;

  const toggleTheme = () => {
    const dark = root.dataset.theme
      ? root.dataset.theme === 'dark'
      : matchMedia('(prefers-color-scheme: dark)').matches;
    root.dataset.theme = dark ? 'light' : 'dark';
    keep(root.dataset.theme);
  };

  const share = async (button) => {
    const url = document.querySelector('link[rel=canonical]')?.href ?? location.href;
    try {
      if (navigator.share) return await navigator.share({ title: document.title, url });
      await navigator.clipboard.writeText(url);
      button.textContent = button.dataset.shared;
    } catch {
      // The person closed the sheet, or the browser refused: nothing was shared, and nothing is said.
    }
  };

  document.addEventListener('click', (event) => {
    const button =
      event.target instanceof Element ? event.target.closest('[data-theme-toggle], [data-share]') : null;
    if (button?.matches('[data-theme-toggle]')) toggleTheme();
    else if (button) share(button);
  });

  document.addEventListener('DOMContentLoaded', () => {
    const canShare = Boolean(navigator.share || navigator.clipboard);
    for (const button of document.querySelectorAll('[data-theme-toggle], [data-share]')) {
      button.hidden = button.matches('[data-share]') && !canShare;
    }
  });
})();
