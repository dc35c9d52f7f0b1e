import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bulletList, explainer, lineBreak, paragraph, text } from './build.ts';
import { parseDocument } from './document.ts';
import { blocksFromPlainText } from './from-plain-text.ts';

test.each([
  ['nothing', '', []],
  ['one line', 'Un', [paragraph('Un')]],
  ['a line a paragraph', 'Un\nDeux\r\nTrois', [paragraph('Un'), paragraph('Deux'), paragraph('Trois')]],
  [
    'blank lines divide, line ends break',
    'Un\n\nDeux\nsuite\n\nTrois',
    [paragraph('Un'), paragraph('Deux', lineBreak(), 'suite'), paragraph('Trois')],
  ],
  ['bullets', 'Intro\n• un\n• deux\nFin', [paragraph('Intro'), bulletList('un', 'deux'), paragraph('Fin')]],
  ['one dash is no list', '- Un mot', [paragraph('- Un mot')]],
  [
    'an explainer to the end',
    'Un\nℹ️ Le groupe réunit dix pays.\nIl siège ici.',
    [paragraph('Un'), explainer('', paragraph('Le groupe réunit dix pays.'), paragraph('Il siège ici.'))],
  ],
  [
    'a titled explainer, and the text after it',
    'Un\nDeux\nℹ️ Le groupe\nIl réunit dix pays.\n\nFin\nVraie fin',
    [
      paragraph('Un'),
      paragraph('Deux'),
      explainer('Le groupe', paragraph('Il réunit dix pays.')),
      paragraph('Fin'),
      paragraph('Vraie fin'),
    ],
  ],
  ['two explainers', 'ℹ Un.\nℹ️ Deux.', [explainer('', paragraph('Un.')), explainer('', paragraph('Deux.'))]],
])('%s', (_name, plain, blocks) => expect(blocksFromPlainText(plain)).toEqual(blocks));

test('any text becomes blocks of the schema with all its words', () => {
  const line = fc.constantFrom('', 'Un mot.', '• un', '- deux', 'ℹ️ Titre', 'ℹ️', '  marge', 'x\u0000y');
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.array(line, { maxLength: 12 }).map((lines) => lines.join('\n')),
      ),
      (plain) => {
        const body = blocksFromPlainText(plain);
        if (/\p{Cs}/u.test(plain)) return;
        const document = parseDocument(text({ headline: '', standfirst: '', body }));
        const letters = (words: string) => words.replace(/[^\p{L}]/gu, '');
        const seen = document.textBetween(0, document.content.size, ' ');
        expect(letters(seen)).toBe(letters(plain.replace(/\u2139\ufe0f?/gu, '')));
      },
    ),
  );
});
