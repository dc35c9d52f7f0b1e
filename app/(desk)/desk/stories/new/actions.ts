'use server';

import { redirect } from 'next/navigation';
import { requireActor } from '#lib/people/queries/current-actor.ts';
import { startStory } from '#lib/stories/commands/start-story.ts';

/** Begins a story and opens it; why not, when it could not be begun. Works as a plain form, before any script. */
export async function start(_before: unknown, form: FormData): Promise<'not_allowed' | 'invalid'> {
  const actor = await requireActor();
  const started = await startStory(actor, {
    // Whatever the form says is checked by the command.
    language: form.get('language') as 'fr' | 'en',
    section: (form.get('section') as string | null) || null,
  });
  if (!started.ok) return started.reason;
  redirect(`/desk/stories/${started.value.storyId}`);
}
