import {
  crosshead,
  explainer,
  foreign,
  italic,
  orderedList,
  paragraph,
  pullQuote,
  quotation,
  superscript,
  table,
} from '#lib/document/build.ts';
import type { DemoStory } from '../story.ts';

export const story: DemoStory = {
  slug: 'la-digue-qui-a-sauve-un-morceau-de-mer',
  language: 'fr',
  state: 'published',
  section: 'climate',
  kicker: 'Mer d’Aral',
  dateline: 'Aralsk (Kazakhstan)',
  trailText: 'Treize kilomètres de sable et de béton ont rendu l’eau au nord. Le sud n’en a pas eu.',
  bylines: ['philippa', 'anouk'],
  tags: [
    'aral-sea',
    'syr-darya',
    'amu-darya',
    'aralsk',
    'kazakhstan',
    'uzbekistan',
    'world-bank',
    'irrigation',
    'cotton',
    'closed-seas',
    'water-sharing',
  ],
  headline: 'Mer d’Aral : la digue qui a sauvé un morceau de mer',
  standfirst:
    'Depuis 2005, un barrage bas retient les eaux du Syr-Daria dans la partie nord de l’ancienne mer. Le poisson est revenu, et avec lui une économie modeste. Le reste a continué de sécher.',
  published: { daysAgo: 2, at: '11:10' },
  body: [
    paragraph(
      'En 1960, la mer d’Aral était le quatrième lac du monde : environ 68 000 km',
      superscript('2'),
      ', un peu plus de deux fois la Belgique. Deux fleuves l’alimentaient, l’Amou-Daria par le sud et le Syr-Daria par le nord-est. Aucun n’en sortait : seule l’évaporation équilibrait l’apport. Il suffisait donc de retenir l’eau en amont pour que le niveau baisse.',
    ),
    paragraph(
      'C’est ce qui fut décidé, sans détour. Des milliers de kilomètres de canaux, pour la plupart creusés à même le sable, ont conduit l’eau des deux fleuves vers le coton et le riz. Les planificateurs soviétiques savaient que la mer en mourrait ; ils jugeaient que les récoltes valaient davantage que les poissons.',
    ),
    crosshead(2, 'Une mer devenue quatre lacs'),
    paragraph(
      'Le recul commence dans les années 1960 et ne s’arrête plus. À la fin des années 1980, le niveau a baissé de plus de treize mètres : la mer se coupe en deux, le petit bassin du nord et le grand du sud. L’île de la Renaissance, où l’armée essayait des armes biologiques, rejoint la terre ferme en 2001. Le bassin sud se divise encore ; en août 2014, pour la première fois à l’époque moderne, les images des satellites de la NASA montrent sa partie orientale à sec.',
    ),
    table(
      ['Date', 'Ce qui se passe'],
      ['1960', 'Niveau d’environ 53 m au-dessus de l’océan ; la pêche nourrit deux ports'],
      ['1987–1989', 'Séparation du nord et du sud'],
      ['1992 et 1998', 'Deux digues de sable au nord, emportées l’une après l’autre'],
      ['Août 2005', 'Achèvement de la digue de Kok-Aral'],
      ['Août 2014', 'Le bassin oriental du sud est à sec'],
    ),
    crosshead(2, 'Sept mois au lieu de dix ans'),
    paragraph(
      'L’idée de sauver au moins le nord est venue d’Aralsk, le vieux port kazakh dont les grues donnaient sur le désert. Les habitants ont poussé du sable dans le détroit, au bulldozer. La mer est montée, puis elle a emporté l’ouvrage ; on a recommencé, elle l’a emporté encore.',
    ),
    paragraph(
      'La troisième digue, financée par la Banque mondiale et le Kazakhstan, est en terre compactée, avec un déversoir de béton muni de vannes. Elle mesure treize kilomètres et ne dépasse guère la hauteur d’une maison. Le projet entier, travaux sur le Syr-Daria compris, a coûté 86 millions de dollars. Les ingénieurs comptaient des années pour remplir le bassin ; sept mois ont suffi pour gagner plus de trois mètres. L’eau se trouvait à près de cent kilomètres d’Aralsk : elle est revenue à vingt-cinq.',
    ),
    pullQuote(
      'Philippa Wrenfield, au pied de la digue',
      '« On n’a pas sauvé la mer. On a choisi laquelle des deux garder. »',
    ),
    paragraph(
      'Le sel a suivi le chemin inverse. À mesure que l’eau douce arrivait, la salinité est tombée à un niveau que supportent le sandre, la brème et la carpe. Les pêcheurs du nord déclaraient 695 tonnes de prises en 2005, et plus de 5 500 en 2014.',
    ),
    quotation(
      { attribution: 'Zaouré B., qui tient une chambre froide près d’Aralsk' },
      '« Mon père a vendu sa barque au prix du bois. Moi, j’ai acheté la mienne à crédit. C’est toute la différence que fait la digue : on nous prête. »',
    ),
    crosshead(2, 'Ce que la digue ne peut pas'),
    paragraph('Trois limites apparaissent dès que l’on quitte le rivage.'),
    orderedList(
      1,
      'La hauteur. Le déversoir est à 42 mètres : au-delà, l’eau passe au sud et s’y évapore. Pour ramener la mer dans le port, il faudrait un ouvrage plus haut, étudié depuis longtemps.',
      'Le fleuve. Le Syr-Daria naît au Kirghizstan, traverse l’Ouzbékistan, le Tadjikistan et le Kazakhstan. Une année sèche et des vannes fermées en amont suffisent à faire baisser le lac.',
      'Le sud. L’Amou-Daria n’arrive plus. Le fond découvert, que l’on appelle désormais l’Aralkoum, perd chaque année, au gré des tempêtes, des millions de tonnes de sable et de sel.',
    ),
    paragraph(
      'Sur ce fond, l’Ouzbékistan et le Kazakhstan plantent du ',
      foreign('ru', 'saksaoul'),
      ', un arbuste dont les racines tiennent le sol. C’est un pansement utile, non un retour : personne ne parle plus sérieusement de rendre au sud son rivage de 1960. Il y faudrait, pendant des dizaines d’années, presque toute l’eau des deux fleuves.',
    ),
    explainer(
      'Pourquoi le niveau se compte à partir de l’océan',
      paragraph(
        'Dire qu’un lac « est à 42 mètres » ne dit rien de sa profondeur : c’est l’altitude de sa surface, mesurée depuis le niveau moyen de la mer Baltique, à Kronstadt, référence de toute l’ancienne Union soviétique. La mer Caspienne, elle, se trouve ',
        italic('sous'),
        ' ce zéro, à environ −29 mètres.',
      ),
    ),
  ],
};
