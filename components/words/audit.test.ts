import { expect, test } from 'vitest';
import { languages } from '#lib/kernel/language.ts';
import { auditSentence, auditVerbs, auditWords, objectName } from './audit.ts';

test.each(languages)('every verb has a name and a sentence (%s)', (language) => {
  for (const verb of auditVerbs) {
    expect(auditWords[language].verbs[verb], verb).toBeTruthy();
    const sentence = auditSentence(verb, { who: 'Anne', what: '“G20”', details: {}, own: false }, language);
    expect(sentence, verb).toMatch(/^Anne /);
    expect(sentence, verb).not.toContain(verb);
  }
});

test('roles are said before and after', () => {
  const details = { before: ['reporter'], after: ['editor', 'reporter', 'unheard-of'] };
  expect(auditSentence('change-roles', { who: 'Anne', what: 'Karim', details, own: false }, 'en')).toBe(
    'Anne changed the roles of Karim: reporter → editor, reporter',
  );
});

test('a verb that nobody phrased is still shown', () => {
  expect(
    auditSentence('fold-paper', { who: 'Anne', what: 'a story', details: {}, own: false }, 'en'),
  ).toContain('fold-paper');
});

test('what a row is about', () => {
  expect(objectName('story', 'Sommet', 'fr')).toBe('«\u00a0Sommet\u00a0»');
  expect(objectName('story', '', 'en')).toBe('a story without a headline');
  expect(objectName('person', 'Anne', 'fr')).toBe('Anne');
  expect(objectName('newsroom', null, 'fr')).toBe('rédaction');
});
