import type { ReactNode } from 'react';

/** A part of a person's screen: a heading and what belongs under it. */
export function SectionBox({
  title,
  aside,
  children,
}: {
  title: string;
  aside?: string;
  children: ReactNode;
}) {
  return (
    <section className="grid gap-4 border-t border-rule py-6 first:border-t-0">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 className="font-serif text-h4 font-semibold tracking-[-.012em]">{title}</h2>
        {aside ? <p className="text-xs text-ink-3">{aside}</p> : null}
      </div>
      {children}
    </section>
  );
}

/** Something that is not undone by a second press: what it means is read before its button is there. */
export function Considered({ title, children }: { title: string; children: ReactNode }) {
  return (
    <details className="group rounded-sm border border-rule">
      <summary className="flex min-h-9 items-center gap-2 px-3.5 font-[550] hover:bg-hover">
        <span aria-hidden="true" className="text-ink-3 group-open:rotate-90">
          ›
        </span>
        {title}
      </summary>
      <div className="grid gap-3 border-t border-rule p-3.5">{children}</div>
    </details>
  );
}
