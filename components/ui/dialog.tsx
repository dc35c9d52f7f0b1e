'use client';

import { type ReactNode, useEffect, useId, useRef } from 'react';
import { Button } from './button.tsx';
import { Icon } from './icon.tsx';

/**
 * A modal dialog on the platform's own `<dialog>`: focus is kept inside and given back, Escape closes. Rendered only while
 * `open`, so its content starts fresh each time.
 */
export function Dialog({
  open,
  title,
  closeLabel,
  onClose,
  wide = false,
  children,
  footer,
}: {
  open: boolean;
  title: string;
  closeLabel: string;
  onClose: () => void;
  wide?: boolean;
  children: ReactNode;
  footer?: ReactNode;
}) {
  const ref = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const dialog = ref.current;
    if (!open || !dialog || dialog.open) return;
    const before = document.activeElement;
    dialog.showModal();
    return () => {
      // The browser gives the focus back when a dialog is closed, not when it is taken down.
      const isLost = document.activeElement === null || document.activeElement === document.body;
      if (isLost && before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, [open]);
  if (!open) return null;
  return (
    <dialog
      ref={ref}
      aria-labelledby={titleId}
      onClose={onClose}
      onCancel={(event) => {
        // A cancel of a nested control (a file picker, a select) bubbles: only the dialog's own closes it.
        if (event.target === event.currentTarget) onClose();
      }}
      className={`float-surface m-auto max-h-[min(90dvh,52rem)] w-[calc(100vw-2rem)] overflow-auto p-0 text-ink backdrop:bg-black/40 ${wide ? 'max-w-3xl' : 'max-w-md'}`}
    >
      <header className="flex items-start justify-between gap-4 px-5 pt-4 pb-3">
        <h2 id={titleId} className="font-serif text-[1.375rem] leading-tight font-semibold tracking-[-.01em]">
          {title}
        </h2>
        <Button kind="quiet" small icon aria-label={closeLabel} onClick={onClose}>
          <Icon name="cross" />
        </Button>
      </header>
      <div className="px-5 pb-5">{children}</div>
      {footer ? (
        <footer className="flex flex-wrap justify-end gap-3 border-t border-rule px-5 py-4">{footer}</footer>
      ) : null}
    </dialog>
  );
}
