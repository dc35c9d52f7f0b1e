import { paragraph, table } from '#lib/document/build.ts';
import type { DemoStory } from '../story.ts';

export const story: DemoStory = {
  slug: 'le-g20-sommet-par-sommet',
  language: 'fr',
  state: 'archived',
  section: 'world',
  kicker: 'Repères',
  dateline: '',
  trailText: '',
  bylines: ['ismael'],
  tags: ['g20', 'summits'],
  headline: 'Le G20, sommet par sommet',
  standfirst: 'De Washington à Johannesburg, la liste des villes où les dirigeants se sont réunis.',
  published: null,
  touched: { daysAgo: 6, at: '07:05' },
  body: [
    paragraph(
      'Deux sommets par an au plus fort de la crise, un seul depuis 2011. Celui de 2020, présidé par l’Arabie saoudite, s’est tenu par écrans interposés. Document de travail, remplacé par l’article sur le fonctionnement du groupe.',
    ),
    table(
      ['Année', 'Ville', 'Pays'],
      ['2008', 'Washington', 'États-Unis'],
      ['2009', 'Londres, Pittsburgh', 'Royaume-Uni, États-Unis'],
      ['2010', 'Toronto, Séoul', 'Canada, Corée du Sud'],
      ['2011', 'Cannes', 'France'],
      ['2012', 'Los Cabos', 'Mexique'],
      ['2013', 'Saint-Pétersbourg', 'Russie'],
      ['2014', 'Brisbane', 'Australie'],
      ['2015', 'Antalya', 'Turquie'],
      ['2016', 'Hangzhou', 'Chine'],
      ['2017', 'Hambourg', 'Allemagne'],
      ['2018', 'Buenos Aires', 'Argentine'],
      ['2019', 'Osaka', 'Japon'],
      ['2020', 'en ligne', 'Arabie saoudite'],
      ['2021', 'Rome', 'Italie'],
      ['2022', 'Bali', 'Indonésie'],
      ['2023', 'New Delhi', 'Inde'],
      ['2024', 'Rio de Janeiro', 'Brésil'],
      ['2025', 'Johannesburg', 'Afrique du Sud'],
    ),
  ],
};
