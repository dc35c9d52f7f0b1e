import { describe, expect, test } from 'vitest';
import { withoutFrameworkScripts } from './reader-html.ts';

describe('what stays of a page', () => {
  test.each([
    '<!DOCTYPE html><html lang="fr"><head><title>L’été &amp; l’hiver</title></head><body><p>« Oui\u00a0»</p></body></html>',
    '<script type="application/ld+json">{"a":"\\u003c/script>"}</script>',
    '<script type="speculationrules">{"prefetch":[]}</script>',
    '<script type="module" src="/site.js"></script>',
    '<link rel="preload" as="font" href="/_next/static/media/a.woff2">',
    '<style>p > a { color: red }</style>',
    '<pre>\n\n two lines</pre>',
    '<template><p>a</p></template>',
  ])('%s', async (html) => {
    expect(await withoutFrameworkScripts(html)).toBe(html);
  });
});

describe('what goes', () => {
  test.each([
    '<script>self.__next_f.push([1,"</p><p>"])</script>',
    '<script src="/_next/static/chunks/a.js" async=""></script>',
    '<script src="//elsewhere.example/a.js"></script>',
    '<script src="https://elsewhere.example/a.js"></script>',
    '<SCRIPT>alert(1)</SCRIPT>',
    '<script type="text/javascript">alert(1)</script>',
    '<link rel="preload" as="script" href="/_next/static/chunks/a.js"/>',
    '<link rel="modulepreload" href="/_next/a.js">',
    '<!--$?-->',
  ])('%s', async (html) => {
    expect(await withoutFrameworkScripts(`<p>a</p>${html}<p>b</p>`)).toBe('<p>a</p><p>b</p>');
  });
});

test('a title that came too late for the head is put there, with all that belongs to it', async () => {
  const late =
    '<title>Monde | Chapeau</title><meta name="description" content="a &amp; b"/><link rel="canonical" href="/fr"/>';
  const body =
    '<main><svg><title>Lieu</title><path d="M0 0"/></svg><p>Un.</p><meta itemprop="name" content="x"></main>';
  const page = (head: string, rest: string) =>
    `<!DOCTYPE html><html><head><meta charset="utf-8">${head}</head><body>${rest}</body></html>`;
  const streamed = page(
    '',
    `<div hidden=""><template id="B:0"></template></div>${body}<template id="B:1"></template>${late}<div hidden="" id="S:1"></div><div hidden="" id="S:0"></div>`,
  );
  expect(await withoutFrameworkScripts(streamed)).toBe(page(late, `<div hidden=""></div>${body}`));
  const whole = page(late, body);
  expect(await withoutFrameworkScripts(whole)).toBe(whole);
});
