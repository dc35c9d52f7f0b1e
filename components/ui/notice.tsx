import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';

/**
 * Says something beside the work. `alert` is for what went wrong (pink pen, with its diamond) and is announced at once;
 * `status` for what was done.
 */
export function Notice({
  kind,
  title,
  children,
}: {
  kind: 'alert' | 'status' | 'plain';
  title?: string;
  children: ReactNode;
}) {
  const warn = kind === 'alert';
  return (
    <div
      role={kind === 'alert' ? 'alert' : kind === 'status' ? 'status' : undefined}
      className={`grid grid-cols-[auto_1fr] gap-2.5 rounded-sm px-3 py-2.5 text-xs leading-normal ${warn ? 'bg-alert-tint' : 'bg-galley'}`}
    >
      <Icon
        name={warn ? 'diamond' : kind === 'status' ? 'tick' : 'info'}
        className={warn ? 'text-alert' : 'text-ink-2'}
      />
      <div>
        {title ? <p className="font-semibold">{title}</p> : null}
        {children}
      </div>
    </div>
  );
}

/** A screen or list that has nothing to show: a serif sentence under a hat rule, why, and one thing to do. */
export function EmptyState({
  title,
  children,
  action,
}: {
  title: string;
  children?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className="mx-auto max-w-md px-4 py-16">
      <div className="hat pt-5">
        <p className="font-serif text-h3 font-semibold tracking-[-.012em]">{title}</p>
        {children ? <div className="mt-2 text-ink-2">{children}</div> : null}
        {action ? <div className="mt-5">{action}</div> : null}
      </div>
    </div>
  );
}
