'use client';

import { useId, useMemo, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { SelectField } from '#components/ui/field.tsx';
import { storyWords } from '#components/words/story.ts';
import { type Language, languageNames, languages } from '#lib/kernel/language.ts';
import { advisedMaximum } from '#lib/publication/readiness.ts';
import type { TagChip } from '#lib/tags/tag.ts';
import { BylineBox, type Signer } from './byline-box.tsx';
import { DetailNewsLine, refusalWords } from './detail-news.tsx';
import { TagBox, type TagBoxProps } from './tag-box.tsx';
import { TextDetail } from './text-detail.tsx';
import type { StoryDetails } from './use-details.ts';

export interface StoryDetailsProps {
  details: StoryDetails;
  language: Language;
  readOnly: boolean;
  everPublished: boolean;
  /** What the headline would make of it; empty while there is no headline. */
  suggestedSlug: string;
  sections: readonly { readonly id: string; readonly name: string }[];
  signers: readonly Signer[];
  /** Tags by name: those the story carries. */
  tags: readonly TagChip[];
  tagBox: Pick<TagBoxProps, 'onFind' | 'onCreate' | 'suggestions' | 'onDismiss'>;
}

/** What is said of the story beside its text; every field saves itself. */
export function StoryDetailFields(props: StoryDetailsProps) {
  const { details, language, readOnly, everPublished, suggestedSlug, sections, signers, tags, tagBox } =
    props;
  const words = storyWords[language];
  const id = useId();
  const { values, news } = details;
  const textLanguage = values.language;
  const sectionName = (value: unknown) => sections.find((each) => each.id === value)?.name ?? '';
  // Names of tags that somebody added here, before the page knows them.
  const [added, setAdded] = useState<readonly TagChip[]>([]);
  const known = useMemo(() => new Map([...added, ...tags].map((tag) => [tag.tagId, tag])), [added, tags]);
  const chips = values.tags.flatMap((tagId) => known.get(tagId) ?? []);
  const refused = news.slug?.kind === 'refused' ? news.slug.refusal : null;
  const free = refused?.reason === 'address_taken' ? refused.detail.free : null;

  return (
    <div className="grid grid-cols-1 gap-5">
      <div>
        <SelectField
          id={`${id}-section`}
          label={words.details.section}
          value={values.section ?? ''}
          disabled={readOnly}
          error={refusalWords(news.section, language)}
          onChange={(event) => details.change('section', event.target.value || null)}
        >
          <option value="">{words.chooseSection}</option>
          {sections.map((section) => (
            <option key={section.id} value={section.id}>
              {section.name}
            </option>
          ))}
        </SelectField>
        <DetailNewsLine name="section" details={details} language={language} readable={sectionName} />
      </div>
      <div>
        <TagBox
          {...tagBox}
          language={language}
          readOnly={readOnly}
          value={chips}
          onChange={(next) => {
            setAdded((all) => [...all, ...next]);
            details.change(
              'tags',
              next.map(({ tagId }) => tagId),
            );
          }}
        />
        <Refused text={refusalWords(news.tags, language)} />
        <DetailNewsLine
          name="tags"
          details={details}
          language={language}
          readable={(value) =>
            Array.isArray(value) ? value.map((tagId) => known.get(tagId)?.label ?? '?').join(', ') : ''
          }
        />
      </div>
      <div>
        <TextDetail
          name="slug"
          details={details}
          language={language}
          readOnly={readOnly}
          placeholder={everPublished ? '' : suggestedSlug}
          hint={(typed) =>
            everPublished
              ? words.slugFixed
              : typed === '' && suggestedSlug !== ''
                ? words.slugFromHeadline(suggestedSlug)
                : words.slugBefore
          }
        />
        {free ? (
          <Button small className="mt-1.5" onClick={() => details.change('slug', free)}>
            {words.takeFree(free)}
          </Button>
        ) : null}
      </div>
      <div>
        <SelectField
          id={`${id}-language`}
          label={words.details.language}
          value={values.language}
          disabled={readOnly || everPublished}
          hint={everPublished ? words.languageFixed : undefined}
          error={refusalWords(news.language, language)}
          onChange={(event) => {
            const chosen = languages.find((each) => each === event.target.value);
            if (chosen) details.change('language', chosen);
          }}
        >
          {languages.map((each) => (
            <option key={each} value={each} lang={each}>
              {languageNames[each]}
            </option>
          ))}
        </SelectField>
        <DetailNewsLine
          name="language"
          details={details}
          language={language}
          readable={(value) => languageNames[value === 'en' ? 'en' : 'fr']}
        />
      </div>
      <BylineBox details={details} signers={signers} language={language} readOnly={readOnly} />
      <TextDetail
        name="dateline"
        details={details}
        language={language}
        textLanguage={textLanguage}
        readOnly={readOnly}
        hint={() => words.datelineHint}
      />
      <TextDetail
        name="kicker"
        details={details}
        language={language}
        textLanguage={textLanguage}
        readOnly={readOnly}
        hint={() => words.kickerHint}
      />
      <TextDetail
        name="trailText"
        details={details}
        language={language}
        textLanguage={textLanguage}
        readOnly={readOnly}
        rows={3}
        hint={(typed) => words.trailTextHint([...typed].length, advisedMaximum.trailText)}
      />
    </div>
  );
}

function Refused({ text }: { text: string | null }) {
  return text ? (
    <p role="alert" className="mt-1 text-xs font-semibold text-alert">
      <span aria-hidden="true">◆ </span>
      {text}
    </p>
  ) : null;
}
