'use client';

import { DOMSerializer } from '@tiptap/pm/model';
import { useLayoutEffect, useMemo, useRef } from 'react';
import { type DocumentJson, parseDocument } from '#lib/document/document.ts';
import { draftSchema } from '#lib/document/schema.ts';
import type { Language } from '#lib/kernel/language.ts';

/** A text as it was, to be read: the schema's own HTML, nothing to write in. */
export function OldText({
  document: json,
  textLanguage,
}: {
  document: DocumentJson;
  textLanguage: Language;
}) {
  const place = useRef<HTMLDivElement>(null);
  const text = useMemo(() => parseDocument(json), [json]);
  useLayoutEffect(() => {
    const html = DOMSerializer.fromSchema(draftSchema).serializeFragment(text.content);
    place.current?.replaceChildren(html);
    // Followed here, a link would lead away from a page with words on their way.
    for (const link of place.current?.querySelectorAll('a') ?? []) {
      link.target = '_blank';
      link.rel = 'noopener';
    }
  }, [text]);
  return <div ref={place} lang={textLanguage} className="story-text story-text-old" />;
}
