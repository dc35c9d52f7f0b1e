import type { DemoTag } from '../tag.ts';

export const events = [
  {
    key: 'g20-pittsburgh-2009',
    type: 'event',
    fr: [
      'Sommet du G20 de Pittsburgh',
      'Troisième sommet des dirigeants du G20, les 24 et 25 septembre 2009.',
    ],
    en: ['Pittsburgh G20 summit', 'Third summit of G20 leaders, on 24 and 25 September 2009.'],
    aliases: [],
  },
  {
    key: 'g20-miami-2026',
    type: 'event',
    fr: ['Sommet du G20 de Miami', 'Sommet prévu les 14 et 15 décembre 2026, près de Miami.'],
    en: ['Miami G20 summit', 'Summit set for 14 and 15 December 2026, near Miami.'],
    aliases: ['G20 de Miami', 'Miami G20'],
  },
  {
    key: 'financial-crisis-2008',
    type: 'event',
    fr: ['Crise financière de 2008', 'Crise bancaire mondiale de 2007 et 2008.'],
    en: ['2008 financial crisis', 'Worldwide banking crisis of 2007 and 2008.'],
    aliases: [],
  },
  {
    key: 'tashkent-earthquake',
    type: 'event',
    fr: ['Séisme de Tachkent de 1966', 'Tremblement de terre du 26 avril 1966.'],
    en: ['1966 Tashkent earthquake', 'Earthquake of 26 April 1966.'],
    aliases: [],
  },
  {
    key: 'nowruz',
    type: 'event',
    fr: ['Norouz', 'Fête du printemps, célébrée autour du 21 mars.'],
    en: ['Nowruz', 'Spring festival, kept around 21 March.'],
    aliases: ['Navrouz', 'Navroʻz', 'Наурыз', 'Nauryz'],
  },
  {
    key: 'geophysical-year',
    type: 'event',
    fr: [
      'Année géophysique internationale',
      'Programme mondial de mesures, de juillet 1957 à décembre 1958.',
    ],
    en: [
      'International Geophysical Year',
      'A worldwide programme of measurement, from July 1957 to December 1958.',
    ],
    aliases: [],
  },
] as const satisfies readonly DemoTag[];
