import type { ReactNode } from 'react';
import { Hat } from '#components/ui/icon.tsx';

/** The one column of the pages before the desk: the newsroom's name, a title, what is asked, and two ways out below. */
export function AccountPage({
  newsroom,
  title,
  children,
  footer,
}: {
  newsroom: string;
  title: string;
  children: ReactNode;
  footer?: ReactNode;
}) {
  return (
    <main id="main" className="mx-auto grid w-full max-w-[26rem] gap-6 px-4 py-10 sm:py-20">
      <p className="flex items-center gap-2.5 font-serif text-h4 font-semibold tracking-[-.012em]">
        <Hat />
        {newsroom}
      </p>
      <div className="grid gap-6 rounded-sm border border-rule bg-paper p-5 sm:p-7">
        <h1 className="font-serif text-h3 leading-tight font-semibold tracking-[-.012em]">{title}</h1>
        {children}
      </div>
      {footer ? <div className="flex flex-wrap justify-between gap-x-6 gap-y-2 text-xs">{footer}</div> : null}
    </main>
  );
}

const link = 'inline-block min-h-6 text-pencil underline underline-offset-2 hover:text-pencil-strong';

export function AccountLink({ href, lang, children }: { href: string; lang?: string; children: ReactNode }) {
  return (
    <a href={href} className={link} lang={lang} hrefLang={lang}>
      {children}
    </a>
  );
}
