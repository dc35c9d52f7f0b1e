'use client';

import { type KeyboardEvent, type ReactNode, useId } from 'react';

export interface Tab {
  readonly key: string;
  readonly label: string;
  /** A number after the name: how much waits there. */
  readonly count?: number;
  readonly panel: ReactNode;
}

/**
 * Tabs over panels; the arrow keys go from one to the next. Every panel stays in the page, so that what somebody typed in one is
 * there when they come back.
 */
export function TabList({
  label,
  tabs,
  chosen,
  onChoose,
}: {
  label: string;
  tabs: readonly Tab[];
  chosen: string;
  onChoose: (key: string) => void;
}) {
  const id = useId();
  function onKeyDown(event: KeyboardEvent<HTMLDivElement>) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const here = tabs.findIndex(({ key }) => key === chosen);
    const next =
      event.key === 'Home'
        ? tabs[0]
        : event.key === 'End'
          ? tabs.at(-1)
          : step
            ? tabs[(here + step + tabs.length) % tabs.length]
            : undefined;
    if (!next) return;
    event.preventDefault();
    onChoose(next.key);
    document.getElementById(`${id}-tab-${next.key}`)?.focus();
  }
  return (
    <div className="grid min-h-0 grid-cols-1 grid-rows-[auto_minmax(0,1fr)]">
      <div
        role="tablist"
        aria-label={label}
        onKeyDown={onKeyDown}
        className="flex gap-5 overflow-x-auto border-b border-rule px-5"
      >
        {tabs.map(({ key, label: name, count }) => (
          <button
            key={key}
            id={`${id}-tab-${key}`}
            type="button"
            role="tab"
            aria-selected={key === chosen}
            aria-controls={`${id}-panel-${key}`}
            tabIndex={key === chosen ? 0 : -1}
            onClick={() => onChoose(key)}
            className="-mb-px border-b-2 border-transparent py-3 font-medium whitespace-nowrap text-ink-2 -outline-offset-2 hover:text-ink aria-selected:border-ink aria-selected:font-semibold aria-selected:text-ink"
          >
            {name}
            {count ? <span className="tabular ms-1.5 font-medium text-ink-3">{count}</span> : null}
          </button>
        ))}
      </div>
      <div className="relative min-h-0 lg:overflow-auto">
        {tabs.map(({ key, panel }) => (
          <div
            key={key}
            id={`${id}-panel-${key}`}
            role="tabpanel"
            aria-labelledby={`${id}-tab-${key}`}
            // biome-ignore lint/a11y/noNoninteractiveTabindex: a panel may hold nothing to focus, and it scrolls
            tabIndex={0}
            hidden={key !== chosen}
            className="p-5 -outline-offset-2"
          >
            {panel}
          </div>
        ))}
      </div>
    </div>
  );
}
