import Link from 'next/link';
import { Icon, type IconName } from '#components/ui/icon.tsx';
import { storiesWords } from '#components/words/stories.ts';
import type { Language } from '#lib/kernel/language.ts';
import { storyStates } from '#lib/stories/lifecycle.ts';
import { StateDial } from './state-dial.tsx';
import type { AskedFilters } from './story-filters.tsx';

const place =
  'flex min-h-8 items-center gap-2 rounded-sm px-2.5 py-1 no-underline hover:bg-hover aria-[current]:bg-paper aria-[current]:font-semibold aria-[current]:shadow-[inset_0_0_0_1px_var(--color-rule)]';

/** The usual ways to look at the list, beside it on a desktop; on a phone the filters say the same. */
export function StoryViews({
  asked,
  sections,
  language,
}: {
  asked: AskedFilters;
  sections: readonly { readonly id: string; readonly name: string }[];
  language: Language;
}) {
  const words = storiesWords[language];
  const whole = !asked.q && !asked.state && !asked.section && !asked.tag && !asked.language && !asked.mine;
  return (
    <nav
      aria-label={words.views}
      className="overflow-auto border-e border-rule px-3 py-5 max-lg:hidden [&_h2]:px-2.5 [&_h2]:pb-1 [&_h2]:text-2xs [&_h2]:font-semibold [&_h2]:text-ink-3 [&_ul+h2]:mt-6"
    >
      <h2>{words.views}</h2>
      <ul>
        <View href="/desk/stories" here={whole} icon="story">
          {words.allStories}
        </View>
        <View href="/desk/stories?mine=1" here={asked.mine === '1'} icon="person">
          {words.myStories}
        </View>
      </ul>
      <h2>{words.byState}</h2>
      <ul>
        {storyStates.map((state) => (
          <li key={state}>
            <Link
              href={`/desk/stories?state=${state}`}
              aria-current={asked.state === state ? 'true' : undefined}
              className={place}
            >
              <StateDial state={state} label={words.states[state]} />
            </Link>
          </li>
        ))}
      </ul>
      {sections.length > 0 ? <h2>{words.bySection}</h2> : null}
      <ul>
        {sections.map(({ id, name }) => (
          <View key={id} href={`/desk/stories?section=${id}`} here={asked.section === id} icon="bullets">
            {name}
          </View>
        ))}
      </ul>
    </nav>
  );
}

function View({
  href,
  here,
  icon,
  children,
}: {
  href: string;
  here: boolean;
  icon: IconName;
  children: string;
}) {
  return (
    <li>
      <Link href={href} aria-current={here ? 'true' : undefined} className={place}>
        <Icon name={icon} className="text-ink-3" />
        {children}
      </Link>
    </li>
  );
}
