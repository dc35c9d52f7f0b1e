import { Icon, type IconName } from '#components/ui/icon.tsx';
import type { TagType } from '#lib/tags/tag-type.ts';

const icons: Readonly<Record<TagType, IconName>> = {
  person: 'person',
  organisation: 'building',
  place: 'pin',
  event: 'calendar',
  topic: 'topic',
};

/** The sign of a type; `name` says it to those who do not see it. */
export function TagTypeIcon({ type, name }: { type: TagType; name: string }) {
  return (
    <>
      <Icon name={icons[type]} className="size-3.5 text-ink-3" />
      <span className="sr-only">{name}</span>
    </>
  );
}
