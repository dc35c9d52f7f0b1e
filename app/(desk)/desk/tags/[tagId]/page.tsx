import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import type { ReactNode } from 'react';
import { EditForm } from '#components/desk/tags/edit-form.tsx';
import { languageName } from '#components/desk/tags/language-name.ts';
import { MergeForm } from '#components/desk/tags/merge-form.tsx';
import { TagFacts } from '#components/desk/tags/tag-facts.tsx';
import { TagTypeIcon } from '#components/desk/tags/tag-type-icon.tsx';
import { Button, ButtonLink } from '#components/ui/button.tsx';
import { TextField } from '#components/ui/field.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHead } from '#components/ui/page-head.tsx';
import { tagWords } from '#components/words/tags.ts';
import { languages } from '#lib/kernel/language.ts';
import type { Actor } from '#lib/people/actor.ts';
import { requireActor } from '#lib/people/queries/current-actor.ts';
import { tagPath } from '#lib/publication/address.ts';
import { listMatchingTags } from '#lib/tags/queries/list-matching-tags.ts';
import { readMerge } from '#lib/tags/queries/read-merge.ts';
import { readTag, type TagView } from '#lib/tags/queries/read-tag.ts';
import { merge, save } from '../actions.ts';

interface Address {
  params: Promise<{ tagId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ params }: Address): Promise<Metadata> {
  const actor = await requireActor();
  const tag = await readTag(actor, (await params).tagId);
  return { title: tag?.label ?? tagWords[actor.language].title };
}

function Part({ id, title, children }: { id?: string; title: string; children: ReactNode }) {
  return (
    <section id={id} className="grid gap-4 border-t border-rule py-6 first:border-t-0">
      <h2 className="font-serif text-h4 font-semibold tracking-[-.012em]">{title}</h2>
      {children}
    </section>
  );
}

const link = 'inline-block min-h-6 text-pencil underline underline-offset-2';

export default async function TagPage({ params, searchParams }: Address) {
  const actor = await requireActor();
  const tag = await readTag(actor, (await params).tagId);
  if (!tag) notFound();
  const words = tagWords[actor.language];
  const asked = await searchParams;
  return (
    <>
      <PageHead title={tag.label} aside={<TypeName tag={tag} name={words.typeNames[tag.type]} />}>
        <ButtonLink small kind="quiet" href="/desk/tags">
          {words.back}
        </ButtonLink>
      </PageHead>
      <main id="main" className="bg-paper px-4 lg:px-6">
        <div className="max-w-2xl">
          {tag.mergedInto ? (
            <div className="pt-6">
              <Notice kind="plain">
                <p>
                  {words.wentInto}{' '}
                  <a className={link} href={`/desk/tags/${tag.mergedInto.tagId}`}>
                    {tag.mergedInto.label}
                  </a>
                </p>
              </Notice>
            </div>
          ) : null}
          {tag.mergedInto ? null : (
            <Part title={words.use}>
              {tag.use.stories === 0 ? (
                <p className="text-ink-2">{words.useNone}</p>
              ) : (
                <p>
                  {words.stories(tag.use.stories)}, {words.inPrint(tag.use.inPrint)}
                </p>
              )}
              <p className="flex flex-wrap gap-x-6 empty:hidden">
                {tag.use.stories > 0 ? (
                  <a className={link} href={`/desk/stories?tag=${tag.tagId}`}>
                    {words.seeStories}
                  </a>
                ) : null}
                {tag.use.inPrint > 0
                  ? tag.labels
                      .flatMap((each) =>
                        languages
                          .filter((known) => known === each.language)
                          .map((known) => ({ ...each, known })),
                      )
                      .map(({ known, slug }) => (
                        <a key={known} className={link} href={tagPath(known, tag.type, slug)}>
                          {words.seeOnSite(languageName(known, actor.language))}
                        </a>
                      ))
                  : null}
              </p>
            </Part>
          )}
          <Part title={words.names}>
            {tag.may.edit ? (
              <EditForm tag={tag} language={actor.language} action={save} />
            ) : (
              <>
                <TagFacts tag={tag} language={actor.language} />
                {tag.mergedInto ? null : <p className="text-xs text-ink-3">{words.mayNotEdit}</p>}
              </>
            )}
          </Part>
          {tag.may.merge ? (
            <Part id="merging" title={words.merge}>
              <MergePart
                actor={actor}
                tag={tag}
                search={typeof asked.merge === 'string' ? asked.merge : ''}
                intoId={typeof asked.into === 'string' ? asked.into : ''}
              />
            </Part>
          ) : null}
        </div>
      </main>
    </>
  );
}

function TypeName({ tag, name }: { tag: TagView; name: string }) {
  return (
    <span className="flex items-center gap-1.5">
      <TagTypeIcon type={tag.type} name="" />
      {name}
    </span>
  );
}

/** First which other tag, then what the merge would do: each step is an address of its own, so Back works. */
async function MergePart({
  actor,
  tag,
  search,
  intoId,
}: {
  actor: Actor;
  tag: TagView;
  search: string;
  intoId: string;
}) {
  const words = tagWords[actor.language];
  const shown = intoId === '' ? null : await readMerge(actor, tag.tagId, intoId);
  if (shown) return <MergeForm shown={shown} language={actor.language} action={merge} />;
  const found = (await listMatchingTags(actor, search)).filter((each) => each.tagId !== tag.tagId);
  return (
    <>
      <p className="text-ink-2">{words.mergeIntro(tag.label)}</p>
      <form
        method="get"
        action={`/desk/tags/${tag.tagId}#merging`}
        className="flex flex-wrap items-end gap-3"
      >
        <div className="min-w-56 flex-1 sm:max-w-80">
          <TextField
            id="merge"
            name="merge"
            type="search"
            label={words.mergeFind}
            defaultValue={search}
            key={search}
          />
        </div>
        <Button type="submit">{words.find}</Button>
      </form>
      {search !== '' && found.length === 0 ? <p role="status">{words.mergeNone}</p> : null}
      {found.length > 0 ? (
        <ul className="grid border-t border-rule">
          {found.map((each) => (
            <li
              key={each.tagId}
              className="flex min-h-10 flex-wrap items-center gap-2 border-b border-rule py-1"
            >
              <TagTypeIcon type={each.type} name={`${words.typeNames[each.type]}, `} />
              <span className="min-w-0 flex-1 [overflow-wrap:anywhere]">
                {each.label} <span className="text-2xs text-ink-3">{words.stories(each.stories)}</span>
              </span>
              <ButtonLink
                small
                href={`/desk/tags/${tag.tagId}?into=${each.tagId}#merging`}
                aria-label={words.mergeChoose(each.label)}
              >
                {words.merge}
              </ButtonLink>
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}
