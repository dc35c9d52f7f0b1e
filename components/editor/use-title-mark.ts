'use client';

import { useEffect } from 'react';

const mark = '● ';

/** Marks the title of the tab while something in it is not saved. The framework writes the title anew whenever it likes. */
export function useTitleMark(marked: boolean): void {
  useEffect(() => {
    if (!marked) return;
    const put = () => {
      if (!document.title.startsWith(mark)) document.title = mark + document.title;
    };
    put();
    const observer = new MutationObserver(put);
    observer.observe(document.head, { childList: true, subtree: true, characterData: true });
    return () => {
      observer.disconnect();
      if (document.title.startsWith(mark)) document.title = document.title.slice(mark.length);
    };
  }, [marked]);
}
