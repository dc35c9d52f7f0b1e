import {
  bold,
  crosshead,
  explainer,
  orderedList,
  paragraph,
  pullQuote,
  quotation,
  table,
} from '#lib/document/build.ts';
import type { DemoStory } from '../story.ts';

export const story: DemoStory = {
  slug: 'quatre-vingt-cinq-millimetres',
  language: 'fr',
  state: 'published',
  section: 'economy',
  kicker: 'Transports',
  dateline: 'Khorgos (Kazakhstan)',
  trailText: 'Pourquoi tout train venu de Chine s’arrête à la frontière, et ce que cet arrêt coûte.',
  bylines: ['dauren'],
  tags: [
    'corridors',
    'track-gauge',
    'middle-corridor',
    'khorgos',
    'kazakhstan',
    'china',
    'russia',
    'azerbaijan',
    'caspian-sea',
    'aktau',
  ],
  headline: 'Quatre-vingt-cinq millimètres',
  standfirst:
    'C’est ce qui sépare les rails chinois des rails kazakhs. Assez pour arrêter chaque train, soulever chaque conteneur et faire vivre une ville de grues au milieu de la steppe.',
  published: { daysAgo: 4, at: '06:50' },
  body: [
    paragraph(
      'Le train arrive de l’est, avance sous un portique jaune et s’arrête. À deux mètres de lui, sur la voie d’à côté, un autre train attend, vide. Un pont roulant descend ses quatre pinces, prend un conteneur par les coins, le soulève, le fait glisser, le pose. Le geste dure deux minutes. Il est répété une cinquantaine de fois, et chacun des deux trains repart d’où il est venu.',
    ),
    paragraph(
      'Tout cela pour 85 millimètres. En Chine et dans la plus grande partie de l’Europe, les rails sont posés à 1 435 millimètres l’un de l’autre. Au Kazakhstan, comme dans toute l’ancienne Union soviétique, à 1 520. Une roue faite pour l’un tombe entre les rails de l’autre, ou n’y entre pas.',
    ),
    crosshead(2, 'Une décision de 1842'),
    paragraph(
      'L’écart n’est pas une ruse de guerre, quoi qu’on en dise. Pour la ligne de Saint-Pétersbourg à Moscou, la Russie impériale retint cinq pieds, mesure ronde alors courante dans le sud des États-Unis, où ses ingénieurs étaient allés se former. Le réseau grandit ainsi jusqu’au Pacifique. Dans les années 1970, on resserra la voie de quatre millimètres, pour mieux guider les trains rapides ; de 1 524, elle passa à 1 520.',
    ),
    paragraph(
      'L’avantage militaire n’apparut qu’ensuite. Il a gêné toutes les armées qui ont suivi ces voies, dans les deux sens.',
    ),
    table(
      ['Écartement', 'Nom d’usage', 'Où'],
      ['1 000 mm', 'Voie métrique', 'Asie du Sud-Est, parties de l’Afrique'],
      ['1 435 mm', 'Voie normale', 'Chine, Europe, Iran, Turquie, Amérique du Nord'],
      ['1 520 mm', 'Voie large russe', 'Ancienne Union soviétique, Mongolie'],
      ['1 668 mm', 'Voie ibérique', 'Espagne, Portugal'],
      ['1 676 mm', 'Voie indienne', 'Inde, Pakistan, Argentine'],
    ),
    crosshead(2, 'Quatre façons de franchir la marche'),
    orderedList(
      1,
      [
        paragraph(
          bold('Changer de train.'),
          ' On déplace les conteneurs. C’est le cas à Khorgos et, depuis plus longtemps, à Dostyk.',
        ),
      ],
      [
        paragraph(
          bold('Changer d’essieux.'),
          ' On lève le wagon, on roule les anciens essieux dehors, les nouveaux dedans. Les voyageurs le vivent la nuit, suspendus dans leur lit.',
        ),
      ],
      [
        paragraph(
          bold('Des roues qui coulissent.'),
          ' L’Espagne le fait tous les jours pour ses trains de voyageurs. Pour le fret, le mécanisme reste lourd et cher.',
        ),
      ],
      [
        paragraph(
          bold('Poser d’autres rails.'),
          ' Une seconde voie dans la première, ou une ligne neuve. C’est le débat qui a longtemps retardé la voie entre la Chine, le Kirghizstan et l’Ouzbékistan.',
        ),
      ],
    ),
    paragraph(
      'La première a gagné, pour une raison simple : le conteneur. Depuis qu’une boîte normalisée passe du bateau au camion sans qu’on l’ouvre, la passer d’un train à l’autre n’est pas plus difficile. L’opérateur du port sec annonce moins d’une heure pour un train entier.',
    ),
    quotation(
      { attribution: 'Serik A., grutier à Khorgos' },
      '« Les visiteurs regardent la grue. Moi, je regarde la file d’attente. Une heure pour lever cinquante boîtes, ce n’est rien. Deux jours pour un papier qui manque, c’est long. »',
    ),
    crosshead(2, 'Où passe le temps'),
    paragraph(
      'Il a raison, et les transitaires avec lui. Sur un voyage de deux semaines entre le centre de la Chine et la Pologne, le transbordement ne pèse presque rien. Les heures se perdent en attente : d’une locomotive, d’un sillon, d’un visa de douane, d’une place dans la gare suivante. À l’autre bout, à la frontière polonaise, les 85 millimètres se franchissent d’ailleurs une seconde fois.',
    ),
    pullQuote('Dauren Selbaïev, à la frontière', '« Le rail le plus large du trajet, c’est le guichet. »'),
    paragraph(
      'La route du sud, dite transcaspienne, multiplie ces attentes. Le conteneur y traverse le Kazakhstan, prend un bateau à Aktaou, débarque en Azerbaïdjan, retrouve un train jusqu’à la Géorgie, puis la mer Noire ou la Turquie. Deux mers, au moins quatre douanes, et un seul avantage, que beaucoup de chargeurs ont jugé suffisant depuis 2022 : elle ne passe pas par la Russie.',
    ),
    explainer(
      'Ce qu’est un port sec',
      paragraph(
        'Un port sec est une gare de conteneurs loin de la mer, où l’on dédouane, trie et recharge comme sur un quai. Celui de Khorgos a ouvert en 2015, à une quinzaine de kilomètres de la frontière. L’océan le plus proche est à plus de 2 500 kilomètres.',
      ),
    ),
  ],
};
