import {
  bold,
  crosshead,
  explainer,
  italic,
  orderedList,
  paragraph,
  pullQuote,
  quotation,
} from '#lib/document/build.ts';
import type { DemoStory } from '../story.ts';

export const story: DemoStory = {
  slug: 'six-questions-a-poser-a-un-chiffre-de-pib',
  language: 'fr',
  state: 'ready',
  section: 'economy',
  kicker: 'Mode d’emploi',
  dateline: 'Paris',
  trailText:
    '« Le PIB a progressé de 0,3 %. » Avant de le répéter, six vérifications qui prennent une minute.',
  bylines: ['ismael'],
  tags: ['gdp', 'statistics', 'simon-kuznets'],
  headline: 'Six questions à poser à un chiffre de PIB',
  standfirst:
    'Le produit intérieur brut est le nombre le plus cité de l’économie, et l’un des moins regardés. Voici ce qu’un lecteur pressé peut demander à ce chiffre avant de le croire, ou de le comparer.',
  published: null,
  touched: { daysAgo: 1, at: '19:25' },
  body: [
    paragraph(
      'Le produit intérieur brut, ou PIB, additionne ce que l’on produit dans un pays pendant un trimestre ou une année : pain, coupes de cheveux, logiciels, heures d’instituteur. C’est une somme de valeurs, estimée par des statisticiens à partir d’enquêtes, d’impôts et de beaucoup de conventions. Elle n’est donc jamais vraie au centime. Elle est utile, à condition de l’interroger.',
    ),
    orderedList(
      1,
      [
        paragraph(
          bold('En volume ou en valeur ?'),
          ' Si tous les prix doublent, le PIB « en valeur » double et personne n’est plus riche. La croissance dont on parle d’ordinaire est « en volume » : les prix y sont ramenés à ceux d’une année de référence.',
        ),
      ],
      [
        paragraph(
          bold('Par rapport à quand ?'),
          ' Au trimestre précédent, comme en France, ou au même trimestre de l’année d’avant, comme en Chine ? Les États-Unis multiplient à peu près par quatre leur chiffre trimestriel, pour dire ce que donnerait une année à ce rythme. Les trois façons sont honnêtes. Les comparer entre elles ne l’est pas.',
        ),
      ],
      [
        paragraph(
          bold('Par habitant ?'),
          ' Un pays dont la population croît de 2 % et le PIB de 2 % n’avance pas. Entre pays de tailles différentes, le total mesure le poids, le quotient mesure l’aisance.',
        ),
      ],
      [
        paragraph(
          bold('Dans quelle monnaie ?'),
          ' Converti au taux du marché, le PIB d’un pays où la vie est bon marché paraît petit. En parité de pouvoir d’achat, on corrige cet écart ; mais on n’achète pas un avion à la parité de pouvoir d’achat.',
        ),
      ],
      [
        paragraph(
          bold('Première estimation ou compte définitif ?'),
          ' Le chiffre publié trente jours après le trimestre sera révisé, parfois pendant trois ans. Un mouvement de 0,1 point est plus petit que bien des révisions.',
        ),
      ],
      [
        paragraph(
          bold('Qu’est-ce qui n’y est pas ?'),
          ' Le travail domestique, l’entraide, l’usure des sols. Une marée noire l’augmente : il faut payer ceux qui nettoient.',
        ),
      ],
    ),
    crosshead(2, 'Un avertissement dès la naissance'),
    paragraph(
      'La dernière question est la plus vieille. En janvier 1934, l’économiste Simon Kuznets remettait au Sénat américain le premier compte du revenu national. Il y joignait une mise en garde, que l’on cite souvent et que l’on suit peu.',
    ),
    quotation(
      {
        attribution: 'Simon Kuznets, rapport au Sénat des États-Unis, 1934 (traduction de la rédaction)',
        sourceUrl: 'https://fraser.stlouisfed.org/title/national-income-1929-1932-971',
      },
      '« Le bien-être d’une nation ne peut guère se déduire d’une mesure de son revenu national. »',
    ),
    paragraph(
      'Cela ne rend pas la mesure vaine. Quand une économie s’arrête, comme au printemps 2020, aucun autre indicateur ne dit aussi vite combien. Mais le PIB répond à une question, ',
      italic('combien a-t-on produit ?'),
      ', et l’on voudrait qu’il réponde à deux ou trois autres.',
    ),
    pullQuote(
      'Ismaël Quintard, vérificateur',
      '« Un chiffre sans sa méthode est une opinion avec des décimales. »',
    ),
    explainer(
      'Le calcul, sur un pain',
      paragraph(
        'Un agriculteur vend du blé 20 centimes, le meunier en fait 40 centimes de farine, le boulanger 1,20 euro de pain. On n’additionne pas 0,20, 0,40 et 1,20 : on compterait le blé trois fois. On additionne ce que chacun a ajouté, 0,20 + 0,20 + 0,80, soit le prix du pain.',
      ),
    ),
  ],
};
