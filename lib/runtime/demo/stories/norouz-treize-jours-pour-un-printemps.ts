import { bulletList, crosshead, foreign, paragraph } from '#lib/document/build.ts';
import type { DemoStory } from '../story.ts';

export const story: DemoStory = {
  slug: 'norouz-treize-jours-pour-un-printemps',
  language: 'fr',
  state: 'unpublished',
  section: 'culture',
  kicker: 'Calendrier',
  dateline: 'Samarcande',
  trailText: 'Une fête plus ancienne que les religions de ceux qui la gardent.',
  bylines: ['anouk'],
  tags: ['nowruz', 'samarkand', 'central-asia', 'unesco', 'heritage'],
  headline: 'Norouz, treize jours pour un printemps',
  standfirst:
    'De l’Albanie à la Chine, quelque 300 millions de personnes changent d’année à l’instant de l’équinoxe. Ce que l’on met sur la table, et ce que l’on saute.',
  published: { daysAgo: 8, at: '19:00' },
  touched: { daysAgo: 7, at: '08:50' },
  body: [
    paragraph(
      'Le nom dit tout en persan : jour neuf. L’année y commence quand le soleil traverse l’équateur, le 20 ou le 21 mars, à une minute que les astronomes calculent et que les familles attendent. La fête a au moins vingt-cinq siècles. Elle a survécu à plusieurs empires, à deux ou trois changements de foi et à soixante-dix ans d’Union soviétique, qui la tint pour un reste du passé jusqu’à la fin des années 1980.',
    ),
    crosshead(2, 'Ce qui cuit'),
    paragraph(
      'En Ouzbékistan, on la reconnaît à une odeur de caramel. Le ',
      foreign('uz', 'sumalak'),
      ', crème brune de blé germé, cuit toute une nuit dans un chaudron que les femmes remuent à tour de rôle. On y met sept cailloux, pour que le fond n’attache pas. Qui en trouve un dans son bol fait un vœu. Au Kazakhstan, la soupe de la fête, ',
      foreign('kk', 'наурыз көже'),
      ', compte sept ingrédients, dont le dernier morceau de viande de l’hiver.',
    ),
    crosshead(2, 'Ce que l’on fait'),
    bulletList(
      'On paie ses dettes et l’on se réconcilie avant l’équinoxe, dans cet ordre.',
      'On saute par-dessus un feu, en Iran et en Azerbaïdjan, le dernier mardi de l’hiver.',
      'On rend visite aux plus âgés d’abord, puis aux malades.',
      'On passe le treizième jour dehors : rester chez soi porte malheur.',
    ),
    paragraph(
      'L’Unesco a inscrit la fête au patrimoine immatériel en 2009, au nom de sept pays, puis de douze en 2016. L’Assemblée générale des Nations unies lui a donné une journée, le 21 mars, par une résolution de février 2010.',
    ),
  ],
};
