import { StepMap } from '@tiptap/pm/transform';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { relatedText } from '#tests/support/related-texts.ts';
import { bulletList, paragraph, text } from './build.ts';
import { type NodeJson, parseDocument } from './document.ts';
import { restoring } from './restore.ts';

const story = (...body: NodeJson[]) => parseDocument(text({ headline: 'Titre', standfirst: 'Chapô', body }));
const block = (id: string, words: string) => ({ ...paragraph(words), attrs: { id } });
const list = (id: string, ...words: string[]) => ({ ...bulletList(...words), attrs: { id } });

test('whatever the two texts are, the one becomes the other, and every step leaves a text', () => {
  fc.assert(
    fc.property(relatedText, relatedText, (now, then) => {
      const change = restoring(now, then);
      expect(change.doc.toJSON()).toEqual(then.toJSON());
      for (const document of change.docs) document.check();
    }),
    { numRuns: 500 },
  );
});

describe('no more is touched than differs', () => {
  const now = story(block('aaaa', 'Un'), block('bbbb', 'Deux mots ici'), block('cccc', 'Trois'));
  test.each([
    ['nothing', now, 0],
    ['a word', story(block('aaaa', 'Un'), block('bbbb', 'Deux longs mots ici'), block('cccc', 'Trois')), 1],
    ['a block less', story(block('aaaa', 'Un'), block('cccc', 'Trois')), 1],
    [
      'two blocks more',
      story(
        block('aaaa', 'Un'),
        block('dddd', 'x'),
        block('eeee', 'y'),
        block('bbbb', 'Deux mots ici'),
        block('cccc', 'Trois'),
      ),
      1,
    ],
    [
      'a block elsewhere',
      story(block('cccc', 'Trois'), block('aaaa', 'Un'), block('bbbb', 'Deux mots ici')),
      2,
    ],
    ['all of the body', story(block('xxxx', 'Autre'), list('yyyy', 'a', 'b')), 1],
  ])('%s', (_what, then, steps) => {
    const change = restoring(now, then);
    expect(change.doc.eq(then)).toBe(true);
    expect(change.steps).toHaveLength(steps);
  });

  test('what is typed meanwhile in a block that stays, and beside the word that changes, stays', () => {
    const then = story(block('aaaa', 'Un'), block('bbbb', 'Deux longs mots ici'), block('cccc', 'Trois'));
    const [step] = restoring(now, then).steps;
    // Somebody wrote at the end of the second block and in the first one.
    const typed = story(block('aaaa', 'Un !'), block('bbbb', 'Deux mots ici ?'), block('cccc', 'Trois'));
    const moved = step?.map(new StepMap([17, 0, 2]));
    expect(moved?.apply(typed).doc?.child(3).textContent).toBe('Deux longs mots ici ?');
  });
});
