import { crosshead, explainer, italic, paragraph, pullQuote, superscript } from '#lib/document/build.ts';
import type { DemoStory } from '../story.ts';

export const story: DemoStory = {
  slug: 'the-antelope-that-came-back-twice',
  language: 'en',
  state: 'submitted',
  section: 'science',
  kicker: 'Wildlife',
  dateline: 'Almaty',
  trailText: 'In 2003 there were 21,000 saiga in Kazakhstan. In 2015 two in three died in a month.',
  bylines: ['philippa'],
  tags: ['kazakhstan', 'species-conservation', 'iucn', 'central-asia'],
  headline: 'The antelope that came back twice',
  standfirst:
    'The saiga has a nose like a tapir, one or two calves a year and the worst luck of any animal on the steppe. It is also the mammal that has recovered fastest.',
  published: null,
  touched: { daysAgo: 1, at: '16:10' },
  body: [
    paragraph(
      'The nose comes first. It hangs over the mouth like a boot, and it works like one of those machines in the lobby of a hotel: in summer it filters dust, in winter it warms the air on its way to the lungs. ',
      italic('Saiga tatarica'),
      ' shared the cold steppe with the mammoth and outlived it. What it was not made for is a market in horns.',
    ),
    paragraph(
      'When the Soviet Union broke up, the wardens went unpaid and a border opened. Males carry horns for which traditional medicine pays by the gram. Within ten years the herds of Kazakhstan fell from about a million to some 21,000, in 2003, nearly all of them females. There were not enough males left to go round.',
    ),
    crosshead(2, 'Three weeks in May'),
    paragraph(
      'Hunting was banned, rangers were paid, and the animals did what they do best. A female may bear at one year old, and twins after that. By the spring of 2015 aerial counts in Kazakhstan had passed 250,000. Then, at the calving grounds of Betpak-Dala, females began to lie down. The rangers found a hundred dead on the first day and twenty thousand before the week was out. In a little over three weeks, more than 200,000 died. In the herds that were struck, not one animal was left alive.',
    ),
    paragraph(
      'It was no new plague. The killer, ',
      italic('Pasteurella multocida'),
      ', lives in the throats of healthy saiga all their lives. Days of unusual warmth and moisture seem to have let it loose at once in animals that were weak from calving. The same had happened, on a smaller scale, in 1981 and in 1988, and the weather had been the same.',
    ),
    pullQuote('Philippa Wrenfield, our analysis', '“They died of something they had always carried.”'),
    crosshead(2, 'From thousands to millions'),
    paragraph(
      'Seven years later the count was above a million. In December 2023 the International Union for Conservation of Nature moved the saiga from “critically endangered” to “near threatened”, over the heads of two steps in between. Few species have ever made such a jump.',
    ),
    paragraph(
      'It has brought an argument of its own. Farmers in the west of Kazakhstan say that herds strip their hay; biologists answer that a population which can lose two thirds in a month needs a great many to spare. Both are right, which is why the matter is hard.',
    ),
    explainer(
      'How to count antelopes from the air',
      paragraph(
        'Nobody counts them all. Small aeroplanes fly straight lines a fixed distance apart in April, when the herds have gathered and the grass is short; observers count what lies in a strip of known width. If the strips cover 5 per cent of 200,000 km',
        superscript('2'),
        ' the count is multiplied by twenty. The answer comes with a margin, and the margin with a warning: herds do not space themselves evenly.',
      ),
    ),
  ],
};
