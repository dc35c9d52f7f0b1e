import type { AnchorHTMLAttributes, ButtonHTMLAttributes, Ref } from 'react';

export type ButtonKind = 'default' | 'primary' | 'quiet' | 'danger';

const base =
  'inline-flex items-center justify-center gap-2 rounded-sm border font-[550] whitespace-nowrap no-underline ' +
  'transition-colors duration-(--duration-fast) ease-out aria-disabled:cursor-not-allowed aria-disabled:border-rule ' +
  'aria-disabled:bg-galley aria-disabled:text-ink-3';

const kinds: Record<ButtonKind, string> = {
  default: 'border-rule-control bg-raised text-ink hover:not-aria-disabled:bg-hover',
  primary:
    'border-pencil bg-pencil text-on-pencil hover:not-aria-disabled:border-pencil-strong hover:not-aria-disabled:bg-pencil-strong',
  quiet: 'border-transparent bg-transparent text-ink hover:not-aria-disabled:bg-hover',
  danger: 'border-alert bg-raised text-alert hover:not-aria-disabled:bg-alert-tint',
};

function look(kind: ButtonKind, small: boolean, icon: boolean, extra = ''): string {
  const size = icon
    ? small
      ? 'size-7'
      : 'size-9'
    : small
      ? 'min-h-7 px-2.5 text-xs'
      : 'min-h-9 px-3.5 text-sm';
  return `${base} ${kinds[kind]} ${size} ${extra}`;
}

interface Look {
  kind?: ButtonKind;
  small?: boolean;
  /** Square, for a button that shows an icon only: give it an `aria-label`. */
  icon?: boolean;
}

/**
 * A button. For one that may not be pressed now, give `aria-disabled` and say why beside it (or in `title`), never `disabled`: it
 * stays in the tab order and its press does nothing.
 */
export function Button({
  kind = 'default',
  small = false,
  icon = false,
  className,
  type = 'button',
  onClick,
  ref,
  ...rest
}: ButtonHTMLAttributes<HTMLButtonElement> & Look & { ref?: Ref<HTMLButtonElement> }) {
  const off = rest['aria-disabled'] === true || rest['aria-disabled'] === 'true';
  return (
    <button
      {...rest}
      ref={ref}
      type={off ? 'button' : type}
      className={look(kind, small, icon, className)}
      onClick={off ? undefined : onClick}
    />
  );
}

/** A link that looks like a button: for going somewhere, not for doing something. */
export function ButtonLink({
  kind = 'default',
  small = false,
  icon = false,
  className,
  ...rest
}: AnchorHTMLAttributes<HTMLAnchorElement> & Look & { href: string }) {
  return <a {...rest} className={look(kind, small, icon, className)} />;
}
