import { ButtonLink } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/notice.tsx';
import { shellWords } from '#components/words/desk-shell.ts';
import { requireActor } from '#lib/people/queries/current-actor.ts';

/** What does not exist and what one may not see look the same. */
export default async function DeskNotFound() {
  const words = shellWords[(await requireActor()).language];
  return (
    <main id="main">
      <h1 className="sr-only">{words.missingTitle}</h1>
      <EmptyState
        title={words.missingTitle}
        action={<ButtonLink href="/desk/stories">{words.toStories}</ButtonLink>}
      >
        <p>{words.missing}</p>
      </EmptyState>
    </main>
  );
}
