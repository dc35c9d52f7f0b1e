import {
  bold,
  bulletList,
  crosshead,
  explainer,
  foreign,
  link,
  paragraph,
  pullQuote,
  quotation,
  table,
} from '#lib/document/build.ts';
import type { DemoStory } from '../story.ts';

export const story: DemoStory = {
  slug: 'the-g20-a-club-with-no-address',
  language: 'en',
  state: 'published',
  section: 'world',
  kicker: 'Institutions',
  dateline: 'Paris',
  trailText: 'No charter, no secretariat, no vote: how twenty-one members decide without ever voting.',
  bylines: ['bastien', 'miriam'],
  tags: [
    'g20',
    'g20-pittsburgh-2009',
    'financial-crisis-2008',
    'african-union',
    'european-union',
    'imf',
    'summits',
    'multilateralism',
    'oecd',
  ],
  headline: 'The G20, a club with no address',
  standfirst:
    'The group has no charter, no building and no permanent staff. Nothing it decides is binding in law. It weighs on world finance all the same, and the way it meets is the reason.',
  published: { daysAgo: 5, at: '16:45' },
  body: [
    paragraph(
      'Nobody has ever posted a letter to the G20. The United Nations has a tower in New York, the International Monetary Fund a block in Washington, the African Union a seat in Addis Ababa. The Group of Twenty moves house every year with its presidency: on 1 December its archives, its website and its logo change hands.',
    ),
    paragraph(
      'Its members are nineteen countries, the European Union and, since the New Delhi summit of September 2023, the African Union. The name has not kept up: the club of twenty has twenty-one chairs, before anyone brings in those for the guests.',
    ),
    crosshead(2, 'Born of one crisis, raised by another'),
    paragraph(
      'It began with ministers. After the Asian financial crisis of 1997 the large economies saw that the G7 would no longer do: the countries where the trouble started had no seat at it. Finance ministers and central bank governors of twenty members first met in Berlin in December 1999. For nine years hardly anyone outside the treasuries noticed.',
    ),
    paragraph(
      'The autumn of 2008 changed that. The fall of Lehman Brothers froze credit around the world, and the White House called heads of state and government to Washington on 14 and 15 November. London followed in April 2009, then Pittsburgh in September, where the group gave itself its rank.',
    ),
    quotation(
      {
        attribution: 'Leaders’ statement, Pittsburgh, 25 September 2009',
        sourceUrl: 'https://www.oecd.org/g20/summits/pittsburgh/',
      },
      '“We designated the G20 to be the premier forum for our international economic cooperation.”',
    ),
    paragraph(
      'The summit became yearly in 2011. It has been held ever since in the country that presides, and the presidency turns among five groups of countries, so that no region keeps it.',
    ),
    crosshead(2, 'Who prepares, who decides'),
    paragraph(
      'A summit lasts two days; preparing one takes twelve months, along two tracks that seldom cross:',
    ),
    bulletList(
      [
        paragraph(
          bold('the finance track'),
          ', of ministers and central banks: debt, banking rules, taxes, currencies;',
        ),
      ],
      [
        paragraph(
          bold('the sherpa track'),
          ', of the leaders’ own advisers: energy, health, farming, jobs, the digital economy. They are named after the guides of the Himalayas, since they carry the files up to the summit and know where the crevasses are.',
        ),
      ],
    ),
    paragraph(
      'Three countries work together: the one that presides, the one that has just done so and the one that is next. This ',
      foreign('fr', 'troïka'),
      ' is the only memory of a group that keeps no clerk. Around it the institutions lend their pens. Most of the papers are written by the IMF and the OECD, and the Financial Stability Board keeps watch over the banks.',
    ),
    paragraph(
      'There is no vote. A text stands when nobody objects to it any more. That gives each member a veto and explains why communiqués are so careful. When agreement is out of reach the presidency issues a “chair’s summary”, which diplomats read backwards: whatever is in it is what was missing.',
    ),
    pullQuote(
      'Bastien Roncevaux, our analysis',
      '“What binds nobody in law sometimes ends up in everybody’s statute book.”',
    ),
    crosshead(2, 'What it is good for'),
    paragraph(
      'The question comes back with each summit. The firmest answer lies in a few pieces of work for which ministers had a calendar and somebody to count. The capital rules for banks known as Basel III were endorsed by leaders in Seoul in 2010. The automatic exchange of tax information, then the minimum tax of 15 per cent on large multinationals endorsed in Rome in 2021, took the same road: an OECD report, a G20 agreement, national laws.',
    ),
    paragraph(
      'Elsewhere promises are left by the wayside. The pledge to phase out inefficient subsidies for fossil fuels “over the medium term” dates from Pittsburgh. It can still be read, almost word for word, in recent texts.',
    ),
    paragraph('The first summits and the latest:'),
    table(
      ['Year', 'Presidency', 'Where leaders met'],
      ['2008', 'Brazil (ministers)', 'Washington'],
      ['2009', 'United Kingdom', 'London, then Pittsburgh'],
      ['2010', 'South Korea', 'Toronto, then Seoul'],
      ['2022', 'Indonesia', 'Bali'],
      ['2023', 'India', 'New Delhi'],
      ['2024', 'Brazil', 'Rio de Janeiro'],
      ['2025', 'South Africa', 'Johannesburg'],
      ['2026', 'United States', 'near Miami'],
    ),
    explainer(
      'The G20 in figures, and their limits',
      paragraph(
        'The group says that it stands for about 85 per cent of world output, 75 per cent of trade and two thirds of the world’s people. The orders of magnitude are right, but they depend on three choices:',
      ),
      bulletList(
        'counting the European Union as a bloc, or only those of its members with a seat of their own (France, Germany and Italy);',
        'converting currencies at market rates or at purchasing power parity;',
        'counting or not the fifty-five states of the African Union, which mostly raises the share of population.',
      ),
    ),
    paragraph(
      'The OECD keeps ',
      link('https://www.oecd.org/g20/summits/', 'a list of the summits and their texts'),
      '.',
    ),
  ],
};
