import { Notice } from '#components/ui/notice.tsx';
import { tagWords } from '#components/words/tags.ts';
import type { Language } from '#lib/kernel/language.ts';
import type { TagFormState } from './form-state.ts';

/** Says what came of a form: done, or why not, with what stands there instead and the tag that is in the way. */
export function FormNotice({ state, language }: { state: TagFormState; language: Language }) {
  if (state.kind === 'none') return null;
  const words = tagWords[language];
  return (
    <Notice kind={state.kind === 'done' ? 'status' : 'alert'}>
      <p>{state.text}</p>
      {state.theirs && state.theirs.length > 0 ? (
        <dl className="mt-2 grid gap-x-4 gap-y-1 sm:grid-cols-[auto_1fr]">
          {state.theirs.map(({ field, value }) => (
            <div key={`${field}${value}`} className="contents">
              <dt className="font-semibold">{field}</dt>
              <dd className="[overflow-wrap:anywhere]">{value}</dd>
            </div>
          ))}
        </dl>
      ) : null}
      {state.holder ? (
        <p className="mt-2">
          <a className="inline-block min-h-6 underline underline-offset-2" href={state.holder.href}>
            {words.openHolder(state.holder.label)}
          </a>
        </p>
      ) : null}
    </Notice>
  );
}
