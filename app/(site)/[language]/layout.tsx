import type { Viewport } from 'next';
import { notFound } from 'next/navigation';
import type { ReactNode } from 'react';
import { isLanguage } from '#lib/kernel/language.ts';
import '#app/globals.css';
import '#app/(site)/styles/frame.css';
import '#app/(site)/styles/lists.css';
import '#app/(site)/styles/home.css';
import '#app/(site)/styles/article.css';
import '#app/(site)/styles/text.css';
import '#app/(site)/styles/paper.css';

export const dynamic = 'force-dynamic';

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  colorScheme: 'light dark',
};

/** The document of every readers' page, in the language of its address. */
export default async function SiteLayout({
  children,
  params,
}: {
  children: ReactNode;
  params: Promise<{ language: string }>;
}) {
  const { language } = await params;
  if (!isLanguage(language)) notFound();
  return (
    <html lang={language} dir="ltr" suppressHydrationWarning>
      <head>
        {/* Small and ours: sets light or dark before anything is drawn. Nothing on a page needs it to be read. */}
        <script src="/site.js" />
      </head>
      <body className="site">{children}</body>
    </html>
  );
}
