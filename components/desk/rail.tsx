'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { Hat, Icon, type IconName } from '#components/ui/icon.tsx';
import { ThemeToggle } from './theme-toggle.tsx';

export interface RailPlace {
  href: string;
  label: string;
  icon: IconName;
}

const item =
  'relative grid size-9 flex-none place-items-center rounded-sm text-ink-2 hover:bg-hover aria-[current]:bg-ink aria-[current]:text-paper max-lg:size-11';

/** The global rail: at the side of a desktop, along the bottom of a phone. */
export function Rail({
  places,
  words,
  signOut,
}: {
  places: readonly RailPlace[];
  words: { desk: string; home: string; profile: string; site: string; theme: string; signOut: string };
  signOut: () => Promise<void>;
}) {
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
      <form action={signOut}>
        <button type="submit" aria-label={words.signOut} title={words.signOut} className={item}>
          <Icon name="exit" />
        </button>
      </form>
    </nav>
  );
}
