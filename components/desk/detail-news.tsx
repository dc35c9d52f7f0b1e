'use client';

import { Button } from '#components/ui/button.tsx';
import { storyWords } from '#components/words/story.ts';
import type { Language } from '#lib/kernel/language.ts';
import type { DetailName } from '#lib/stories/story.ts';
import type { DetailNews, StoryDetails } from './use-details.ts';

/** What to say when a change was not taken; null when it was. */
export function refusalWords(news: DetailNews | undefined, language: Language): string | null {
  const words = storyWords[language];
  if (news?.kind === 'fault') return words.refused.fault;
  if (news?.kind !== 'refused') return null;
  const { refusal } = news;
  switch (refusal.reason) {
    case 'address_taken':
      return words.refused.address_taken(refusal.detail.slug);
    case 'slug_unfit':
      return words.slugFaults[refusal.detail.fault];
    default:
      return words.refused[refusal.reason];
  }
}

/**
 * What became of a change of one detail: being saved, saved, or that somebody else wrote there too. Then both values stand side by
 * side and a person chooses; nothing is merged.
 */
export function DetailNewsLine({
  name,
  details,
  language,
  readable,
}: {
  name: DetailName;
  details: StoryDetails;
  language: Language;
  /** A value as people read it. */
  readable: (value: unknown) => string;
}) {
  const words = storyWords[language];
  const news = details.news[name];
  if (news?.kind === 'both')
    return (
      <section role="alert" className="mt-2 rounded-sm bg-alert-tint px-3 py-2.5 text-xs">
        <p className="font-semibold">
          <span aria-hidden="true" className="text-alert">
            ◆{' '}
          </span>
          {words.bothTitle}
        </p>
        <dl className="mt-1.5 grid grid-cols-[auto_1fr] gap-x-3 gap-y-1">
          <dt className="text-ink-2">{words.theirs}</dt>
          <dd className="min-w-0 wrap-anywhere">{readable(news.values.theirs) || words.empty}</dd>
          <dt className="text-ink-2">{words.yours}</dt>
          <dd className="min-w-0 wrap-anywhere">{readable(news.values.yours) || words.empty}</dd>
        </dl>
        <div className="mt-2 flex flex-wrap gap-2">
          <Button small onClick={() => details.choose(name, 'theirs')}>
            {words.takeTheirs}
          </Button>
          <Button small onClick={() => details.choose(name, 'yours')}>
            {words.keepMine}
          </Button>
        </div>
      </section>
    );
  if (news?.kind === 'fault')
    return (
      <Button small className="mt-1.5" onClick={() => details.change(name, details.values[name])}>
        {words.retry}
        <span className="sr-only">{`${language === 'fr' ? '\u00a0' : ''}: ${words.details[name]}`}</span>
      </Button>
    );
  return (
    <p role="status" className="sr-only">
      {news?.kind === 'saved'
        ? `${words.details[name]}${language === 'fr' ? '\u00a0' : ''}: ${words.saved}`
        : ''}
    </p>
  );
}
