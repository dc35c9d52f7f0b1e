import {
  bulletList,
  crosshead,
  explainer,
  foreign,
  paragraph,
  pullQuote,
  quotation,
} from '#lib/document/build.ts';
import type { DemoStory } from '../story.ts';

export const story: DemoStory = {
  slug: 'baikonour-la-ville-louee',
  language: 'fr',
  state: 'published',
  section: 'science',
  kicker: 'Espace',
  dateline: 'Baïkonour (Kazakhstan)',
  trailText: 'Une ville kazakhe, un loyer russe, un pas de tir d’où l’on est parti le premier.',
  bylines: ['ismael'],
  tags: ['baikonur', 'crewed-spaceflight', 'kazakhstan', 'russia', 'gagarin', 'nasa'],
  headline: 'Baïkonour, la ville louée',
  standfirst:
    'Le premier cosmodrome du monde est au Kazakhstan. La Russie en paie le loyer, y fait la police et y lance ses équipages. Comment fonctionne une base spatiale dont le locataire n’est pas le propriétaire.',
  published: { daysAgo: 7, at: '10:15' },
  correction: {
    on: { daysAgo: 6, at: '17:40' },
    wrong: 'le bail court jusqu’en 2040',
    right: 'le bail court jusqu’en 2050',
    notice:
      'Une première version de cet article indiquait que le bail de Baïkonour court jusqu’en 2040. Il court jusqu’en 2050 : la prolongation a été signée à Astana le 9 janvier 2004. Nous remercions la lectrice qui nous l’a signalé.',
  },
  body: [
    paragraph(
      'La gare s’appelle Toretam, le fleuve, Syr-Daria, la ville, Baïkonour. Ce dernier nom est un emprunt : le vrai Baïkonour est un bourg minier, à plus de trois cents kilomètres au nord-est. Les Soviétiques l’ont donné à leur champ de tir en 1961, au moment de faire homologuer le vol de Youri Gagarine, afin de n’en pas dire l’endroit. Les avions espions américains, qui suivaient les voies ferrées, connaissaient la place depuis quatre ans.',
    ),
    paragraph(
      'De là est parti Spoutnik, le 4 octobre 1957. De là est parti Gagarine, le 12 avril 1961, d’un pas de tir qui a servi jusqu’en 2019. Toutes les fusées habitées soviétiques, puis russes, se sont élevées de cette steppe.',
    ),
    crosshead(2, 'Cent quinze millions par an'),
    paragraph(
      'En décembre 1991, le cosmodrome se retrouve dans un pays neuf, qui n’a pas de fusées, et hors d’un autre, qui n’a plus de base pour ses équipages. L’accord vient en mars 1994 : le Kazakhstan garde la terre, la Russie la loue pour vingt ans. Le loyer est de 115 millions de dollars par an. Il n’a pas changé depuis. Prolongé en janvier 2004, le bail court jusqu’en 2040.',
    ),
    paragraph('La location a ses règles, dont certaines n’ont guère d’équivalent :'),
    bulletList(
      'la ville est administrée par un maire que nomment ensemble les deux présidents ;',
      'on y paie en roubles et en tenges, selon le guichet ;',
      'la police et les tribunaux y sont russes, les écoles, des deux pays ;',
      'chaque tir est annoncé aux autorités kazakhes, qui peuvent demander réparation pour ce qui retombe.',
    ),
    crosshead(2, 'Ce qui retombe'),
    paragraph(
      'C’est le point sensible. Une fusée se déleste de ses étages, et Baïkonour est loin de tout océan : les siens tombent sur la steppe, dans des zones prévues. Longtemps, le lanceur lourd Proton a brûlé de l’heptyle, un carburant très toxique. Après l’accident du 2 juillet 2013, où l’un d’eux s’est écrasé près du pas de tir, le Kazakhstan a obtenu que les vols soient suspendus le temps de l’enquête, et que la part de ces fusées diminue.',
    ),
    quotation(
      { attribution: 'Bakhyt S., éleveuse de chevaux' },
      '« On nous téléphone la veille : rentrez les bêtes. Le ciel fait un bruit de tissu. Ensuite viennent des jeunes gens avec des combinaisons blanches, qui mesurent l’herbe. »',
    ),
    paragraph(
      'Les équipages, eux, partent sur des Soyouz au kérosène et à l’oxygène liquide, bien moins sales. De 2011 à 2020, après le dernier vol de la navette américaine, tous les astronautes qui rejoignaient la Station spatiale internationale sont passés par ici, ceux de la NASA comme les autres. Ils ont appris à planter un arbre dans l’allée des cosmonautes et à regarder, la veille du départ, le même film que leurs prédécesseurs : ',
      foreign('ru', 'Белое солнце пустыни'),
      ', « Le Soleil blanc du désert ».',
    ),
    pullQuote(
      'Ismaël Quintard, à Baïkonour',
      '« Le propriétaire voit passer les fusées. Le locataire compte les années. »',
    ),
    crosshead(2, 'Après le locataire'),
    paragraph(
      'La Russie a bâti un autre cosmodrome chez elle, Vostotchny, dans l’Extrême-Orient, d’où elle tire depuis 2016. Il n’envoie pas encore d’équipages. Le Kazakhstan, de son côté, prépare la suite : une partie des installations lui a été rendue, des guides y mènent des visiteurs, et un pas de tir modernisé doit servir à une fusée commune, moins polluante.',
    ),
    paragraph(
      'Au bout de l’avenue principale, un Soyouz grandeur nature sert de monument. Les mariés s’y font photographier. Dans le dos du photographe, la steppe commence sans transition, plate et rousse, avec au loin un portique qui ressemble à une grue de port.',
    ),
    explainer(
      'Pourquoi si près du désert',
      paragraph(
        'Trois raisons ont décidé du lieu en 1955. Il fallait du vide sous la trajectoire ; une voie ferrée, pour les fusées, et un fleuve, pour l’eau ; et être aussi au sud que possible. Plus on part près de l’équateur, plus la rotation de la Terre aide : à 46 degrés de latitude, elle donne environ 320 mètres par seconde.',
      ),
    ),
  ],
};
