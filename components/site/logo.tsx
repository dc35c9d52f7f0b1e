/** The newsroom's name under its hat. */
export function Logo({ name }: { name: string }) {
  return (
    <span className="logo">
      <svg className="logo-hat" viewBox="0 0 30 14" aria-hidden="true">
        <path d="M1 12h8l6-10 6 10h8" fill="none" stroke="currentColor" strokeWidth="2" />
      </svg>
      <span>{name}</span>
    </span>
  );
}
