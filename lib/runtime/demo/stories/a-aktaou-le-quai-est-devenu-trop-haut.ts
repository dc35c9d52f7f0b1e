import {
  crosshead,
  explainer,
  foreign,
  paragraph,
  pullQuote,
  quotation,
  subscript,
  superscript,
} from '#lib/document/build.ts';
import type { DemoStory } from '../story.ts';

export const story: DemoStory = {
  slug: 'a-aktaou-le-quai-est-devenu-trop-haut',
  language: 'fr',
  state: 'published',
  section: 'climate',
  kicker: 'Reportage',
  dateline: 'Aktaou (Kazakhstan)',
  trailText: 'La mer Caspienne baisse. Sur la rive kazakhe, on s’en aperçoit à la longueur des échelles.',
  bylines: ['dauren'],
  tags: [
    'caspian-sea',
    'aktau',
    'kazakhstan',
    'azerbaijan',
    'russia',
    'closed-seas',
    'carbon-dioxide',
    'middle-corridor',
  ],
  headline: 'À Aktaou, le quai est devenu trop haut',
  standfirst:
    'La plus grande mer fermée du monde a perdu plus de deux mètres en une génération. Les pêcheurs ont rallongé leurs échelles, le port drague, et chacun a son explication.',
  published: { daysAgo: 1, at: '12:35' },
  body: [
    paragraph(
      '« Vous voyez la ligne blanche ? J’y attachais la barque. » Marat Jolbaryssov, cinquante-huit ans, pêcheur du dimanche et électricien de la semaine, montre sur le béton une croûte de sel, plus haut que sa tête. L’anneau est toujours là. Pour l’atteindre, il lui faudrait monter sur le toit de sa cabine.',
    ),
    paragraph(
      'À la fin des années 1990, la surface de la mer Caspienne se trouvait à 27 mètres au-dessous de celle des océans. Elle a passé en 2023 le seuil de −29 mètres, plus bas que le minimum de 1977. Ces deux mètres ne sont pas grand-chose au sud, où le fond plonge à mille mètres. Ils sont beaucoup au nord, où l’on marche parfois des kilomètres avec de l’eau à la ceinture.',
    ),
    crosshead(2, 'Une échelle de plus'),
    paragraph(
      'Le long de la jetée des plaisanciers, les échelles racontent l’histoire à leur manière. Les anciennes, scellées dans le mur, s’arrêtent dans le vide. On y a soudé des rallonges, d’un autre acier. Une troisième longueur, en corde, pend sous la deuxième.',
    ),
    quotation(
      { attribution: 'Marat Jolbaryssov, pêcheur' },
      '« Mon beau-père disait que la mer respire : trente ans elle monte, trente ans elle descend. Il avait raison pour son temps. Seulement, là, elle expire depuis un peu longtemps. »',
    ),
    paragraph(
      'Le beau-père n’avait pas tort. Sans débouché, la Caspienne monte quand les fleuves donnent plus que l’évaporation ne prend, et descend dans le cas contraire. Elle a baissé de près de trois mètres entre 1930 et 1977, puis remonté de deux mètres et demi jusqu’en 1995, noyant des routes et des villages. La Volga lui apporte à elle seule environ 80 % de ses eaux douces.',
    ),
    paragraph(
      'Ce qui a changé, disent les hydrologues, c’est l’autre plateau de la balance. L’air plus chaud boit davantage. Sous l’effet du CO',
      subscript('2'),
      ' et des autres gaz à effet de serre, l’évaporation augmente plus vite que la pluie sur le bassin de la Volga. Les projections publiées depuis 2020 annoncent une baisse supplémentaire de plusieurs mètres d’ici à la fin du siècle ; les plus sévères vont au-delà de dix.',
    ),
    crosshead(2, 'Dans le port, on creuse'),
    paragraph(
      'À deux kilomètres de là, le port de commerce n’a pas d’échelle de corde, mais une drague. Aktaou charge du pétrole, du blé et, de plus en plus, des conteneurs à destination de Bakou. Un cargo qui cale quatre mètres et demi ne peut plus être rempli à ras bord : chaque décimètre d’eau perdu, c’est plus de cent tonnes laissées à quai.',
    ),
    quotation(
      { attribution: 'Aïgoul T., affréteuse' },
      '« Mes clients de Hambourg me demandent si la mer est profonde. Je leur réponds : cela dépend du vent. Ils croient que je plaisante. »',
      '« Quand il souffle du sud-est deux jours de suite, on perd quarante centimètres. Alors on attend qu’elle revienne. »',
    ),
    paragraph(
      'Ce phénomène a un nom russe, ',
      foreign('ru', 'sgon'),
      ', la chasse : le vent pousse l’eau vers le large. Il a toujours existé. Il ne portait pas à conséquence quand il restait de la marge.',
    ),
    pullQuote(
      'Dauren Selbaïev, à Aktaou',
      '« Une mer ne prévient pas. Elle laisse une ligne de sel et une échelle trop courte. »',
    ),
    paragraph(
      'La ville boit aussi la mer. Fondée dans les années 1960 sur un plateau sans rivière, elle dessale son eau ; il a fallu prolonger les canaux de prise. En juin 2023, les autorités locales ont déclaré l’état d’urgence pour hâter les travaux. Sur la corniche, les baigneurs ont gagné une plage et perdu les rochers d’où sautaient leurs aînés.',
    ),
    paragraph(
      'Marat Jolbaryssov replie sa ligne. Il a pris quatre gobies et un poisson qu’il rejette. L’an prochain, il déplacera la barque vers la digue du large. « Je ne suis pas inquiet pour moi, dit-il. J’ai une voiture. C’est aux phoques qu’il faudrait demander. »',
    ),
    explainer(
      'Une mer ou un lac ?',
      paragraph(
        'Les deux, selon qui compte. Géologiquement, la Caspienne est un reste d’océan isolé : un lac salé de quelque 370 000 km',
        superscript('2'),
        ', le plus grand du monde. Juridiquement, ses cinq riverains (Azerbaïdjan, Iran, Kazakhstan, Russie, Turkménistan) ont signé à Aktaou, le 12 août 2018, une convention qui ne tranche pas : chacun y a des eaux territoriales de quinze milles, le fond se partage par accords, et les navires d’un pays tiers n’y entrent pas en armes.',
      ),
    ),
  ],
};
