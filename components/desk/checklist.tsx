import { Button } from '#components/ui/button.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { storyWords } from '#components/words/story.ts';
import type { Language } from '#lib/kernel/language.ts';
import type { ReadinessItem } from '#lib/publication/readiness.ts';

/** Needed and missing, worth a look, done: in this order, each under its name. */
export function Checklist({
  items,
  language,
  onJump,
}: {
  items: readonly ReadinessItem[];
  language: Language;
  /** Leads to the block; null where there is nowhere to go. */
  onJump: ((blockId: string) => void) | null;
}) {
  const words = storyWords[language].checklist;
  const groups = [
    ['needed', items.filter(({ done, level }) => !done && level === 'needed')],
    ['advised', items.filter(({ done, level }) => !done && level === 'advised')],
    ['done', items.filter(({ done }) => done)],
  ] as const;
  return groups.map(([group, members]) =>
    members.length === 0 ? null : (
      <section key={group} className="border-t border-rule py-3 first:border-0 first:pt-0">
        <h3 className="mb-1 text-xs font-semibold">{words[group]}</h3>
        <ul>
          {members.map((item, at) => (
            <Line
              // A block may have the same fault twice; the order is that of the text.
              // biome-ignore lint/suspicious/noArrayIndexKey: see above
              key={`${item.code} ${item.blockId} ${at}`}
              item={item}
              language={language}
              onJump={onJump}
            />
          ))}
        </ul>
      </section>
    ),
  );
}

function Line({
  item,
  language,
  onJump,
}: {
  item: ReadinessItem;
  language: Language;
  onJump: ((blockId: string) => void) | null;
}) {
  const words = storyWords[language];
  const [missing, done] = words.items[item.code];
  const { blockId } = item;
  const mark = item.done ? 'tick' : item.level === 'needed' ? 'diamond' : 'eye';
  return (
    <li className="grid min-h-8 grid-cols-[auto_1fr_auto] items-start gap-2.5 py-1">
      <Icon
        name={mark}
        className={`mt-0.5 ${item.done ? 'text-ink-2' : item.level === 'needed' ? 'text-alert' : 'text-ink-3'}`}
      />
      <span className={item.done ? 'text-ink-2' : item.level === 'needed' ? 'font-semibold' : ''}>
        {item.done ? done : missing}
      </span>
      {blockId !== null && !item.done && onJump ? (
        <Button small onClick={() => onJump(blockId)}>
          {words.checklist.jump}
          <span className="sr-only">{`${language === 'fr' ? '\u00a0' : ''}: ${missing}`}</span>
        </Button>
      ) : null}
    </li>
  );
}
