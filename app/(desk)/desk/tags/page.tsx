import type { Metadata } from 'next';
import { CreateForm } from '#components/desk/tags/create-form.tsx';
import { LoadTopicsForm } from '#components/desk/tags/load-topics-form.tsx';
import { TagTable } from '#components/desk/tags/tag-table.tsx';
import { Button, ButtonLink } from '#components/ui/button.tsx';
import { TextField } from '#components/ui/field.tsx';
import { EmptyState } from '#components/ui/notice.tsx';
import { PageHead } from '#components/ui/page-head.tsx';
import { tagWords } from '#components/words/tags.ts';
import { requireActor } from '#lib/people/queries/current-actor.ts';
import { listTags } from '#lib/tags/queries/list-tags.ts';
import { type TagType, tagTypes } from '#lib/tags/tag-type.ts';
import { create, loadTopics } from './actions.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: tagWords[(await requireActor()).language].title };
}

/** The list's address for a type and a search. */
function listPath(type: TagType | null, search: string, after?: string): string {
  const asked = new URLSearchParams({
    ...(type ? { type } : {}),
    ...(search ? { q: search } : {}),
    ...(after ? { after } : {}),
  });
  return asked.size > 0 ? `/desk/tags?${asked}` : '/desk/tags';
}

export default async function TagsPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const actor = await requireActor();
  const words = tagWords[actor.language];
  const asked = await searchParams;
  const search = typeof asked.q === 'string' ? asked.q : '';
  const type = tagTypes.find((each) => each === asked.type) ?? null;
  const after = typeof asked.after === 'string' ? asked.after : null;
  const { tags, next, counts, ours, may } = await listTags(actor, { type, search, after });
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const tab =
    'inline-flex min-h-9 items-center gap-1.5 border-b-2 border-transparent px-1 text-ink-2 hover:text-ink aria-[current]:border-ink aria-[current]:font-semibold aria-[current]:text-ink';
  return (
    <>
      <PageHead title={words.title} aside={words.tags(total)} />
      <main id="main" className="grid gap-5 bg-paper px-4 py-5 lg:px-6">
        {may.create ? (
          <details className="group rounded-sm border border-rule">
            <summary className="flex min-h-9 items-center gap-2 px-3.5 font-[550] hover:bg-hover">
              <span aria-hidden="true" className="text-ink-3 group-open:rotate-90">
                ›
              </span>
              {words.create}
            </summary>
            <div className="border-t border-rule p-3.5">
              <CreateForm language={actor.language} type={type} action={create} />
            </div>
          </details>
        ) : null}
        {/* biome-ignore lint/a11y/useSemanticElements: <search> is not known to every browser the desk supports */}
        <form role="search" method="get" action="/desk/tags" className="flex flex-wrap items-end gap-3">
          {type ? <input type="hidden" name="type" value={type} /> : null}
          <div className="min-w-56 flex-1 sm:max-w-80">
            <TextField
              id="q"
              name="q"
              type="search"
              label={words.search}
              placeholder={words.searchHint}
              defaultValue={search}
              key={search}
            />
          </div>
          <Button type="submit">{words.find}</Button>
        </form>
        <nav aria-label={words.byType} className="flex flex-wrap gap-x-5 border-b border-rule">
          <a href={listPath(null, search)} className={tab} aria-current={type === null ? 'page' : undefined}>
            {search === '' ? words.ours : words.all}{' '}
            <span className="tabular text-2xs text-ink-3">{words.number(search === '' ? ours : total)}</span>
          </a>
          {tagTypes.map((each) => (
            <a
              key={each}
              href={listPath(each, search)}
              className={tab}
              aria-current={type === each ? 'page' : undefined}
            >
              {words.typePlurals[each]}{' '}
              <span className="tabular text-2xs text-ink-3">{words.number(counts[each] ?? 0)}</span>
            </a>
          ))}
        </nav>
        {tags.length > 0 ? (
          <TagTable tags={tags} language={actor.language} />
        ) : search === '' ? (
          <EmptyState title={words.noneYet}>
            <p>{words.noneYetWhy}</p>
          </EmptyState>
        ) : (
          <EmptyState
            title={words.noneFound}
            action={<ButtonLink href="/desk/tags">{words.showAll}</ButtonLink>}
          >
            <p>{words.noneFoundWhy}</p>
          </EmptyState>
        )}
        {type === 'topic' ? (
          <LoadTopicsForm offered={may.loadMediaTopics} language={actor.language} action={loadTopics} />
        ) : null}
        <nav aria-label={words.pages} className="flex flex-wrap gap-3 empty:hidden">
          {after ? <ButtonLink href={listPath(type, search)}>{words.firstPage}</ButtonLink> : null}
          {next ? <ButtonLink href={listPath(type, search, next)}>{words.nextPage}</ButtonLink> : null}
        </nav>
      </main>
    </>
  );
}
