import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { AuditFilters } from '#components/desk/people/audit-filters.tsx';
import { AuditTable } from '#components/desk/people/audit-table.tsx';
import { ButtonLink } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/notice.tsx';
import { PageHead } from '#components/ui/page-head.tsx';
import { auditSentence, auditWords, objectName } from '#components/words/audit.ts';
import { formatInstant, zoneName } from '#lib/kernel/dates.ts';
import { requireActor } from '#lib/people/queries/current-actor.ts';
import { listAudit } from '#lib/people/queries/list-audit.ts';
import { listNames } from '#lib/people/queries/list-names.ts';
import { readNewsroom } from '#lib/people/queries/read-newsroom.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: auditWords[(await requireActor()).language].audit };
}

export default async function AuditPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const actor = await requireActor();
  const { language } = actor;
  const words = auditWords[language];
  const asked = await searchParams;
  const one = (name: string) => (typeof asked[name] === 'string' ? asked[name] : '');
  const chosen = { person: one('person'), verb: one('verb'), object: one('object') };
  const audit = await listAudit(actor, { ...chosen, before: asked.before });
  if (!audit) notFound();
  const { timeZone } = await readNewsroom();
  const kept = new URLSearchParams(Object.entries(chosen).filter(([, value]) => value !== ''));
  const older = new URLSearchParams(kept);
  if (audit.next) older.set('before', audit.next);
  const lines = audit.lines.map((line) => ({
    id: line.id,
    at: line.at,
    when: formatInstant(line.at, language, timeZone),
    sentence: auditSentence(
      line.verb,
      {
        who: line.actorName,
        what: objectName(line.objectType, line.objectName, language),
        details: line.details,
        own: line.actorId === line.objectId,
      },
      language,
    ),
    about: `/desk/audit?object=${line.objectType}:${line.objectId}`,
  }));
  return (
    <>
      <PageHead title={words.audit} aside={words.intro} />
      <main
        id="main"
        className="grid min-h-[calc(100dvh-3.25rem)] content-start gap-5 bg-paper px-4 py-5 lg:px-6"
      >
        <AuditFilters language={language} people={await listNames(actor)} chosen={chosen} />
        {lines.length === 0 ? (
          <EmptyState title={words.none} action={<ButtonLink href="/desk/audit">{words.showAll}</ButtonLink>}>
            <p>{words.noneWhy}</p>
          </EmptyState>
        ) : (
          <AuditTable lines={lines} words={words} zone={words.zone(zoneName(timeZone))} />
        )}
        <nav aria-label={words.older} className="flex flex-wrap gap-3 empty:hidden">
          {asked.before ? <ButtonLink href={`/desk/audit?${kept}`}>{words.newest}</ButtonLink> : null}
          {audit.next ? <ButtonLink href={`/desk/audit?${older}`}>{words.older}</ButtonLink> : null}
        </nav>
      </main>
    </>
  );
}
