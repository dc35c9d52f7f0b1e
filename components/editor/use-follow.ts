'use client';

import type { Editor } from '@tiptap/core';
import { useEffect, useState } from 'react';
import type { PersonHere } from '#lib/writing/messages.ts';
import type { CaretOnScreen } from './live/carets.ts';

/** Keys that neither write nor move: they go on following. */
const quiet = new Set(['Tab', 'Shift', 'Control', 'Alt', 'Meta', 'CapsLock']);

/**
 * Keeps a colleague's caret in view until this person does something of their own: types, scrolls, presses Escape or into the text.
 * `lost` is who was followed until they left.
 */
export function useFollow(
  editor: Editor | null,
  carets: readonly CaretOnScreen[],
  people: readonly PersonHere[],
) {
  const [followed, setFollowed] = useState<PersonHere | null>(null);
  const [ended, setEnded] = useState<PersonHere | null>(null);
  const personId = followed?.personId ?? null;
  const caret = carets.find((each) => each.personId === personId);
  const isHere = caret !== undefined;
  const [anchor, head] = [caret?.anchor, caret?.head];

  useEffect(() => {
    if (!editor || personId === null || anchor === undefined || head === undefined) return;
    const frame = requestAnimationFrame(() => {
      const found = [...editor.view.dom.querySelectorAll<HTMLElement>('.remote-caret')].find(
        (element) => element.dataset.person === personId,
      );
      const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
      found?.scrollIntoView({ block: 'center', behavior: still ? 'auto' : 'smooth' });
    });
    return () => cancelAnimationFrame(frame);
  }, [editor, personId, anchor, head]);

  useEffect(() => {
    if (!editor || followed === null) return;
    const stop = () => {
      setFollowed(null);
      setEnded(followed);
    };
    if (!isHere) return stop();
    const text = editor.view.dom;
    const pressed = (event: KeyboardEvent) => {
      const inText = event.target instanceof Node && text.contains(event.target);
      const scrolls = ['PageUp', 'PageDown', 'Home', 'End', 'ArrowUp', 'ArrowDown'].includes(event.key);
      if (event.key === 'Escape' || scrolls || (inText && !quiet.has(event.key))) stop();
    };
    const pointed = ({ target }: PointerEvent) => {
      // Into the text, or on the scroll bar of what holds it.
      if (target instanceof Node && (text.contains(target) || target.contains(text))) stop();
    };
    document.addEventListener('keydown', pressed);
    document.addEventListener('wheel', stop, { passive: true });
    document.addEventListener('touchmove', stop, { passive: true });
    document.addEventListener('pointerdown', pointed);
    text.addEventListener('beforeinput', stop);
    return () => {
      document.removeEventListener('keydown', pressed);
      document.removeEventListener('wheel', stop);
      document.removeEventListener('touchmove', stop);
      document.removeEventListener('pointerdown', pointed);
      text.removeEventListener('beforeinput', stop);
    };
  }, [editor, followed, isHere]);

  return {
    followed,
    ended,
    follow(id: string | null) {
      const person = people.find((each) => each.personId === id) ?? null;
      if (person === null && followed !== null) setEnded(followed);
      setFollowed(person);
    },
  };
}
