import type { Metadata } from 'next';
import { NewStoryForm } from '#components/desk/new-story-form.tsx';
import { ButtonLink } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/notice.tsx';
import { PageHead } from '#components/ui/page-head.tsx';
import { storiesWords } from '#components/words/stories.ts';
import { requireActor } from '#lib/people/queries/current-actor.ts';
import { storiesPolicy } from '#lib/stories/policy.ts';
import { listStoryChoices } from '#lib/stories/queries/list-story-choices.ts';
import { start } from './actions.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: storiesWords[(await requireActor()).language].newTitle };
}

export default async function NewStoryPage() {
  const actor = await requireActor();
  const words = storiesWords[actor.language];
  const { sections } = await listStoryChoices(actor);
  return (
    <main id="main" className="min-h-full bg-paper">
      <PageHead title={words.newTitle} />
      {storiesPolicy.start(actor) ? (
        <div className="grid gap-6 px-4 py-8 lg:px-6">
          <p className="max-w-md text-ink-2">{words.newIntro}</p>
          <NewStoryForm start={start} sections={sections} language={actor.language} />
        </div>
      ) : (
        <EmptyState
          title={words.startRefused.not_allowed}
          action={<ButtonLink href="/desk/stories">{words.backToStories}</ButtonLink>}
        />
      )}
    </main>
  );
}
