import { finished } from 'node:stream/promises';
import { RewritingStream } from 'parse5-html-rewriting-stream';

/** Scripts that stay: data for search engines, rules for the browser, and modules of our own by their address. */
function stays(attributes: { name: string; value: string }[]): boolean {
  const value = (name: string) => attributes.find((each) => each.name === name)?.value;
  const type = value('type')?.toLowerCase();
  if (type === 'application/ld+json' || type === 'speculationrules') return true;
  const source = value('src');
  return source?.startsWith('/') === true && !source.startsWith('//') && !source.startsWith('/_next/');
}

function isScriptPreload(attributes: { name: string; value: string }[]): boolean {
  const value = (name: string) => attributes.find((each) => each.name === name)?.value.toLowerCase();
  return value('rel') === 'modulepreload' || (value('rel') === 'preload' && value('as') === 'script');
}

/** What belongs in the head wherever it stands. A style sheet may stand in the body; a description of an item must. */
function isOfTheHead(tagName: string, attributes: { name: string; value: string }[]): boolean {
  if (tagName === 'title') return true;
  if (tagName !== 'meta' && tagName !== 'link') return false;
  return !attributes.some(
    ({ name, value }) => name === 'itemprop' || (name === 'rel' && value.toLowerCase() === 'stylesheet'),
  );
}

/** Where React meant its script to put something; what it put there is elsewhere by now. */
const leftovers = /<template id="B:\w+"><\/template>|<div hidden="" id="S:\w+"><\/div>/g;

/**
 * Takes the framework's scripts out of a finished reader's page: flight data, chunks and their preloads, and the comments React leaves for its
 * own script. The page was whole without them; what is left is the document. Where the title and its like were found too late for the head, which happens
 * when the database takes its time, React leaves them at the end of the body for its script: they are put where crawlers look for them.
 */
export async function withoutFrameworkScripts(html: string): Promise<string> {
  const rewriter = new RewritingStream();
  let dropping = false;
  let inBody = false;
  /** Pictures have titles of their own. */
  let pictures = 0;
  let inTitle = false;
  const late: string[] = [];
  rewriter.on('startTag', (tag, raw) => {
    if (tag.tagName === 'script') {
      dropping = !stays(tag.attrs);
      if (!dropping) rewriter.emitStartTag(tag);
      return;
    }
    if (tag.tagName === 'link' && isScriptPreload(tag.attrs)) return;
    if (tag.tagName === 'body') inBody = true;
    if (tag.tagName === 'svg' && !tag.selfClosing) pictures += 1;
    if (inBody && pictures === 0 && isOfTheHead(tag.tagName, tag.attrs)) {
      inTitle = tag.tagName === 'title';
      late.push(raw);
      return;
    }
    rewriter.emitStartTag(tag);
  });
  rewriter.on('endTag', (tag, raw) => {
    if (tag.tagName === 'svg') pictures -= 1;
    if (tag.tagName === 'script' && dropping) dropping = false;
    else if (tag.tagName === 'title' && inTitle) {
      inTitle = false;
      late.push(raw);
    } else rewriter.emitEndTag(tag);
  });
  rewriter.on('text', (_token, raw) => {
    if (inTitle) late.push(raw);
    else if (!dropping) rewriter.emitRaw(raw);
  });
  rewriter.on('comment', () => {});
  // The stream is already flowing into nowhere (a pipe its constructor makes), so it can be listened to but not iterated.
  const parts: string[] = [];
  rewriter.on('data', (part: string) => parts.push(part));
  rewriter.end(html);
  await finished(rewriter);
  const document = parts.join('').replace(leftovers, '');
  return late.length === 0 ? document : document.replace('</head>', () => `${late.join('')}</head>`);
}
