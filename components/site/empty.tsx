import type { ReactNode } from 'react';

/** A page or list with nothing to show: a sentence under the hat, why, and where to go. */
export function Empty({ title, level = 2, children }: { title: string; level?: 1 | 2; children: ReactNode }) {
  const Heading = `h${level}` as const;
  return (
    <div className="empty">
      <div className="hat">
        <Heading>{title}</Heading>
        {children}
      </div>
    </div>
  );
}
