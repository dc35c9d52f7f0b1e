import {
  crosshead,
  explainer,
  foreign,
  italic,
  paragraph,
  pullQuote,
  quotation,
} from '#lib/document/build.ts';
import type { DemoStory } from '../story.ts';

export const story: DemoStory = {
  slug: 'relire-djamilia',
  language: 'fr',
  state: 'published',
  section: 'culture',
  kicker: 'Critique',
  dateline: 'Bichkek',
  trailText:
    'Cent vingt pages, un été, une carriole. Le bref roman d’Aïtmatov n’a pas pris de rides, il a pris du silence.',
  bylines: ['anouk'],
  tags: ['aitmatov', 'aragon', 'kyrgyzstan', 'kyrgyz-literature', 'heritage'],
  headline: 'Relire « Djamilia », et entendre ce qu’on n’y dit pas',
  standfirst:
    'On le présente depuis 1959 comme une histoire d’amour. C’en est une. Mais le court roman de Tchinguiz Aïtmatov parle surtout de celui qui regarde, et du moment où regarder ne suffit plus.',
  published: { daysAgo: 5, at: '09:20' },
  body: [
    paragraph(
      'Les livres courts ont la vie longue. Celui-ci tient dans une poche, se lit dans un train et ne se raconte pas, ou alors en trois lignes : été 1943, un village kirghiz dont les hommes sont à la guerre ; une jeune femme, dont le mari écrit du front à toute la famille et la salue en dernier ; un soldat blessé, taciturne, qui n’est de nulle part ; des sacs de blé qu’il faut mener chaque jour à la gare. Un soir, sur le chemin du retour, le soldat se met à chanter.',
    ),
    paragraph(
      'Celui qui raconte a quinze ans. Il s’appelle Seït, c’est le jeune beau-frère, et la coutume l’a chargé de veiller sur elle. Il veille. Il voit tout avant les deux intéressés, et il ne dit rien. Ce silence fait le livre.',
    ),
    crosshead(2, 'Le compliment d’Aragon'),
    paragraph(
      'La renommée française tient à une phrase. Louis Aragon, qui reçoit le texte à la fin des années 1950 et en cosigne la traduction avec A. Dimitrieva, met sa préface sous un titre que tous les éditeurs ont recopié depuis.',
    ),
    quotation(
      { attribution: 'Louis Aragon, préface à « Djamilia », 1959' },
      '« La plus belle histoire d’amour du monde »',
    ),
    paragraph(
      'Le compliment est généreux, et un peu encombrant. Il fait attendre un brasier ; le livre est une braise. Entre Djamilia et Danïiar, il ne se passe presque rien que l’on puisse citer : un sac trop lourd qu’on lui a fait porter par jeu, une main sur une épaule, des chansons sans paroles. On mesure mieux, à la relecture, l’audace qu’il y avait à publier en 1958, dans l’Union soviétique, l’histoire d’une femme qui quitte le mari soldat pour l’étranger du village. Le livre ne la juge pas. Il ne l’excuse pas non plus, ce qui est plus rare.',
    ),
    pullQuote(
      'Anouk Delbarre',
      '« Il y a dans ce livre moins de baisers que de sacs de blé. C’est sa force. »',
    ),
    crosshead(2, 'Un peintre caché'),
    paragraph(
      'Ce que j’avais oublié, c’est le tableau. Le roman s’ouvre et se ferme sur une toile accrochée au mur : deux silhouettes de dos, une steppe d’automne, un chemin. Le narrateur est devenu peintre. Le sujet véritable apparaît alors. Le chant de Danïiar n’a pas seulement fait naître un amour ; il a donné à un adolescent l’envie d’inventer une forme pour ce qu’il ressent et n’a pas le droit de dire.',
    ),
    paragraph(
      'Tout est construit pour ce glissement. Les paysages, si admirés, ne sont jamais là pour eux-mêmes. Le Kourkouréou gronde quand les personnages se taisent ; la steppe s’élargit quand le village se referme. Aïtmatov, formé à l’élevage dans un institut agricole, nomme les herbes et les bêtes comme on nomme des parents.',
    ),
    paragraph(
      'La traduction de 1959 a gardé son allure. On y sent parfois Aragon derrière l’épaule du garçon : un imparfait du subjonctif de trop, une cadence d’alexandrin. On peut s’en agacer. J’y entends plutôt un second chanteur, qui connaît l’air et n’en est pas sûr.',
    ),
    crosshead(2, 'Ce qui a vieilli, ce qui reste'),
    paragraph(
      'Le kolkhoze enthousiaste, la brigade, les slogans sur le grain : ces pages sont d’époque, et brèves. La belle-mère, elle, n’a pas vieilli. Matriarche de deux maisons réunies par un deuil, elle tient le monde d’avant avec justice et sans douceur. Quand elle comprend, elle dit peu de chose, et c’est à elle que l’on pense en refermant le livre.',
    ),
    paragraph(
      'À Bichkek, ',
      italic('Djamilia'),
      ' se vend en kirghiz, ',
      foreign('ky', 'Жамийла'),
      ', en russe et en anglais, sur les mêmes étals que les manuels. Les lycéens l’étudient. Une libraire de la rue Tchouï me disait qu’on le lui achète surtout pour l’offrir, « aux gens qui partent ».',
    ),
    explainer(
      'Tchinguiz Aïtmatov en quatre livres',
      paragraph(
        'Né en 1928 à Cheker, au pied des monts Talas, mort en 2008. Son père, cadre du parti, fut fusillé en 1938. Il écrit en kirghiz puis en russe. À lire après « Djamilia » (1958) : « Le Premier Maître » (1962), « Il fut un blanc navire » (1970), et « Une journée plus longue qu’un siècle » (1980), où une voie ferrée, un cimetière et un cosmodrome se partagent la steppe.',
      ),
    ),
  ],
};
