/** Whether keys are to be named as on a Mac. */
export function onMac(): boolean {
  return typeof navigator !== 'undefined' && /Mac|iPhone|iPad|iPod/.test(navigator.platform);
}

const macNames: Readonly<Record<string, string>> = {
  Mod: '⌘',
  Ctrl: '⌃',
  Alt: '⌥',
  Shift: '⇧',
  Enter: '↩',
  Tab: '⇥',
};
const frenchNames: Readonly<Record<string, string>> = {
  Mod: 'Ctrl',
  Shift: 'Maj',
  Enter: 'Entrée',
  Escape: 'Échap',
};
const englishNames: Readonly<Record<string, string>> = { Mod: 'Ctrl', Escape: 'Esc' };

/** A shortcut as the keymap names it (`Mod-Shift-8`), key by key as this keyboard does: `Ctrl`, `Maj`, `8`. */
export function keyNames(keys: string, language: string, mac: boolean): string[] {
  const names = language === 'fr' ? frenchNames : englishNames;
  return keys
    .split(/-(?=.)/)
    .map(
      (key) =>
        (mac ? macNames[key] : undefined) ?? names[key] ?? (key.length === 1 ? key.toUpperCase() : key),
    );
}

/** The same for `aria-keyshortcuts`. */
export function ariaKeys(keys: string, mac: boolean): string {
  return keys
    .split(/-(?=.)/)
    .map((key) => (key === 'Mod' ? (mac ? 'Meta' : 'Control') : key.length === 1 ? key.toUpperCase() : key))
    .join('+');
}
