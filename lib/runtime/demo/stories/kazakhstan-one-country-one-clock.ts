import { paragraph, table } from '#lib/document/build.ts';
import type { DemoStory } from '../story.ts';

export const story: DemoStory = {
  slug: 'kazakhstan-one-country-one-clock',
  language: 'en',
  state: 'published',
  section: 'central-asia',
  kicker: 'In brief',
  dateline: 'Almaty',
  trailText: 'Since 1 March 2024 the ninth largest country in the world has kept a single time.',
  bylines: ['odile'],
  tags: ['kazakhstan', 'time-zones', 'almaty', 'astana', 'china'],
  headline: 'Kazakhstan: one country, one clock',
  standfirst:
    'The ninth largest country in the world keeps a single time from one end to the other. Trains are simpler for it. Sunsets are not.',
  published: { daysAgo: 4, at: '09:05' },
  body: [
    paragraph(
      'At midnight on 1 March 2024 the clocks of Almaty and Astana went back an hour and stayed there. Kazakhstan, which stretches over almost 3,000 kilometres and some forty degrees of longitude, has since then kept one time, five hours ahead of Greenwich. It had had two; until 2004, three.',
    ),
    paragraph(
      'The government’s case was one of order: a single timetable for railways, banks and television, and work by daylight. The case against was made by anyone who comes home from school in Almaty in December. The city lies so far east that noon by the sun falls near noon by the clock at last; in the old reckoning it came close to one. Evenings are shorter by the hour that mornings gained.',
    ),
    table(
      ['City', 'Sunset, shortest day, before', 'Since 2024'],
      ['Almaty', 'about 17:20', 'about 16:20'],
      ['Astana', 'about 17:05', 'about 16:05'],
      ['Aktau', 'about 18:00', 'about 18:00'],
    ),
    paragraph(
      'Wide countries with one clock are few. China, with sixty degrees of longitude, has had a single time since 1949, and in its far west shops open at ten. India runs on the half hour, as a compromise between its ends. Russia keeps eleven times and has tried nine.',
    ),
    paragraph(
      'Nothing in physics settles the matter. A time zone is a treaty between those who get up early and those who go home late, and like other treaties it is signed by neither.',
    ),
  ],
};
