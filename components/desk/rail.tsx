'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useKeeper } from '#components/device/keeper.tsx';
import { SignOut } from '#components/device/sign-out.tsx';
import { useKeptCount } from '#components/device/use-kept.ts';
import { Hat, Icon, type IconName } from '#components/ui/icon.tsx';
import { deviceWords } from '#components/words/device.ts';
import type { Language } from '#lib/kernel/language.ts';
import { ThemeToggle } from './theme-toggle.tsx';

export interface RailPlace {
  href: string;
  label: string;
  icon: IconName;
}

const item =
  'relative grid size-9 flex-none place-items-center rounded-sm text-ink-2 hover:bg-hover aria-[current]:bg-ink aria-[current]:text-paper max-lg:h-11 max-lg:w-auto max-lg:max-w-11 max-lg:min-w-6 max-lg:flex-1';

/** The global rail: at the side of a desktop, along the bottom of a phone. */
export function Rail({
  places,
  words,
  language,
  personId,
}: {
  places: readonly RailPlace[];
  words: { desk: string; home: string; profile: string; site: string; theme: string };
  language: Language;
  personId: string;
}) {
  const { showKept } = useKeeper();
  const { here: unsaved, left } = useKeptCount(personId);
  const kept = unsaved + left;
  const { kept: keptWords } = deviceWords[language];
  const keptLabel = kept > 0 ? keptWords.openCount(kept) : keptWords.open;
  const path = usePathname();
  const here = (href: string) => (path === href || path.startsWith(`${href}/`) ? 'page' : undefined);
  return (
    <nav
      aria-label={words.desk}
      className="z-20 flex items-center gap-1 border-rule bg-galley max-lg:order-last max-lg:sticky max-lg:bottom-0 max-lg:justify-around max-lg:gap-0 max-lg:border-t max-lg:px-1 lg:flex-col lg:border-e lg:py-3 print:hidden"
    >
      <Link
        href="/desk/stories"
        aria-label={words.home}
        className="grid size-9 place-items-center max-lg:hidden lg:mb-3"
      >
        <Hat />
      </Link>
      {places.map((place) => (
        <Link
          key={place.href}
          href={place.href}
          aria-label={place.label}
          title={place.label}
          aria-current={here(place.href)}
          className={item}
        >
          <Icon name={place.icon} />
        </Link>
      ))}
      <span className="flex-1 max-lg:hidden" />
      <a href="/" aria-label={words.site} title={words.site} className={`${item} max-sm:hidden`}>
        <Icon name="eye" />
      </a>
      <button
        type="button"
        aria-haspopup="dialog"
        aria-label={keptLabel}
        title={keptLabel}
        className={item}
        onClick={showKept}
      >
        <Icon name="device" />
        {kept > 0 ? (
          <span
            aria-hidden="true"
            className="absolute end-0.5 top-0.5 grid min-w-4 place-items-center rounded-full bg-alert px-1 text-[0.625rem] leading-4 font-bold text-paper"
          >
            {kept}
          </span>
        ) : null}
      </button>
      <ThemeToggle label={words.theme} className={item} />
      <Link
        href="/desk/profile"
        aria-label={words.profile}
        title={words.profile}
        aria-current={here('/desk/profile')}
        className={item}
      >
        <Icon name="person" />
      </Link>
      <SignOut language={language} className={item} keptCount={left} />
    </nav>
  );
}
