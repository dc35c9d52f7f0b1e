'use client';

import { useRouter } from 'next/navigation';
import type { KeyboardEvent, ReactNode } from 'react';

/**
 * Moves through a list by keys: j and k (or the arrows) go from story to story, n begins one; Enter is the link's own. Only while
 * focus is inside the list: a letter must never act on somebody who is typing or who speaks to their computer.
 */
export function ListKeys({
  label,
  newHref,
  children,
}: {
  label: string;
  newHref: string | null;
  children: ReactNode;
}) {
  const router = useRouter();
  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      const links = [...event.currentTarget.querySelectorAll<HTMLElement>('a[data-story]')];
      const here = links.indexOf(document.activeElement as HTMLElement);
      const next = here === -1 ? links[0] : links[Math.min(links.length - 1, Math.max(0, here + step))];
      next?.focus();
      next?.scrollIntoView({ block: 'nearest' });
      event.preventDefault();
    } else if (event.key === 'n' && newHref !== null) {
      event.preventDefault();
      router.push(newHref);
    }
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a region that takes keys; its list is the table inside
    <div
      role="region"
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so it must be reachable
      tabIndex={0}
      onKeyDown={onKeyDown}
      className="min-h-0 transition-opacity peer-aria-busy:opacity-50 peer-aria-busy:delay-300 lg:flex-1 lg:overflow-auto"
    >
      {children}
    </div>
  );
}
