import '../globals.css';
import type { Metadata } from 'next';
import { cookies } from 'next/headers';
import { connection } from 'next/server';
import type { ReactNode } from 'react';
import { accountLanguage } from './account-language.ts';

// Like the desk: made for one person at one moment, with a nonce.
export const dynamic = 'force-dynamic';

export const metadata: Metadata = {
  title: { template: '%s | Chapeau', default: 'Chapeau' },
  robots: { index: false, follow: false },
};

export default async function AccountLayout({ children }: { children: ReactNode }) {
  await connection();
  const theme = (await cookies()).get('theme')?.value;
  return (
    <html
      lang={await accountLanguage()}
      data-theme={theme === 'light' || theme === 'dark' ? theme : undefined}
    >
      <body className="min-h-dvh bg-galley">{children}</body>
    </html>
  );
}
