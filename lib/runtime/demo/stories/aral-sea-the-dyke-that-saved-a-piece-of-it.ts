import {
  crosshead,
  explainer,
  foreign,
  italic,
  orderedList,
  paragraph,
  pullQuote,
  quotation,
  superscript,
  table,
} from '#lib/document/build.ts';
import type { DemoStory } from '../story.ts';

export const story: DemoStory = {
  slug: 'aral-sea-the-dyke-that-saved-a-piece-of-it',
  language: 'en',
  state: 'published',
  section: 'climate',
  kicker: 'Aral Sea',
  dateline: 'Aralsk, Kazakhstan',
  trailText: 'Thirteen kilometres of sand and concrete gave the north its water back. The south got none.',
  bylines: ['philippa', 'anouk'],
  tags: [
    'aral-sea',
    'syr-darya',
    'amu-darya',
    'aralsk',
    'kazakhstan',
    'uzbekistan',
    'world-bank',
    'irrigation',
    'cotton',
    'closed-seas',
    'water-sharing',
  ],
  headline: 'Aral Sea: the dyke that saved a piece of it',
  standfirst:
    'Since 2005 a low dam has kept the waters of the Syr Darya in the northern part of the old sea. Fish came back, and a modest economy with them. The rest went on drying.',
  published: { daysAgo: 2, at: '15:30' },
  body: [
    paragraph(
      'In 1960 the Aral Sea was the fourth largest lake in the world: about 68,000 km',
      superscript('2'),
      ', a little more than twice the size of Belgium. Two rivers fed it, the Amu Darya from the south and the Syr Darya from the north-east. None ran out of it; only evaporation balanced what came in. To lower the sea it was enough to hold back water upstream.',
    ),
    paragraph(
      'That is what was decided, and openly. Thousands of kilometres of canals, most of them dug straight into the sand, took the water of both rivers to cotton and rice. Soviet planners knew that the sea would die of it. They reckoned that the harvests were worth more than the fish.',
    ),
    crosshead(2, 'One sea becomes four lakes'),
    paragraph(
      'The retreat began in the 1960s and did not stop. By the end of the 1980s the level had dropped by more than thirteen metres, and the sea broke in two, a small basin in the north and a large one in the south. Rebirth Island, where the army had tested germ weapons, joined the mainland in 2001. The southern basin split again. In August 2014, for the first time in the modern age, NASA’s satellites saw its eastern part dry.',
    ),
    table(
      ['Date', 'What happened'],
      ['1960', 'Level of about 53 m above the ocean; fishing feeds two ports'],
      ['1987–1989', 'North and south part'],
      ['1992 and 1998', 'Two dykes of sand in the north, washed away one after the other'],
      ['August 2005', 'The Kok-Aral dyke is finished'],
      ['August 2014', 'The eastern basin of the south is dry'],
    ),
    crosshead(2, 'Seven months instead of ten years'),
    paragraph(
      'The thought of saving the north at least came from Aralsk, the old Kazakh port whose cranes had come to look out on a desert. Its people pushed sand into the strait with bulldozers. The water rose, then took their work away. They began again, and it took that too.',
    ),
    paragraph(
      'The third dyke, paid for by the World Bank and Kazakhstan, is of packed earth, with a concrete spillway and gates. It is thirteen kilometres long and hardly taller than a house. The whole project, works along the Syr Darya included, cost $86 million. Engineers had allowed years for the basin to fill; it gained more than three metres in seven months. The water had been almost a hundred kilometres from Aralsk. It came back to within twenty-five.',
    ),
    pullQuote(
      'Philippa Wrenfield, at the foot of the dyke',
      '“They did not save the sea. They chose which of the two to keep.”',
    ),
    paragraph(
      'Salt went the other way. As fresh water came in, salinity fell to a level that pike-perch, bream and carp can bear. Fishermen in the north reported a catch of 695 tonnes in 2005, and more than 5,500 in 2014.',
    ),
    quotation(
      { attribution: 'Zaure B., who runs a cold store near Aralsk' },
      '“My father sold his boat for the price of the wood. I bought mine on credit. That is all the difference the dyke makes: people lend to us.”',
    ),
    crosshead(2, 'What the dyke cannot do'),
    paragraph('Three limits come into view as soon as one leaves the shore.'),
    orderedList(
      1,
      'Height. The spillway stands at 42 metres: above that, water goes south and evaporates there. To bring the sea back to the port would take a taller work, long studied.',
      'The river. The Syr Darya rises in Kyrgyzstan and crosses Uzbekistan, Tajikistan and Kazakhstan. A dry year and gates shut upstream are enough to lower the lake.',
      'The south. The Amu Darya no longer arrives. The bare bed, now called the Aralkum, loses millions of tonnes of sand and salt to storms every year.',
    ),
    paragraph(
      'On that bed Uzbekistan and Kazakhstan plant ',
      foreign('ru', 'saksaul'),
      ', a shrub whose roots hold the ground. It is a useful bandage and not a return. Nobody speaks in earnest any more of giving the south its shore of 1960: it would take almost all the water of both rivers, for decades.',
    ),
    explainer(
      'Why the level is counted from the ocean',
      paragraph(
        'To say that a lake “stands at 42 metres” says nothing of how deep it is. It is the height of its surface, measured from the mean level of the Baltic at Kronstadt, which served the whole of the former Soviet Union. The Caspian Sea lies ',
        italic('below'),
        ' that zero, at about −29 metres.',
      ),
    ),
  ],
};
