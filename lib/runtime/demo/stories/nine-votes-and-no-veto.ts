import { crosshead, orderedList, paragraph, quotation } from '#lib/document/build.ts';
import type { DemoStory } from '../story.ts';

export const story: DemoStory = {
  slug: '',
  language: 'en',
  state: 'draft',
  section: 'world',
  kicker: 'Explainer',
  dateline: '',
  trailText: '',
  bylines: ['bastien'],
  tags: ['un', 'security-council'],
  headline: 'Nine votes and no veto',
  standfirst: 'How the Security Council of the United Nations decides, when it does.',
  published: null,
  touched: { daysAgo: 3, at: '17:15' },
  body: [
    paragraph(
      'Fifteen states sit round the horseshoe table. Five never leave it: China, France, Russia, the United Kingdom and the United States. Ten are elected by the General Assembly, five each year, for two years, and may not stay on. Until 1965 there were six of them, and eleven in all.',
    ),
    crosshead(2, 'The rule'),
    quotation(
      {
        attribution: 'Charter of the United Nations, Article 27, paragraph 3',
        sourceUrl: 'https://www.un.org/en/about-us/un-charter/full-text',
      },
      '“Decisions of the Security Council on all other matters shall be made by an affirmative vote of nine members including the concurring votes of the permanent members […].”',
    ),
    paragraph('In practice that has come to mean four things.'),
    orderedList(
      1,
      'Nine must say yes. Seven sure abstentions are as good as a veto, and nobody has to answer for them.',
      'One of the five can say no, and that is the end of it.',
      'If one of the five abstains or stays away, the text may still pass. The Charter does not say so; the Court in The Hague found in 1971 that it had long been the custom.',
      'On procedure there is no veto. Whether a thing is procedure has been voted on, with a veto.',
    ),
    paragraph(
      'To come: the debate that the General Assembly has held, since April 2022, after each veto; and what the elected ten can do with a pen.',
    ),
  ],
};
