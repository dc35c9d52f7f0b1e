import { expect, test } from 'vitest';
import { ariaKeys, keyNames } from './shortcut.ts';

test.each([
  ['Mod-b', 'fr', false, 'Ctrl B'],
  ['Mod-Shift-8', 'fr', false, 'Ctrl Maj 8'],
  ['Mod-Shift-8', 'en', false, 'Ctrl Shift 8'],
  ['Mod-Shift-8', 'en', true, '⌘ ⇧ 8'],
  ['Mod--', 'en', false, 'Ctrl -'],
  ['Alt-F10', 'fr', true, '⌥ F10'],
  ['Escape', 'fr', false, 'Échap'],
])('%s in %s, Mac %s', (keys, language, mac, expected) => {
  expect(keyNames(keys, language, mac).join(' ')).toBe(expected);
});

test('for assistive technology', () => {
  expect(ariaKeys('Mod-Shift-z', false)).toBe('Control+Shift+Z');
  expect(ariaKeys('Mod-.', true)).toBe('Meta+.');
});
