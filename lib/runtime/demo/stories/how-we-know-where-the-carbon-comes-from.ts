import {
  crosshead,
  explainer,
  foreign,
  link,
  orderedList,
  paragraph,
  pullQuote,
  quotation,
  subscript,
  superscript,
  table,
} from '#lib/document/build.ts';
import type { DemoStory } from '../story.ts';

export const story: DemoStory = {
  slug: 'how-we-know-where-the-carbon-comes-from',
  language: 'en',
  state: 'published',
  section: 'science',
  kicker: 'Atmosphere',
  dateline: 'La Jolla, California',
  trailText: 'A rising line is one thing. Knowing who raised it takes isotopes, oxygen and patience.',
  bylines: ['philippa'],
  tags: ['carbon-dioxide', 'keeling', 'mauna-loa', 'scripps', 'geophysical-year'],
  headline: 'How we know where the carbon comes from',
  standfirst:
    'Since 1958 an instrument on a volcano has been counting molecules of carbon dioxide. The curve it draws is famous. Less known is how chemists read in the same air the name of the culprit.',
  published: { daysAgo: 3, at: '13:00' },
  body: [
    paragraph(
      'Take a litre of air anywhere on Earth, dry it, and count a million molecules. Today rather more than 420 of them will be carbon dioxide. When Charles David Keeling first did so at Mauna Loa, in March 1958, he found 313. Before the steam engine there were about 280. We know that from bubbles in Antarctic ice, which are old air and nothing else.',
    ),
    paragraph(
      'Measuring CO',
      subscript('2'),
      ' sounds like a matter of good instruments. It was first a matter of stubbornness. Before Keeling, chemists found anything from 250 to 500 parts per million and concluded that the gas came and went with the weather. He camped with flasks in forests and on beaches, and saw that in the afternoon, when the air is well mixed, the figure was almost the same everywhere. The scatter had come from the chemists.',
    ),
    crosshead(2, 'A planet that breathes'),
    paragraph(
      'The International Geophysical Year of 1957 and 1958 paid for analysers in the cleanest air that could be found: at the South Pole and 3,400 metres up a Hawaiian volcano. Within two years they had shown two things. The line had teeth: down in the northern summer, when leaves draw carbon in, up in winter, when they rot. And each year’s teeth stood a little higher than the last.',
    ),
    quotation(
      {
        attribution: 'Charles David Keeling, in “Tellus”, 1960',
        sourceUrl: 'https://doi.org/10.1111/j.2153-3490.1960.tb01300.x',
      },
      '“[…] at the South Pole the observed rate of increase is nearly that to be expected from the combustion of fossil fuel.”',
    ),
    paragraph(
      'Nearly that to be expected is not a proof. The sea holds fifty times as much carbon as the air, and volcanoes smoke. How can anyone tell one molecule from another?',
    ),
    crosshead(2, 'Three witnesses'),
    paragraph('In fact the molecules carry papers. There are three kinds, and they agree.'),
    orderedList(
      1,
      [
        paragraph(
          'Radioactive carbon, ',
          superscript('14'),
          'C. Cosmic rays make it high in the air; it halves every 5,730 years. Coal and oil have been under ground for millions of years and hold none. Air that is filling up with fossil carbon must therefore lose some of its ',
          superscript('14'),
          'C. Hans Suess found that it does, in tree rings, in 1955.',
        ),
      ],
      [
        paragraph(
          'Heavy carbon, ',
          superscript('13'),
          'C. Plants prefer the lighter kind, so whatever was once a plant, coal included, is poor in the heavy one. The share of ',
          superscript('13'),
          'C in the air has been falling as the total rises. Carbon from volcanoes or the sea would not do that.',
        ),
      ],
      [
        paragraph(
          'Oxygen. Burning takes it up. Since the late 1980s instruments have been fine enough to see it: for each molecule of CO',
          subscript('2'),
          ' that a fire gives off, the air loses a little more than one of O',
          subscript('2'),
          '. The sea giving off gas would leave oxygen alone.',
        ),
      ],
    ),
    paragraph(
      'No single witness would be enough. Nuclear tests in the 1950s and 1960s almost doubled the radioactive carbon, and for a while drowned the first. Forests burn too, and confuse the second with the first. Together they leave one story standing: the new carbon is old, it was once alive, and it has been burnt.',
    ),
    pullQuote(
      'Philippa Wrenfield, our analysis',
      '“The new carbon is old, it was once alive, and it has been burnt.”',
    ),
    crosshead(2, 'What the volcanoes say'),
    paragraph(
      'There remains the objection one hears most often, not least on the slopes of Mauna Loa. Volcanoes do give off carbon dioxide: some hundreds of millions of tonnes a year, all of them together, on land and under the sea. People give off some 37 thousand million by burning coal, oil and gas and making cement. It is about a hundred to one. When Pinatubo erupted in 1991, the greatest eruption of the age of good instruments, the curve did not so much as twitch upwards; it flattened for a while, as hazy light helped forests to grow.',
    ),
    table(
      ['Year', 'CO₂, parts per million'],
      ['1750', 'about 280, from ice'],
      ['1958', '313, first reading at Mauna Loa'],
      ['1988', '352, mean of the year'],
      ['2013', '400, first passed on a day in May'],
      ['2024', '425, mean of the year'],
    ),
    paragraph(
      'The analyser itself stopped in November 2022, when lava cut the observatory’s road and power. For some months the line was kept up from Mauna Kea, the volcano next door, before the old site came back. It is a very long series, kept by very few people. ',
      link('https://keelingcurve.ucsd.edu/', 'The Scripps Institution of Oceanography'),
      ' posts a new point every day.',
    ),
    explainer(
      'What “parts per million” means',
      paragraph(
        'It counts molecules and not weight. At 420 parts per million, out of a million molecules of dry air 420 are CO',
        subscript('2'),
        '. That is a few hundredths of one per cent, and it holds back about two watts for each m',
        superscript('2'),
        ' of the Earth’s surface more than the air of 1750 did. A small number can carry weight, as with the salt in soup, or, ',
        foreign('fr', 'comme on dit'),
        ', the drop that makes the vase spill over.',
      ),
    ),
  ],
};
