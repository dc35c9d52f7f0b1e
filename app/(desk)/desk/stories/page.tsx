import type { Metadata } from 'next';
import { ListKeys } from '#components/desk/list-keys.tsx';
import { ListPresence } from '#components/desk/list-presence.tsx';
import { StoryFilters } from '#components/desk/story-filters.tsx';
import { StoryList } from '#components/desk/story-list.tsx';
import { StoryViews } from '#components/desk/story-views.tsx';
import { ButtonLink } from '#components/ui/button.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { EmptyState } from '#components/ui/notice.tsx';
import { PageHead } from '#components/ui/page-head.tsx';
import { storiesWords } from '#components/words/stories.ts';
import { formatTime, zoneName } from '#lib/kernel/dates.ts';
import { requireActor } from '#lib/people/queries/current-actor.ts';
import { readNewsroom } from '#lib/people/queries/read-newsroom.ts';
import { listFilters } from '#lib/stories/queries/list-filters.ts';
import { listStories } from '#lib/stories/queries/list-stories.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: storiesWords[(await requireActor()).language].stories };
}

type Asked = {
  q?: string;
  state?: string;
  section?: string;
  language?: string;
  tag?: string;
  mine?: string;
  after?: string;
};

/** Of a name that an address repeats, the first counts. */
function once(given: Record<string, string | string[] | undefined>): Asked {
  const names = ['q', 'state', 'section', 'language', 'tag', 'mine', 'after'] as const;
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = [given[name]].flat()[0]?.trim();
      return value ? [[name, value]] : [];
    }),
  );
}

function hrefOf(asked: Asked): string {
  const query = new URLSearchParams(Object.entries(asked)).toString();
  return query === '' ? '/desk/stories' : `/desk/stories?${query}`;
}

/** The newsroom's stories, latest touched first. */
export default async function StoriesPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const actor = await requireActor();
  const { language } = actor;
  const words = storiesWords[language];
  const asked = once(await searchParams);
  const { q: search, mine, ...rest } = asked;
  const list = await listStories(actor, { ...rest, search, mine: mine === '1' } as Parameters<
    typeof listStories
  >[1]);
  if (!list)
    return (
      <main id="main">
        <PageHead title={words.stories} />
        <EmptyState title={words.notStaffTitle}>{words.notStaff}</EmptyState>
      </main>
    );
  const filters = await listFilters(actor, asked.tag);
  const { timeZone } = await readNewsroom();
  const now = new Date();
  const { after: _after, ...kept } = asked;
  const newHref = list.may.start ? '/desk/stories/new' : null;
  const newStory = newHref ? (
    <ButtonLink kind="primary" href={newHref}>
      <Icon name="plus" />
      {words.newStory}
    </ButtonLink>
  ) : null;

  return (
    <main id="main" className="grid min-h-full grid-rows-[auto_minmax(0,1fr)] lg:h-full">
      <PageHead
        title={words.stories}
        aside={words.newsroomTime(formatTime(now, language, timeZone), zoneName(timeZone, now))}
      >
        {newStory}
      </PageHead>
      <div className="grid min-h-0 grid-cols-1 lg:grid-cols-[13.5rem_minmax(0,1fr)]">
        <StoryViews asked={asked} sections={filters.sections} language={language} />
        <div className="flex min-h-0 flex-col bg-paper">
          <StoryFilters
            asked={asked}
            tagName={filters.tagName}
            sections={filters.sections}
            tags={filters.tags}
            language={language}
          />
          {list.rows.length > 0 ? (
            <ListKeys label={words.stories} newHref={newHref}>
              <p role="status" className="sr-only">
                {words.count(list.rows.length)}
              </p>
              <ListPresence storyIds={list.rows.map(({ id }) => id)} language={language}>
                <StoryList rows={list.rows} language={language} timeZone={timeZone} now={now} />
              </ListPresence>
              {list.next || asked.after ? (
                <nav aria-label={words.older} className="flex flex-wrap gap-3 px-4 py-5 lg:px-6">
                  {asked.after ? <ButtonLink href={hrefOf(kept)}>{words.newest}</ButtonLink> : null}
                  {list.next ? (
                    <ButtonLink href={hrefOf({ ...kept, after: list.next })}>{words.older}</ButtonLink>
                  ) : null}
                </nav>
              ) : null}
            </ListKeys>
          ) : list.any ? (
            <EmptyState
              title={words.noneTitle}
              action={<ButtonLink href="/desk/stories">{words.clear}</ButtonLink>}
            >
              <p role="status">{words.none}</p>
            </EmptyState>
          ) : (
            <EmptyState title={words.emptyTitle} action={newStory}>
              {words.empty}
            </EmptyState>
          )}
          <p className="mt-auto hidden gap-5 border-t border-rule px-6 py-2 text-xs text-ink-2 lg:flex">
            <span>{words.keys}</span>
            <span>
              <Key name="j" /> <Key name="k" /> {words.keyMove}
            </span>
            <span>
              <Key name="↵" /> {words.keyOpen}
            </span>
            {newHref ? (
              <span>
                <Key name="n" /> {words.keyNew}
              </span>
            ) : null}
          </p>
        </div>
      </div>
    </main>
  );
}

function Key({ name }: { name: string }) {
  return (
    <kbd className="rounded-[3px] border border-b-2 border-rule bg-raised px-1 py-0.5 font-sans text-2xs font-medium">
      {name}
    </kbd>
  );
}
