import { expect, test } from 'vitest';
import { blockTypes } from '#lib/document/schema.ts';
import { htmlOf } from './html.ts';
import { bodyMarkup, inlineMarkup, openingMarkup } from './markup.ts';
import type { PrintNode } from './print-node.ts';

const words = { explainer: 'Pour comprendre', source: 'Source', picture: 'Image', table: 'Tableau' };

function text(value: string, ...marks: NonNullable<PrintNode['marks']>): PrintNode {
  return marks.length > 0 ? { type: 'text', text: value, marks } : { type: 'text', text: value };
}
function node(type: string, content: PrintNode[] = [], attrs: Record<string, unknown> = {}): PrintNode {
  return { type, attrs, content };
}
const paragraph = (value: string) => node('paragraph', [text(value)]);
const link = (href: string) => ({ type: 'link', attrs: { href } });

function documentOf(...body: PrintNode[]): PrintNode {
  return node('doc', [node('headline', [text('Titre')]), node('standfirst', [text('Chapô')]), ...body]);
}
function htmlOfBody(...body: PrintNode[]): string {
  return htmlOf(bodyMarkup(documentOf(...body), { words, dateline: '' }));
}

/** One of each block, as it stands in a document. */
const samples: Record<string, [given: PrintNode, html: string]> = {
  paragraph: [paragraph('Un'), '<p>Un</p>'],
  crosshead: [node('crosshead', [text('Deux')], { level: 3 }), '<h3>Deux</h3>'],
  bulletList: [node('bulletList', [node('listItem', [paragraph('a')])]), '<ul><li><p>a</p></li></ul>'],
  orderedList: [
    node('orderedList', [node('listItem', [paragraph('c')])], { start: 3 }),
    '<ol start="3"><li><p>c</p></li></ol>',
  ],
  quotation: [
    node('quotation', [paragraph('« Non »')], {
      attribution: 'Une ministre',
      sourceUrl: 'https://www.exemple.fr/x',
    }),
    '<figure><blockquote cite="https://www.exemple.fr/x"><p>« Non »</p></blockquote><figcaption>Une ministre · <a href="https://www.exemple.fr/x">Source\u00a0: exemple.fr</a></figcaption></figure>',
  ],
  pullQuote: [
    node('pullQuote', [text('« Oui »')], { attribution: 'Un maire' }),
    '<figure><blockquote><p>« Oui »</p></blockquote><figcaption>Un maire</figcaption></figure>',
  ],
  explainer: [
    node('explainer', [
      node('explainerTitle', [text('Le G20')]),
      node('crosshead', [text('Qui')], { level: 2 }),
      paragraph('Vingt.'),
    ]),
    '<aside><h2>Le G20</h2><p>Pour comprendre</p><h3>Qui</h3><p>Vingt.</p></aside>',
  ],
  figure: [
    node('figure', [text('Le port.')], { alt: 'Un quai vide', credit: 'Photo\u00a0: A. B.' }),
    '<figure><div><p>Image</p><p>Un quai vide</p></div><figcaption>Le port. <span>Photo\u00a0: A. B.</span></figcaption></figure>',
  ],
  table: [
    node('table', [
      node('tableRow', [node('tableHeader', [paragraph('Pays')]), node('tableHeader', [paragraph('Voix')])]),
      node('tableRow', [
        node('tableHeader', [paragraph('Un')], { rowspan: 2 }),
        node('tableCell', [paragraph('1'), paragraph('bis')]),
      ]),
    ]),
    '<div><table><thead><tr><th scope="col">Pays</th><th scope="col">Voix</th></tr></thead><tbody><tr><th scope="row" rowspan="2">Un</th><td><p>1</p><p>bis</p></td></tr></tbody></table></div>',
  ],
  divider: [node('divider'), '<hr>'],
};

test.each(Object.entries(samples))('%s', (_, [given, html]) => {
  expect(htmlOfBody(given)).toBe(html);
});

test('every block that print may hold is drawn', () => {
  const within = [
    'headline',
    'standfirst',
    'listItem',
    'explainerTitle',
    'tableRow',
    'tableCell',
    'tableHeader',
  ];
  expect([...Object.keys(samples), ...within].sort()).toEqual([...blockTypes].sort());
});

test.each([
  [node('iframe')],
  [node('paragraph', [node('script')])],
  [node('paragraph', [text('x', { type: 'blink' })])],
  [node('table', [paragraph('x')])],
  [node('table', [node('tableRow', [paragraph('x')])])],
  [node('explainer', [paragraph('x')])],
])('what print does not know is a fault: %#', (given) => {
  expect(() => htmlOfBody(given)).toThrow(RangeError);
});

test('marks nest as they are written, and neighbours share an element', () => {
  const to = link('https://exemple.fr/');
  expect(
    htmlOf(
      inlineMarkup(
        node('standfirst', [
          text('Voir '),
          text('le ', to),
          text('Monde', to, { type: 'italic' }),
          text(' d’hier', to),
          text('2', { type: 'superscript' }),
          { type: 'hardBreak' },
          text('sgon', { type: 'language', attrs: { lang: 'ru' } }),
        ]),
      ),
    ),
  ).toBe(
    'Voir <a href="https://exemple.fr/">le <em>Monde</em> d’hier</a><sup>2</sup><br><span lang="ru">sgon</span>',
  );
});

test('two links side by side stay two', () => {
  const html = htmlOfBody(node('paragraph', [text('a', link('/fr')), text('b', link('/en'))]));
  expect(html).toBe('<p><a href="/fr">a</a><a href="/en">b</a></p>');
});

test.each([
  'javascript:alert(1)',
  'JAVASCRIPT:alert(1)',
  'java\nscript:alert(1)',
  'data:text/html,<script>',
  '//evil.example/x',
  'vbscript:x',
  '',
])('a link that is not allowed loses the link, not the words: %j', (href) => {
  expect(htmlOfBody(node('paragraph', [text('mots', link(href))]))).toBe('<p>mots</p>');
  expect(
    htmlOfBody(node('quotation', [paragraph('q')], { attribution: 'A', sourceUrl: href })),
  ).not.toContain('href');
});

test('text and attributes are escaped', () => {
  const html = htmlOfBody(
    node('paragraph', [
      text('</p><script>alert("1")</script>&amp;', { type: 'language', attrs: { lang: '"><x' } }),
    ]),
  );
  expect(html).toBe(
    '<p><span lang="&quot;&gt;&lt;x">&lt;/p&gt;&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;amp;</span></p>',
  );
});

test('the dateline runs into the first paragraph, or stands alone before another block', () => {
  const dated = (body: PrintNode) =>
    htmlOf(bodyMarkup(documentOf(body), { words, dateline: 'Tachkent, Astana.' }));
  expect(dated(paragraph('Il pleut.'))).toBe('<p><span>Tachkent, Astana. </span>Il pleut.</p>');
  expect(dated(node('divider'))).toBe('<p><span>Tachkent, Astana. </span></p><hr>');
});

test('an opening is whole paragraphs, at least one, and stops at the first other block', () => {
  const opening = (signs: number, ...body: PrintNode[]) => htmlOf(openingMarkup(documentOf(...body), signs));
  expect(opening(1, paragraph('Un.'), paragraph('Deux.'))).toBe('<p>Un.</p>');
  expect(opening(100, paragraph('Un.'), paragraph('Deux.'), node('divider'), paragraph('Trois.'))).toBe(
    '<p>Un.</p><p>Deux.</p>',
  );
  expect(opening(100, node('divider'), paragraph('Un.'))).toBe('');
});
