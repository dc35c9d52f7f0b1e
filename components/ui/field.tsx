import type { InputHTMLAttributes, ReactNode, SelectHTMLAttributes, TextareaHTMLAttributes } from 'react';

const control =
  'block w-full min-h-9 rounded-sm border border-rule-control bg-raised px-2.5 py-1.5 text-ink placeholder:text-ink-3 ' +
  'placeholder:opacity-100 aria-invalid:border-alert not-[select]:read-only:bg-galley disabled:bg-galley disabled:text-ink-3';

interface Frame {
  /** Also the base of the ids of hint and error. */
  id: string;
  label: ReactNode;
  hint?: ReactNode;
  /** What is wrong and what to do; ties itself to the control. */
  error?: ReactNode;
}

function describedBy({ id, hint, error }: Frame): string | undefined {
  const ids = [error ? `${id}-error` : '', hint ? `${id}-hint` : ''].filter(Boolean).join(' ');
  return ids === '' ? undefined : ids;
}

/** Label above, hint and error below: the frame every control stands in. */
export function FieldFrame({ id, label, hint, error, children }: Frame & { children: ReactNode }) {
  return (
    <div>
      <label htmlFor={id} className="mb-1.5 block text-xs font-semibold">
        {label}
      </label>
      {children}
      {error ? (
        <p id={`${id}-error`} className="mt-1 text-xs font-semibold text-alert">
          <span aria-hidden="true">◆ </span>
          {error}
        </p>
      ) : null}
      {hint ? (
        <p id={`${id}-hint`} className="mt-1 text-xs text-ink-3">
          {hint}
        </p>
      ) : null}
    </div>
  );
}

type Rest<Element> = Omit<Element, 'id'>;

export function TextField({
  id,
  label,
  hint,
  error,
  className,
  ...rest
}: Frame & Rest<InputHTMLAttributes<HTMLInputElement>>) {
  const frame = { id, label, hint, error };
  return (
    <FieldFrame {...frame}>
      <input
        {...rest}
        id={id}
        className={`${control} ${className ?? ''}`}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(frame)}
      />
    </FieldFrame>
  );
}

export function TextArea({
  id,
  label,
  hint,
  error,
  className,
  ...rest
}: Frame & Rest<TextareaHTMLAttributes<HTMLTextAreaElement>>) {
  const frame = { id, label, hint, error };
  return (
    <FieldFrame {...frame}>
      <textarea
        {...rest}
        id={id}
        className={`${control} resize-y leading-normal ${className ?? ''}`}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(frame)}
      />
    </FieldFrame>
  );
}

export function SelectField({
  id,
  label,
  hint,
  error,
  className,
  children,
  ...rest
}: Frame & Rest<SelectHTMLAttributes<HTMLSelectElement>>) {
  const frame = { id, label, hint, error };
  return (
    <FieldFrame {...frame}>
      <select
        {...rest}
        id={id}
        className={`${control} ${className ?? ''}`}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(frame)}
      >
        {children}
      </select>
    </FieldFrame>
  );
}

export function Checkbox({
  id,
  label,
  hint,
  ...rest
}: Omit<Frame, 'error'> & Rest<InputHTMLAttributes<HTMLInputElement>>) {
  return (
    <div className="flex items-start gap-2.5">
      <input
        {...rest}
        id={id}
        type="checkbox"
        className="mt-0.5 size-4 accent-pencil"
        aria-describedby={hint ? `${id}-hint` : undefined}
      />
      <div>
        <label htmlFor={id}>{label}</label>
        {hint ? (
          <p id={`${id}-hint`} className="text-xs text-ink-3">
            {hint}
          </p>
        ) : null}
      </div>
    </div>
  );
}
