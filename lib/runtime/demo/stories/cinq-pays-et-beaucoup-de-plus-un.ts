import {
  bulletList,
  crosshead,
  explainer,
  paragraph,
  pullQuote,
  superscript,
  table,
} from '#lib/document/build.ts';
import type { DemoStory } from '../story.ts';

export const story: DemoStory = {
  slug: 'cinq-pays-et-beaucoup-de-plus-un',
  language: 'fr',
  state: 'published',
  section: 'central-asia',
  kicker: 'Diplomatie',
  dateline: 'Tachkent',
  trailText: 'Japon, Corée, Europe, Inde, Chine, Russie, États-Unis : chacun son rendez-vous à cinq.',
  bylines: ['anouk'],
  tags: [
    'central-asia',
    'c5-1',
    'kazakhstan',
    'uzbekistan',
    'kyrgyzstan',
    'tajikistan',
    'turkmenistan',
    'samarkand',
    'kerry',
    'european-union',
    'china',
    'russia',
    'india',
    'japan',
    'summits',
    'united-states',
  ],
  headline: 'Cinq pays, et beaucoup de « plus un »',
  standfirst:
    'Les États-Unis ont leur C5+1, l’Union européenne son sommet, la Chine le sien. Les cinq républiques d’Asie centrale reçoivent désormais leurs partenaires ensemble. Tableau de rendez-vous qui se ressemblent, et de ce qui les sépare.',
  published: { daysAgo: 3, at: '08:05' },
  body: [
    paragraph(
      'La formule tient en quatre signes. « C5 » désigne les cinq républiques d’Asie centrale : Kazakhstan, Kirghizstan, Ouzbékistan, Tadjikistan, Turkménistan. « +1 » désigne qui vient les voir. Elle est née à Samarcande le 1',
      superscript('er'),
      ' novembre 2015, quand le secrétaire d’État américain John Kerry y a réuni pour la première fois ses cinq homologues. Depuis, elle a fait école, au point que les chancelleries de la région comptent une dizaine de formats du même genre.',
    ),
    paragraph(
      'Les Américains ne l’ont pourtant pas inventée. Onze ans plus tôt, en août 2004, la ministre japonaise des affaires étrangères, Yoriko Kawaguchi, proposait à Astana un dialogue « Asie centrale plus Japon ». La Corée du Sud a suivi en 2007, la même année que la première stratégie de l’Union européenne.',
    ),
    table(
      ['Partenaire', 'Premier rendez-vous des ministres', 'Premier sommet des chefs d’État'],
      ['Japon', 'Août 2004, Astana', 'Décembre 2025, Tokyo'],
      ['Corée du Sud', 'Novembre 2007, Séoul', 'Aucun à la fin de 2025'],
      ['États-Unis', 'Novembre 2015, Samarcande', 'Septembre 2023, New York'],
      ['Inde', 'Janvier 2019, Samarcande', 'Janvier 2022, en ligne'],
      ['Chine', 'Juillet 2020, en ligne', 'Mai 2023, Xi’an'],
      ['Russie', 'Octobre 2020, en ligne', 'Octobre 2022, Astana'],
      ['Union européenne', 'Réunions annuelles depuis 2007', 'Avril 2025, Samarcande'],
    ),
    crosshead(2, 'D’abord, se parler entre voisins'),
    paragraph(
      'Ces sommets cachent une nouveauté plus discrète. Avant 2017, les cinq présidents ne se réunissaient presque jamais sans un tiers. La frontière ouzbéko-tadjike était minée par endroits, les vols directs entre Tachkent et Douchanbé suspendus depuis un quart de siècle. Le changement de pouvoir en Ouzbékistan, à la fin de 2016, a rouvert les routes ; les présidents se retrouvent depuis mars 2018 pour des consultations à eux seuls, sans « plus un ».',
    ),
    paragraph(
      'Recevoir ensemble est la suite logique. Aucun des cinq ne pèse lourd isolément : à eux cinq, ils comptent environ 80 millions d’habitants, à peu près autant que l’Allemagne, sur un territoire presque aussi vaste que l’Union européenne. Un partenaire qui fait le voyage pour cinq présidents le fait plus volontiers que pour un seul.',
    ),
    pullQuote(
      'Anouk Delbarre, notre analyse',
      '« Le plus difficile n’était pas d’inviter les autres. C’était de s’asseoir du même côté de la table. »',
    ),
    crosshead(2, 'Un même sigle, des contenus différents'),
    paragraph('Les ordres du jour se recouvrent peu. À grands traits :'),
    bulletList(
      'Pékin parle de voies ferrées, de gaz et de visas, et a doté le sien d’un secrétariat, à Xi’an ;',
      'Washington, de sécurité d’abord, puis de minerais et d’avions ;',
      'Bruxelles, d’eau, d’énergie et de transport, avec un budget et des contrôles ;',
      'Tokyo et Séoul, de formation et d’usines ;',
      'Moscou n’a pas besoin de nouveau cadre : plusieurs des cinq sont déjà ses alliés dans des traités de défense et de douane.',
    ),
    paragraph(
      'La limite est commune à tous. Un format n’est pas une organisation : il n’a ni traité, ni budget propre, ni juge. Ses engagements figurent dans des déclarations que chaque pays applique à sa manière. Le Turkménistan, dont l’ONU a reconnu la neutralité permanente en 1995, signe d’ailleurs moins que les autres.',
    ),
    explainer(
      'Une région, plusieurs noms',
      paragraph(
        'La géographie soviétique disait « Asie moyenne et Kazakhstan », comme s’il s’agissait de deux choses. En janvier 1993, à Tachkent, les dirigeants des cinq pays ont décidé de dire « Asie centrale » pour l’ensemble. L’Unesco y ajoute, pour l’histoire, des parties de l’Afghanistan, de la Chine, de l’Iran, de la Mongolie et du Pakistan.',
      ),
    ),
  ],
};
