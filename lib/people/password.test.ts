import { describe, expect, test } from 'vitest';
import { normalisePassword, passwordFault } from './password.ts';

describe('a new password', () => {
  test.each([
    ['onze lettre', 'too_short'],
    ['douze signes', null],
    ['😀'.repeat(11), 'too_short'],
    ['é'.repeat(257), 'too_long'],
    ['une phrase '.repeat(23), null],
    ['aaaaaaaaaaaaaaaa', 'easily_guessed'],
    ['abababababababab', 'easily_guessed'],
    ['1234567890123', 'easily_guessed'],
    ['azertyuiop12', 'easily_guessed'],
    ['qwertyuiop123', 'easily_guessed'],
    ['MotDePasse123456', 'easily_guessed'],
    ['passwordpassword', 'easily_guessed'],
    ['mot de passe 1!', 'easily_guessed'],
    ['trois chevaux dans le pré', null],
    ['x9$kLq2!vR7p', null],
    ['\u0000\u0001nul is fine too', null],
  ])('%j: %s', (password, fault) => expect(passwordFault(password)).toBe(fault));

  test('is not what everybody knows of the person', () => {
    const known = ['odile.martin@exemple.fr', 'Odile Martin', 'La Dépêche'];
    expect(passwordFault('odile.martin@exemple.fr', known)).toBe('easily_guessed');
    expect(passwordFault('OdileMartin2026', known)).toBe('easily_guessed');
    expect(passwordFault('martin odile 11', known)).toBe('easily_guessed');
    expect(passwordFault('la dépêche 1111', known)).toBe('easily_guessed');
    expect(passwordFault('odile aime les figues', known)).toBeNull();
  });

  test('is one whatever keyboard it came from, and is neither trimmed nor cut', () => {
    expect(normalisePassword('cafe\u0301')).toBe(normalisePassword('café'));
    expect(normalisePassword('ﬁgue')).toBe('figue');
    expect(normalisePassword(' x ')).toBe(' x ');
  });

  test('takes no time to judge, however long', () => {
    const begun = performance.now();
    for (const text of ['a'.repeat(256), 'ab1'.repeat(85), 'qwerty'.repeat(42)])
      passwordFault(text, [text, text]);
    expect(performance.now() - begun).toBeLessThan(100);
  });
});
