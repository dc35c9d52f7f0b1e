import {
  bold,
  bulletList,
  crosshead,
  explainer,
  paragraph,
  pullQuote,
  quotation,
  table,
} from '#lib/document/build.ts';
import type { DemoStory } from '../story.ts';

export const story: DemoStory = {
  slug: 'twice-landlocked',
  language: 'en',
  state: 'published',
  section: 'economy',
  kicker: 'Analysis',
  dateline: 'Tashkent',
  trailText: 'Two countries have to cross two others to reach the sea. One of them is rich.',
  bylines: ['dauren', 'miriam'],
  tags: ['landlocked', 'uzbekistan', 'corridors', 'tashkent', 'world-bank', 'cotton', 'central-asia'],
  headline: 'Twice landlocked',
  standfirst:
    'Only two countries in the world must cross two borders or more to reach an ocean. Liechtenstein hardly notices. For Uzbekistan it decides what is worth making.',
  published: { daysAgo: 1, at: '14:25' },
  body: [
    paragraph(
      'Forty-four countries have no coast. Forty-two of them have at least one neighbour that does. The other two are surrounded by countries that have none either: a principality of some 40,000 people in the Alps, and a republic of more than 36 million in the middle of Asia. Geographers call them doubly landlocked. For one the phrase is a pub quiz answer. For the other it is a cost, paid on every tonne.',
    ),
    paragraph(
      'Liechtenstein’s containers go down the Rhine valley and are at Rotterdam in a day or two, with no customs stop at the Swiss border, since there has been no such border for goods for a hundred years. Nothing in the geography of the place makes it rich. Its agreements do.',
    ),
    crosshead(2, 'The sums'),
    paragraph(
      'From Tashkent every way to the sea is long, and none is simple. The distances below are by rail unless another way is named, and rounded.',
    ),
    table(
      ['Port', 'Sea', 'Distance, about', 'Countries crossed'],
      ['Bandar Abbas', 'Persian Gulf', '3,000 km', 'Turkmenistan, Iran'],
      ['Karachi (by road)', 'Arabian Sea', '2,800 km', 'Afghanistan, Pakistan'],
      ['Poti', 'Black Sea', '3,800 km, with one ferry', 'Kazakhstan or Turkmenistan, Azerbaijan, Georgia'],
      ['Riga', 'Baltic', '4,200 km', 'Kazakhstan, Russia, Latvia'],
      ['Lianyungang', 'Yellow Sea', '5,500 km', 'Kazakhstan, China'],
    ),
    paragraph(
      'Distance is the smaller half of the matter. The World Bank and others have been asking freight forwarders for twenty years, and the answer hardly moves: what costs most is not the kilometre but the stop. A lorry that drives at sixty and waits two days at a border has done the trip at walking pace.',
    ),
    quotation(
      { attribution: 'Farrukh N., who exports dried apricots' },
      '“I can tell my buyer in Hamburg what the freight will be. I cannot tell him when. He pays less for fruit that may be late, so the border is in my price even when nobody stops us.”',
    ),
    crosshead(2, 'What it does to an economy'),
    paragraph('Economists find three marks of being far from the sea, and all three can be seen here.'),
    bulletList(
      [
        paragraph(
          bold('Light and dear beats heavy and cheap.'),
          ' Gold needs a seat in an aeroplane. Cement needs a neighbour. In most years gold is the country’s largest export.',
        ),
      ],
      [
        paragraph(
          bold('Raw goods are finished at home.'),
          ' Until a few years ago Uzbekistan sold cotton by the bale. It now spins nearly all of it, since yarn bears the freight better than fibre and a shirt better than yarn.',
        ),
      ],
      [
        paragraph(
          bold('Neighbours matter more than markets.'),
          ' A quarrel over a river can shut a railway. Between 1992 and 2018 several of the country’s crossings with Tajikistan were closed, and with them the shortest way from the south to the north of both.',
        ),
      ],
    ),
    pullQuote(
      'Dauren Selbaïev, our analysis',
      '“You can choose your customers. You cannot choose your neighbours’ timetable.”',
    ),
    crosshead(2, 'What can be done about it'),
    paragraph(
      'Not much about the map. The law offers something. Article 125 of the United Nations Convention on the Law of the Sea gives landlocked states a right of access to the sea and freedom of transit; Article V of the General Agreement on Tariffs and Trade says that goods in transit shall pay no duty. Both leave the terms to be settled between neighbours, which is where the trouble began.',
    ),
    paragraph(
      'So the work is dull, and it is done by customs officers: one form instead of five, a seal that the next country trusts, opening hours that match on both sides of a bridge. None of it can be cut with scissors by a minister. Where it has been done the waits have been halved without a metre of new rail. Then comes the rail.',
    ),
    explainer(
      'How a country becomes landlocked',
      paragraph(
        'Mostly by treaty. Bolivia lost its coast to Chile in the war of 1879 to 1884, and still keeps a navy on Lake Titicaca. Ethiopia lost its own when Eritrea left in 1993. South Sudan was landlocked on its first day in 2011. And when the Soviet Union broke up in 1991, nine of the fifteen new states had no way to the ocean but through another’s territory, unless one counts the Caspian.',
      ),
    ),
  ],
};
