import { expect, test } from 'vitest';
import {
  bold,
  bulletList,
  explainer,
  figure,
  lineBreak,
  paragraph,
  quotation,
  table,
  text,
} from './build.ts';
import { parseDocument } from './document.ts';
import { bodyText, countSigns, countWords, textBlocks, textCopies } from './plain-text.ts';

const story = parseDocument(
  text({
    headline: ['Un', lineBreak(), 'titre'],
    standfirst: 'Le chapô.',
    body: [
      paragraph('Une ', bold('phrase'), ' grasse.'),
      paragraph(),
      bulletList('un', 'deux'),
      explainer('Pour comprendre', paragraph('Voici', lineBreak(), 'pourquoi.')),
      figure({ alt: 'Une place', credit: 'Nous' }, 'Légende'),
      table(['Pays', 'Part'], ['Ouzbékistan', '12 %']),
      quotation({ attribution: 'Quelqu’un' }, 'Mots dits.'),
    ],
  }),
);

test('the body is a line a block, without headline, standfirst and empty blocks', () => {
  expect(bodyText(story)).toBe(
    'Une phrase grasse.\nun\ndeux\nPour comprendre\nVoici\npourquoi.\nLégende\nPays\nPart\nOuzbékistan\n12 %\nMots dits.',
  );
});

test('lists get one line of headline', () =>
  expect(textCopies(story)).toMatchObject({ headline: 'Un titre', standfirst: 'Le chapô.' }));

test('each block of words with its id', () => {
  expect(textBlocks(story).slice(0, 3)).toEqual([
    { id: 'b-0001', type: 'headline', text: 'Un\ntitre' },
    { id: 'b-0002', type: 'standfirst', text: 'Le chapô.' },
    { id: 'b-0003', type: 'paragraph', text: 'Une phrase grasse.' },
  ]);
});

test.each([
  ['', 0],
  ['abc', 3],
  ['é', 1],
  ['e\u0301', 1],
  ['« Oui »', 7],
  ['12\u202f%', 4],
  ['👩‍🚀', 1],
  ['Қасым', 5],
  ['a\nb', 2],
])('%j has %i signs', (words, signs) => expect(countSigns(words)).toBe(signs));

test.each([
  ['', 0],
  ['Un mot.', 2],
  ['« Ce matin, j’ai eu deux conversations »', 6],
  ['19 pays + l’Union', 3],
  ['Қасым-Жомарт Тоқаев', 3],
])('%j has %i words', (words, count) => expect(countWords(words)).toBe(count));

test('the counts of a text are those of its body, block by block', () => {
  const { signs, words } = textCopies(story);
  expect({ signs, words }).toEqual({
    signs: countSigns(bodyText(story)),
    words: countWords(bodyText(story)),
  });
  const blank = parseDocument(
    text({ headline: 'a b', standfirst: '', body: [paragraph(' \u00a0'), paragraph('un deux')] }),
  );
  expect(textCopies(blank)).toMatchObject({ signs: 7, words: 2 });
});
