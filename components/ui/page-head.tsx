import type { ReactNode } from 'react';

/** The head of a desk screen: its one h1, what stands beside it, and the actions at the end. */
export function PageHead({
  title,
  aside,
  children,
}: {
  title: string;
  aside?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <header className="flex min-h-13 flex-wrap items-center gap-x-4 gap-y-2 border-b border-rule bg-paper px-4 py-2 lg:px-6">
      <h1 className="font-serif text-[1.375rem] font-semibold tracking-[-.01em]">{title}</h1>
      {aside ? <div className="text-xs text-ink-3">{aside}</div> : null}
      {children ? <div className="ms-auto flex flex-wrap items-center gap-3">{children}</div> : null}
    </header>
  );
}
