import { crosshead, figure, paragraph } from '#lib/document/build.ts';
import type { DemoStory } from '../story.ts';

export const story: DemoStory = {
  slug: '',
  language: 'fr',
  state: 'draft',
  section: null,
  kicker: '',
  dateline: 'Tachkent',
  trailText: '',
  bylines: ['anouk'],
  tags: ['tashkent', 'metro-systems', 'tashkent-earthquake', 'ulugh-beg', 'gagarin'],
  headline: 'Le métro où l’on photographie enfin',
  standfirst: '',
  published: null,
  touched: { daysAgo: 1, at: '20:40' },
  body: [
    paragraph(
      'Pendant quarante ans, le plus beau musée de Tachkent fut interdit aux appareils photo. Il ouvre à cinq heures et ferme à minuit. Le métro, inauguré le 6 novembre 1977, avait été construit pour servir aussi d’abri ; ses stations étaient donc des ouvrages militaires. L’interdiction a été levée en juin 2018.',
    ),
    paragraph(
      'C’était le premier d’Asie centrale, et le septième d’Union soviétique. La ville s’y était préparée d’une manière particulière : le 26 avril 1966, un séisme peu profond, juste sous le centre, avait jeté à bas une grande partie des maisons de terre. On reconstruisit une capitale neuve, large, antisismique, et l’on mit dessous ce que l’on savait faire de mieux.',
    ),
    crosshead(2, 'Station par station'),
    paragraph(
      'À Kosmonavtlar, les colonnes sont de verre et le mur passe du bleu au noir, comme le ciel que l’on quitte ; des médaillons de céramique y montrent Oulough Beg à côté de Gagarine. À Alicher Navoï, des coupoles. À Pakhtakor, du coton en mosaïque.',
    ),
    figure(
      { credit: 'Anouk Delbarre' },
      'Kosmonavtlar, côté sud : la voûte est bleue, la lumière vient des colonnes.',
    ),
    paragraph(
      'Voir encore : la cheffe de station de Tchorsou ; le nombre de voyageurs, à demander à l’exploitant ; la ligne aérienne, qui n’a plus rien à cacher.',
    ),
  ],
};
