import {
  bold,
  bulletList,
  crosshead,
  explainer,
  foreign,
  italic,
  link,
  paragraph,
  pullQuote,
  quotation,
  superscript,
  table,
} from '#lib/document/build.ts';
import type { DemoStory } from '../story.ts';

export const story: DemoStory = {
  slug: 'le-g20-un-club-sans-siege-ni-traite',
  language: 'fr',
  state: 'published',
  section: 'world',
  kicker: 'Institutions',
  dateline: 'Paris',
  trailText: 'Ni charte, ni secrétariat, ni vote : comment vingt et un membres décident sans jamais voter.',
  bylines: ['bastien'],
  tags: [
    'g20',
    'g20-pittsburgh-2009',
    'financial-crisis-2008',
    'african-union',
    'european-union',
    'imf',
    'summits',
    'multilateralism',
    'oecd',
  ],
  headline: 'Le G20, un club sans siège ni traité',
  standfirst:
    'Le groupe n’a ni charte, ni bâtiment, ni personnel permanent. Ses décisions n’obligent personne en droit. Il pèse pourtant sur la finance mondiale, et d’abord par la manière dont il se réunit.',
  published: { daysAgo: 6, at: '07:30' },
  body: [
    paragraph(
      'On cherche en vain l’adresse du G20. L’Organisation des Nations unies a une tour à New York, le Fonds monétaire international un immeuble à Washington, l’Union africaine un siège à Addis-Abeba. Le Groupe des vingt, lui, déménage chaque année avec la présidence : ses archives, son site et son logo changent de mains au 1',
      superscript('er'),
      ' décembre.',
    ),
    paragraph(
      'Ses membres sont dix-neuf pays, l’Union européenne et, depuis le sommet de New Delhi en septembre 2023, l’Union africaine. Le nom n’a pas suivi : le club des vingt compte vingt et une chaises, sans celles des invités.',
    ),
    crosshead(2, 'Né d’une crise, grandi par une autre'),
    paragraph(
      'Le groupe est d’abord une affaire de ministres. Après la crise financière asiatique de 1997, les grandes économies constatent que le G7 ne suffit plus : les pays d’où partent les secousses n’y siègent pas. Les ministres des finances et les gouverneurs de banque centrale de vingt membres se retrouvent pour la première fois à Berlin, en décembre 1999. Pendant neuf ans, presque personne n’y prête attention en dehors des trésors publics.',
    ),
    paragraph(
      'L’automne 2008 change tout. La chute de la banque Lehman Brothers gèle le crédit mondial ; la Maison-Blanche invite les chefs d’État et de gouvernement à Washington, les 14 et 15 novembre. Londres suit en avril 2009, Pittsburgh en septembre. C’est là que le groupe se donne son rang.',
    ),
    quotation(
      {
        attribution:
          'Déclaration des chefs d’État et de gouvernement, Pittsburgh, 25 septembre 2009 (traduction de la rédaction)',
        sourceUrl: 'https://www.oecd.org/g20/summits/pittsburgh/',
      },
      '« Nous avons fait du G20 la première enceinte de notre coopération économique internationale. »',
    ),
    paragraph(
      'Le rythme devient annuel en 2011. Depuis, le sommet a lieu dans le pays qui préside, et la présidence tourne entre cinq groupes de pays, pour qu’aucune région ne la garde.',
    ),
    crosshead(2, 'Qui prépare, qui tranche'),
    paragraph(
      'Un sommet dure deux jours ; sa préparation, douze mois. Elle suit deux voies qui se croisent peu :',
    ),
    bulletList(
      [
        paragraph(
          bold('la voie financière'),
          ', celle des ministres des finances et des banques centrales : dette, banques, impôts, monnaies ;',
        ),
      ],
      [
        paragraph(
          bold('la voie des « sherpas »'),
          ', conseillers personnels des dirigeants : énergie, santé, agriculture, emploi, numérique. Le mot vient des guides de l’Himalaya : ils portent les dossiers jusqu’au sommet et en connaissent les crevasses.',
        ),
      ],
    ),
    paragraph(
      'Trois pays travaillent ensemble, celui qui préside, celui qui vient de le faire et celui qui va le faire. Cette ',
      italic('troïka'),
      ' tient lieu de mémoire à un groupe qui n’a pas de greffier. Autour d’elle, les institutions prêtent leurs plumes : le FMI et l’OCDE fournissent la plupart des notes, le Conseil de stabilité financière suit les banques.',
    ),
    paragraph(
      'On ne vote pas. Un texte est adopté quand plus personne ne s’y oppose, ce qui donne à chacun un droit de blocage et explique la prudence des communiqués. Quand l’accord est hors de portée, la présidence publie un « résumé du président », que les diplomates lisent à l’envers : ce qui y figure est ce qui a manqué.',
    ),
    pullQuote(
      'Bastien Roncevaux, notre analyse',
      '« Ce qui n’oblige personne en droit finit parfois dans la loi de tous. »',
    ),
    crosshead(2, 'À quoi cela sert'),
    paragraph(
      'La question revient à chaque édition. La réponse la plus solide tient en quelques chantiers où les ministres avaient un calendrier et un comptable. Les règles de fonds propres des banques, dites de Bâle III, ont été approuvées par les dirigeants à Séoul en 2010. L’échange automatique de renseignements fiscaux, puis l’impôt minimal de 15 % sur les grandes multinationales, approuvé à Rome en 2021, ont suivi le même chemin : un rapport de l’OCDE, un accord du G20, des lois nationales.',
    ),
    paragraph(
      'Ailleurs, les promesses restent au bord de la route. Celle de supprimer « à moyen terme » les subventions inefficaces aux énergies fossiles date de Pittsburgh. Elle figure encore, presque mot pour mot, dans des textes récents.',
    ),
    paragraph('Les premiers sommets et les plus récents :'),
    table(
      ['Année', 'Présidence', 'Lieu du sommet'],
      ['2008', 'Brésil (ministres)', 'Washington'],
      ['2009', 'Royaume-Uni', 'Londres, puis Pittsburgh'],
      ['2010', 'Corée du Sud', 'Toronto, puis Séoul'],
      ['2022', 'Indonésie', 'Bali'],
      ['2023', 'Inde', 'New Delhi'],
      ['2024', 'Brésil', 'Rio de Janeiro'],
      ['2025', 'Afrique du Sud', 'Johannesburg'],
      ['2026', 'États-Unis', 'près de Miami'],
    ),
    explainer(
      'Le G20 en chiffres, et leurs limites',
      paragraph(
        'Le groupe dit représenter environ 85 % du produit intérieur brut mondial, 75 % du commerce et deux tiers de la population. Ces ordres de grandeur sont justes ; ils dépendent toutefois de trois choix :',
      ),
      bulletList(
        'compter l’Union européenne en bloc ou seulement ses membres qui siègent en propre (Allemagne, France, Italie) ;',
        'convertir les monnaies au taux du marché ou en parité de pouvoir d’achat ;',
        'compter ou non les cinquante-cinq États de l’Union africaine, ce qui relève surtout la part de la population.',
      ),
    ),
    paragraph(
      'Lire aussi, sur le site de l’OCDE, ',
      link('https://www.oecd.org/g20/summits/', 'la liste des sommets et leurs textes'),
      ' (',
      foreign('en', 'in English'),
      ').',
    ),
  ],
};
