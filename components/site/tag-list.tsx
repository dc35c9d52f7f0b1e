import { Icon, type IconName } from '#components/ui/icon.tsx';
import type { SiteWords } from '#components/words/site.ts';
import type { Language } from '#lib/kernel/language.ts';
import { tagPath } from '#lib/publication/address.ts';
import type { SiteTag } from '#lib/publication/listed-article.ts';
import { type TagType, tagTypes } from '#lib/tags/tag-type.ts';

const icons = {
  person: 'person',
  organisation: 'building',
  place: 'pin',
  event: 'calendar',
  topic: 'tag',
} as const satisfies Record<TagType, IconName>;

export function TagLink({ tag, language }: { tag: SiteTag; language: Language }) {
  return (
    <a className="tag" href={tagPath(language, tag.type, tag.slug)}>
      <Icon name={icons[tag.type]} />
      {tag.label}
    </a>
  );
}

/** What an article is about, by type. */
export function TagList({
  tags,
  language,
  words,
}: {
  tags: readonly SiteTag[];
  language: Language;
  words: SiteWords;
}) {
  if (tags.length === 0) return null;
  return (
    <section className="tags" aria-labelledby="tags">
      <h2 id="tags">{words.inThisArticle}</h2>
      <dl>
        {tagTypes.map((type) => {
          const ofType = tags.filter((tag) => tag.type === type);
          return ofType.length > 0 ? (
            <div key={type}>
              <dt>{ofType.length > 1 ? words.tagTypes[type] : words.tagType[type]}</dt>
              <dd>
                {ofType.map((tag) => (
                  <TagLink key={tag.tagId} tag={tag} language={language} />
                ))}
              </dd>
            </div>
          ) : null;
        })}
      </dl>
    </section>
  );
}
