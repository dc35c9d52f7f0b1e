import { text } from '#lib/document/build.ts';
import type { DocumentJson, NodeJson } from '#lib/document/document.ts';
import type { Language } from '#lib/kernel/language.ts';
import type { DemoStory } from './story.ts';

const noBreak = '\u00a0';
const narrow = '\u202f';

/** Spaces as a French page wants them: narrow before `; ! ? %` and in thousands, full before `:`, inside « » and after a number. */
function french(text: string): string {
  return text
    .replace(/(?<=(?<!\d)\d{1,3}) (?=\d{3}(?!\d))/gu, narrow)
    .replace(/ (?=[;!?%])/gu, narrow)
    .replace(/ (?=[:»])/gu, noBreak)
    .replace(/(?<=«) /gu, noBreak)
    .replace(/(?<=(?<![\p{L}\p{N}+])\d{1,3}) (?=\p{L})/gu, noBreak)
    .replace(/(?<=\b(?:M|MM|Mme)\.?) (?=\p{Lu})/gu, noBreak);
}

/** A number stays with its unit. */
function english(text: string): string {
  return text.replace(/(?<=\d) (?=(?:km|m|kg|mm|million|billion|per cent)\b)/gu, noBreak);
}

export function typeset(text: string, language: Language): string {
  return language === 'fr' ? french(text) : english(text);
}

/** The words of a node, and of what is said beside them (who is quoted), set for the language. Addresses stay as they are. */
function typesetNode(node: NodeJson, language: Language): NodeJson {
  const attribution = node.attrs?.attribution;
  return {
    ...node,
    ...(node.text === undefined ? {} : { text: typeset(node.text, language) }),
    ...(typeof attribution === 'string'
      ? { attrs: { ...node.attrs, attribution: typeset(attribution, language) } }
      : {}),
    ...(node.content ? { content: node.content.map((child) => typesetNode(child, language)) } : {}),
  };
}

/** A story's text as the desk would hold it, block ids and all; the same every time. */
export function documentOf({ language, headline, standfirst, body }: DemoStory): DocumentJson {
  return text({
    headline: typeset(headline, language),
    standfirst: typeset(standfirst, language),
    body: body.map((node) => typesetNode(node, language)),
  });
}
