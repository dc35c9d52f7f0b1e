import fc from 'fast-check';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { describe, expect, test } from 'vitest';
import { cleanHtml } from './clean.ts';
import { element, type HtmlNode } from './html-tree.ts';

/** As `treeOf`, from the tree of a parser that follows the standard as browsers do. */
function tree(node: DefaultTreeAdapterTypes.ParentNode): HtmlNode[] {
  return node.childNodes.flatMap((child): HtmlNode[] => {
    if ('value' in child) return [child.value];
    if (!('tagName' in child)) return [];
    const attributes = Object.fromEntries(child.attrs.map(({ name, value }) => [name, value]));
    return [element(child.tagName, tree(child), attributes)];
  });
}

function body(html: string): HtmlNode[] {
  const find = (nodes: readonly HtmlNode[]): readonly HtmlNode[] | undefined => {
    for (const node of nodes) {
      if (typeof node === 'string') continue;
      const found = node.tag === 'body' ? node.children : find(node.children);
      if (found) return found;
    }
    return undefined;
  };
  return [...(find(tree(parse(html))) ?? [])];
}

const clean = (html: string) => cleanHtml(body(html)).html;

describe('pages', () => {
  test.each([
    ['words alone', 'Un mot', '<p>Un mot</p>'],
    ['white space of the source', '<p>\n  Un\n\t mot \n</p>\n<p>Deux</p>', '<p>Un mot</p><p>Deux</p>'],
    ['text between blocks', '<div>Un<div>Deux</div>Trois</div>', '<p>Un</p><p>Deux</p><p>Trois</p>'],
    [
      'paragraphs without words',
      '<p>Un</p><p>&nbsp;</p><p><br></p><p>\u200b</p><p>Deux</p>',
      '<p>Un</p><p>Deux</p>',
    ],
    ['one line break stays', '<p>Un<br>Deux</p>', '<p>Un<br>Deux</p>'],
    ['two make a paragraph', 'Un<br><br>Deux<br>', '<p>Un</p><p>Deux</p>'],
    ['a space between elements', '<p><b>Un</b> <i>deux</i></p>', '<p><strong>Un</strong> <em>deux</em></p>'],
    ['French no-break spaces', '<p>« Oui » : 19 pays</p>', '<p>« Oui » : 19 pays</p>'],
    ['spaces of a browser’s clipboard', '<p>un <b>&nbsp;mot</b></p>', '<p>un <strong>mot</strong></p>'],
    [
      'all six headings',
      '<h1>A</h1><h2>B</h2><h3>C</h3><h6>D</h6>',
      '<h2>A</h2><h2>B</h2><h3>C</h3><h3>D</h3>',
    ],
    ['a heading is not bold on top', '<h2><b>A</b></h2>', '<h2>A</h2>'],
    ['marks by tag', '<p>m<sup>2</sup> H<sub>2</sub>O</p>', '<p>m<sup>2</sup> H<sub>2</sub>O</p>'],
    [
      'signs of HTML are words',
      '<p>1 &lt; 2 &amp; <b>&quot;</b></p>',
      '<p>1 &lt; 2 &amp; <strong>&quot;</strong></p>',
    ],
    ['lines of code', '<pre>un\ndeux</pre>', '<p>un<br>deux</p>'],
    ['definitions', '<dl><dt>G20</dt><dd>Un forum</dd></dl>', '<p>G20</p><p>Un forum</p>'],
    ['a rule', '<p>a</p><hr><p>b</p>', '<p>a</p><hr><p>b</p>'],
  ])('%s', (_, html, expected) => {
    expect(clean(html)).toBe(expected);
  });
});

describe('what must not come in', () => {
  test.each([
    ['scripts and styles', '<style>p{}</style><script>alert(1)</script><p>a</p>', '<p>a</p>'],
    ['events', '<p onclick="alert(1)" style="color:red" class="x" id="y">a</p>', '<p>a</p>'],
    ['a link that runs', '<p><a href="javascript:alert(1)">a</a></p>', '<p>a</p>'],
    ['a link that hides it', '<p><a href="java\nscript:alert(1)">a</a></p>', '<p>a</p>'],
    ['data links', '<p><a href="data:text/html,x">a</a></p>', '<p>a</p>'],
    ['a path of another site', '<p><a href="/login">a</a> <a href="#_ftn1">b</a></p>', '<p>a b</p>'],
    [
      'forms',
      '<form><p>a</p><input value="b"><button>c</button><select><option>d</select></form>',
      '<p>a</p>',
    ],
    [
      'hidden text',
      '<p>a<span style="display:none">b</span><span style="mso-hide:all">c</span></p>',
      '<p>a</p>',
    ],
    ['what tracked changes took out', '<p>a <del>b</del><ins>c</ins></p>', '<p>a c</p>'],
    ['templates', '<template><p>a</p></template><noscript>b</noscript><p>c</p>', '<p>c</p>'],
  ])('%s', (_, html, expected) => {
    expect(clean(html)).toBe(expected);
  });

  test('links to the outside stay, with nothing but their address', () => {
    expect(
      clean('<a href="https://example.org/a?b=1&amp;c=2" target=_blank onclick=x>un <b>lien</b></a>'),
    ).toBe(
      '<p><a href="https://example.org/a?b=1&amp;c=2">un </a><a href="https://example.org/a?b=1&amp;c=2"><strong>lien</strong></a></p>',
    );
    expect(clean('<a href="mailto:a@example.org">a</a> <a href="tel:+33123456789">b</a>')).toBe(
      '<p><a href="mailto:a@example.org">a</a> <a href="tel:+33123456789">b</a></p>',
    );
  });

  test('a link through a search page leads where it was meant to', () => {
    expect(
      clean('<a href="https://www.google.com/url?q=https%3A%2F%2Fexample.org%2Fx&amp;sa=D&amp;ust=1">x</a>'),
    ).toBe('<p><a href="https://example.org/x">x</a></p>');
    expect(clean('<a href="https://www.google.com/url?q=javascript%3Aalert(1)">x</a>')).toBe('<p>x</p>');
  });

  test('pictures are counted, not those that only count readers; their captions stay', () => {
    const cleaned = cleanHtml(
      body(
        '<figure><picture><source srcset=a><img src=b.jpg></picture><figcaption>Légende</figcaption></figure>' +
          '<img src=c.gif width=1 height=1><svg><text>x</text></svg>',
      ),
    );
    expect(cleaned).toEqual({ html: '<p>Légende</p>', pictures: 2 });
  });
});

describe('lists, quotations, tables', () => {
  test.each([
    [
      'nested lists',
      '<ul><li>a<ol start=3><li><p>b</p></li></ol></li><li>c</li></ul>',
      '<ul><li><p>a</p><ol start="3"><li><p>b</p></li></ol></li><li><p>c</p></li></ul>',
    ],
    ['an item with a list alone', '<ul><li><ul><li>a</li></ul></li></ul>', '<ul><li><p>a</p></li></ul>'],
    ['headings in items', '<ul><li><h3>a</h3><p>b</p></li></ul>', '<ul><li><p>a</p><p>b</p></li></ul>'],
    ['empty items', '<ul><li></li><li>a</li></ul><ul><li> </li></ul>', '<ul><li><p>a</p></li></ul>'],
    [
      'a quotation with its source',
      '<blockquote cite="https://example.org/p"><p>Oui.</p><ul><li>Non.</li></ul><footer>— Une ministre</footer></blockquote>',
      '<blockquote data-attribution="Une ministre" cite="https://example.org/p"><p>Oui.</p><p>Non.</p></blockquote>',
    ],
    [
      'a table',
      '<table><caption>T</caption><thead><tr><th>A</th><td><b>B</b></td></tr></thead><tr><td colspan=2 rowspan=0>1<br>2</td></tr></table>',
      '<p>T</p><table><tbody><tr><th><p>A</p></th><th><p>B</p></th></tr><tr><td colspan="2"><p>1<br>2</p></td></tr></tbody></table>',
    ],
    [
      'an empty cell',
      '<table><tr><td>a<td></table>',
      '<table><tbody><tr><td><p>a</p></td><td><p></p></td></tr></tbody></table>',
    ],
    [
      'a table that is only layout',
      '<table><tr><td><h2>a</h2><p>b</p></td></tr></table>',
      '<h2>a</h2><p>b</p>',
    ],
    [
      'a layout around a table',
      '<table><tr><td>x</td><td><table><tr><td>a<td>b</table></td></tr></table>',
      '<p>x</p><table><tbody><tr><td><p>a</p></td><td><p>b</p></td></tr></tbody></table>',
    ],
  ])('%s', (_, html, expected) => {
    expect(clean(html)).toBe(expected);
  });
});

describe('Word', () => {
  const head = `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">
<head><meta name=Generator content="Microsoft Word 15"><!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]-->
<style><!-- p.MsoNormal {margin:0cm; mso-pagination:widow-orphan;} @list l0:level1 {mso-level-number-format:bullet;} --></style></head>
<body lang=FR style='tab-interval:35.4pt'><!--StartFragment-->`;
  const foot = '<!--EndFragment--></body></html>';

  test('paragraphs, headings, marks and the empty o:p', () => {
    expect(
      clean(`${head}
<p class=MsoTitle>La crue<o:p></o:p></p>
<h1 style='mso-list:l2 level1 lfo3'><![if !supportLists]><span style='mso-list:Ignore'>1.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]><b>Le fleuve<o:p></o:p></b></h1>
<p class=MsoNormal><span lang=EN-US style='font-size:11.0pt;line-height:107%;mso-ansi-language:EN-US'>Il pleut<span style='mso-spacerun:yes'>  </span><b style='mso-bidi-font-weight:normal'>fort</b> à <st1:City w:st="on">Lyon</st1:City>.<o:p></o:p></span></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoNormal><i>Demain<span style='mso-no-proof:yes'><!--[if gte vml 1]><v:shape/><![endif]--><img width=200 src="file:///C:/x.png"></span></i></p>${foot}`),
    ).toBe(
      '<h2>La crue</h2><h2>Le fleuve</h2><p>Il pleut <strong>fort</strong> à Lyon.</p><p><em>Demain</em></p>',
    );
  });

  const item = (at: 'First' | 'Middle' | 'Last', level: number, marker: string, words: string) =>
    `<p class=MsoListParagraphCxSp${at} style='margin-left:${level * 36}pt;text-indent:-18.0pt;mso-list:l0 level${level} lfo1'>` +
    `<![if !supportLists]><span style='font-family:Symbol;mso-bidi-font-family:Symbol'><span style='mso-list:Ignore'>${marker}` +
    `<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>${words}<o:p></o:p></p>`;

  test('list paragraphs become lists, by level and kind', () => {
    expect(
      clean(
        head +
          item('First', 1, '·', 'Eau') +
          item('Middle', 2, '3.', 'Niveau') +
          item('Middle', 2, '4.', '<b>Débit</b>') +
          item('Last', 1, '·', 'Vent') +
          '<p class=MsoNormal>Fin</p>' +
          item('First', 1, 'a)', 'Un') +
          foot,
      ),
    ).toBe(
      '<ul><li><p>Eau</p><ol start="3"><li><p>Niveau</p></li><li><p><strong>Débit</strong></p></li></ol></li>' +
        '<li><p>Vent</p></li></ul><p>Fin</p><ol><li><p>Un</p></li></ol>',
    );
  });

  test('a table, its widths and borders gone', () => {
    expect(
      clean(
        `${head}<table class=MsoTableGrid border=1 style='border-collapse:collapse;mso-yfti-tbllook:1184'><tr style='mso-yfti-irow:0'>
<td width=302 style='width:226.55pt'><p class=MsoNormal><b>Ville<o:p></o:p></b></p></td><td><p class=MsoNormal>Mètres<o:p></o:p></p></td></tr></table>${foot}`,
      ),
    ).toBe(
      '<table><tbody><tr><td><p><strong>Ville</strong></p></td><td><p>Mètres</p></td></tr></tbody></table>',
    );
  });

  test('comments and their anchors', () => {
    expect(
      clean(
        `${head}<p class=MsoNormal>Un mot<span class=MsoCommentReference><a class=msocomanchor id="_anchor_1" href="#_msocom_1">[AB1]</a></span></p>
<div style='mso-element:comment-list'><p class=MsoCommentText>À vérifier</p></div>${foot}`,
      ),
    ).toBe('<p>Un mot</p>');
  });
});

describe('Google Docs', () => {
  const span = (style: string, words: string) =>
    `<span style="font-size:11pt;font-family:Arial,sans-serif;color:#000000;background-color:transparent;${style};text-decoration:none;white-space:pre-wrap;">${words}</span>`;
  const normal = 'font-weight:400;font-style:normal;vertical-align:baseline';
  const wrap = (html: string) =>
    `<meta charset='utf-8'><meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-5c1f">${html}</b><br class="Apple-interchange-newline">`;

  test('marks come from styles, not from the bold wrapper', () => {
    expect(
      clean(
        wrap(
          `<h1 dir="ltr" style="line-height:1.38">${span('font-weight:700;font-style:normal', 'Le port')}</h1>` +
            `<p dir="ltr" style="line-height:1.38;margin-top:0pt">${span(normal, 'Il est ')}${span('font-weight:700;font-style:normal', 'plein')}${span('font-weight:400;font-style:italic', ' ou presque')}` +
            `${span('font-weight:400;font-style:normal;vertical-align:super', '1')}.</p><br><p dir="ltr">${span(normal, 'Fin ')}</p>`,
        ),
      ),
    ).toBe('<h2>Le port</h2><p>Il est <strong>plein</strong><em> ou presque</em><sup>1</sup>.</p><p>Fin</p>');
  });

  test('lists whose deeper lists stand beside their item', () => {
    expect(
      clean(
        wrap(
          `<ul style="margin-top:0;padding-inline-start:48px;"><li dir="ltr" aria-level="1"><p dir="ltr" role="presentation">${span(normal, 'Quais')}</p></li>` +
            `<ul><li dir="ltr" aria-level="2"><p dir="ltr" role="presentation">${span(normal, 'Nord')}</p></li></ul>` +
            `<li dir="ltr" aria-level="1"><p dir="ltr" role="presentation">${span(normal, 'Grues')}</p></li></ul>`,
        ),
      ),
    ).toBe('<ul><li><p>Quais</p><ul><li><p>Nord</p></li></ul></li><li><p>Grues</p></li></ul>');
  });

  test('links and tables', () => {
    expect(
      clean(
        wrap(
          `<div dir="ltr" align="left"><table style="border:none"><colgroup><col width="312"/></colgroup><tbody><tr style="height:0pt"><td style="border-left:solid #000 1pt"><p dir="ltr">${span(normal, 'a')}</p></td>` +
            `<td><p dir="ltr"><a href="https://example.org/" style="text-decoration:none;">${span('font-weight:400;font-style:normal', 'b')}</a></p></td></tr></tbody></table></div>`,
        ),
      ),
    ).toBe(
      '<table><tbody><tr><td><p>a</p></td><td><p><a href="https://example.org/">b</a></p></td></tr></tbody></table>',
    );
  });
});

test('cleaning again changes nothing', () => {
  const parts = fc.constantFrom(
    '<p>',
    '</p>',
    '<b>',
    '</b>',
    '<ul>',
    '<li>',
    '</ul>',
    '<table><tr><td>',
    '</table>',
    '<blockquote>',
    '</blockquote>',
    '<h2>',
    '</h2>',
    '<br>',
    ' ',
    '\u00a0',
    'mot',
    '&lt;',
    '<a href="https://example.org">',
    '</a>',
    '<hr>',
  );
  fc.assert(
    fc.property(fc.array(parts, { maxLength: 25 }), (pieces) => {
      const once = clean(pieces.join(''));
      expect(clean(once)).toBe(once);
    }),
    { numRuns: 300 },
  );
});

test('five megabytes are cleaned in a few seconds', () => {
  const paragraph = `<p class=MsoNormal style='mso-margin-top-alt:auto'><span lang=FR style='font-size:12.0pt'>${'Le vent tourne au nord. '.repeat(8)}<o:p></o:p></span></p>`;
  const nodes = body(paragraph.repeat(Math.ceil(5_000_000 / paragraph.length)));
  const started = performance.now();
  expect(cleanHtml(nodes).html.length).toBeGreaterThan(1_000_000);
  expect(performance.now() - started).toBeLessThan(5000);
});
