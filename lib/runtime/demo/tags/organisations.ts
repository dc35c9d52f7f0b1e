import type { DemoTag } from '../tag.ts';

export const organisations = [
  {
    key: 'g20',
    type: 'organisation',
    fr: ['G20', 'Forum de dix-neuf pays, de l’Union européenne et de l’Union africaine.'],
    en: ['G20', 'A forum of nineteen countries, the European Union and the African Union.'],
    aliases: ['Groupe des vingt', 'Group of Twenty', 'G-20', 'Большая двадцатка'],
    wikidata: 'Q19771',
  },
  {
    key: 'african-union',
    type: 'organisation',
    fr: ['Union africaine', 'Organisation de cinquante-cinq États, dont le siège est à Addis-Abeba.'],
    en: ['African Union', 'An organisation of fifty-five states, with its seat in Addis Ababa.'],
    aliases: [],
    wikidata: 'Q7159',
  },
  {
    key: 'european-union',
    type: 'organisation',
    fr: ['Union européenne', 'Union politique et économique de vingt-sept États.'],
    en: ['European Union', 'A political and economic union of twenty-seven states.'],
    aliases: ['UE'],
    wikidata: 'Q458',
  },
  {
    key: 'un',
    type: 'organisation',
    fr: ['Organisation des Nations unies', 'Organisation mondiale fondée en 1945.'],
    en: ['United Nations', 'World organisation founded in 1945.'],
    aliases: ['ONU', 'Nations unies', 'ООН'],
    wikidata: 'Q1065',
  },
  {
    key: 'security-council',
    type: 'organisation',
    fr: [
      'Conseil de sécurité',
      'Organe de quinze membres des Nations unies, chargé de la paix et de la sécurité.',
    ],
    en: [
      'Security Council',
      'A body of fifteen members of the United Nations, in charge of peace and security.',
    ],
    aliases: [
      'Conseil de sécurité des Nations unies',
      'United Nations Security Council',
      'UN Security Council',
    ],
  },
  {
    key: 'c5-1',
    type: 'organisation',
    fr: ['C5+1', 'Format de dialogue entre les cinq pays d’Asie centrale et les États-Unis, créé en 2015.'],
    en: [
      'C5+1',
      'A format of talks between the five countries of Central Asia and the United States, begun in 2015.',
    ],
    aliases: ['C5 + 1'],
  },
  {
    key: 'truth-social',
    type: 'organisation',
    fr: ['Truth Social', 'Réseau social lancé en 2022, utilisé par Donald Trump.'],
    en: ['Truth Social', 'Social network launched in 2022, used by Donald Trump.'],
    aliases: [],
  },
  {
    key: 'imf',
    type: 'organisation',
    fr: [
      'Fonds monétaire international',
      'Institution de cent quatre-vingt-onze États, fondée en 1944, qui veille à la stabilité monétaire.',
    ],
    en: [
      'International Monetary Fund',
      'An institution of 191 states, founded in 1944, that looks after monetary stability.',
    ],
    aliases: ['FMI', 'IMF'],
    wikidata: 'Q7804',
  },
  {
    key: 'world-bank',
    type: 'organisation',
    fr: ['Banque mondiale', 'Institution de financement du développement, fondée en 1944.'],
    en: ['World Bank', 'An institution that finances development, founded in 1944.'],
    aliases: [],
    wikidata: 'Q7164',
  },
  {
    key: 'wto',
    type: 'organisation',
    fr: [
      'Organisation mondiale du commerce',
      'Organisation qui tient les règles du commerce entre États, née en 1995.',
    ],
    en: [
      'World Trade Organization',
      'The organisation that keeps the rules of trade between states, born in 1995.',
    ],
    aliases: ['OMC', 'WTO'],
    wikidata: 'Q7825',
  },
  {
    key: 'oecd',
    type: 'organisation',
    fr: [
      'Organisation de coopération et de développement économiques',
      'Organisation d’études économiques et de normes, dont le siège est à Paris.',
    ],
    en: [
      'Organisation for Economic Co-operation and Development',
      'An organisation for economic studies and standards, with its seat in Paris.',
    ],
    aliases: ['OCDE', 'OECD'],
    wikidata: 'Q41550',
  },
  {
    key: 'unesco',
    type: 'organisation',
    fr: ['Unesco', 'Agence des Nations unies pour l’éducation, la science et la culture.'],
    en: ['UNESCO', 'United Nations agency for education, science and culture.'],
    aliases: [],
    wikidata: 'Q7809',
  },
  {
    key: 'nasa',
    type: 'organisation',
    fr: ['NASA', 'Agence spatiale des États-Unis.'],
    en: ['NASA', 'The space agency of the United States.'],
    aliases: [],
    wikidata: 'Q23548',
  },
  {
    key: 'roscosmos',
    type: 'organisation',
    fr: ['Roscosmos', 'Agence spatiale russe.'],
    en: ['Roscosmos', 'The Russian space agency.'],
    aliases: ['Роскосмос'],
  },
  {
    key: 'iucn',
    type: 'organisation',
    fr: [
      'Union internationale pour la conservation de la nature',
      'Organisation qui tient la Liste rouge des espèces menacées.',
    ],
    en: [
      'International Union for Conservation of Nature',
      'The organisation that keeps the Red List of threatened species.',
    ],
    aliases: ['UICN', 'IUCN'],
  },
  {
    key: 'scripps',
    type: 'organisation',
    fr: ['Institution Scripps d’océanographie', 'Centre de recherche de La Jolla, en Californie.'],
    en: ['Scripps Institution of Oceanography', 'Research centre in La Jolla, California.'],
    aliases: ['Scripps'],
  },
] as const satisfies readonly DemoTag[];
