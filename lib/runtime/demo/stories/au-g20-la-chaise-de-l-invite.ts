import { bulletList, crosshead, explainer, paragraph, pullQuote } from '#lib/document/build.ts';
import type { DemoStory } from '../story.ts';

export const story: DemoStory = {
  slug: 'au-g20-la-chaise-de-l-invite',
  language: 'fr',
  state: 'published',
  section: 'world',
  kicker: 'Analyse',
  dateline: 'Paris',
  trailText: 'Inviter ne coûte rien au pays hôte. Être invité vaut surtout par les couloirs.',
  bylines: ['bastien', 'anouk'],
  tags: [
    'g20',
    'g20-miami-2026',
    'trump',
    'tokayev',
    'mirziyoyev',
    'kazakhstan',
    'uzbekistan',
    'miami',
    'truth-social',
    'spain',
    'united-states',
    'central-asia',
    'summits',
  ],
  headline: 'Au G20, la chaise de l’invité',
  standfirst:
    'Le Kazakhstan s’y est déjà assis deux fois, l’Ouzbékistan jamais. Un siège d’invité ne donne ni vote ni veto. Il donne deux jours dans le même bâtiment que tous les autres, et c’est beaucoup.',
  published: { daysAgo: 1, at: '18:20' },
  body: [
    paragraph(
      'En décembre 2025, Donald Trump a fait savoir sur Truth Social qu’il convierait deux présidents d’Asie centrale, Kassym-Jomart Tokaïev et Chavkat Mirzioïev, au sommet du G20 que les États-Unis accueillent près de Miami en décembre 2026. L’annonce a surpris par sa forme. Sur le fond, elle suit un usage aussi ancien que les sommets eux-mêmes : la présidence du moment dresse seule la liste de ses hôtes.',
    ),
    paragraph(
      'Aucun texte ne règle cet usage, puisque le groupe n’a pas de règlement. Il s’est formé par répétition. Trois sortes d’invités se côtoient désormais autour de la table.',
    ),
    bulletList(
      'L’Espagne, « invitée permanente » : elle vient à chaque sommet depuis 2008 sans être membre à titre propre.',
      'Les organisations : Nations unies, Fonds monétaire international, Banque mondiale, Organisation mondiale du commerce, OCDE, et les présidences de groupes régionaux comme l’Asean.',
      'Les pays choisis par l’hôte, le plus souvent des voisins, des partenaires ou des absents que l’on veut remarquer.',
    ),
    crosshead(2, 'Une tradition de voisinage'),
    paragraph(
      'Les listes se lisent comme des cartes. En 2013, à Saint-Pétersbourg, la Russie reçoit le Kazakhstan, son voisin et allié. En 2016, à Hangzhou, la Chine fait de même. L’Inde convie en 2023 le Bangladesh et Maurice ; l’Indonésie avait invité l’année précédente les Fidji et l’Ukraine, dont le président parla par écran interposé.',
    ),
    paragraph(
      'Le Kazakhstan a donc l’habitude de la chaise d’appoint. Pour l’Ouzbékistan, ce serait une première. Le pays est le plus peuplé d’Asie centrale, avec plus de 36 millions d’habitants, et le seul à toucher les quatre autres ; jusqu’à la fin de 2016, sa diplomatie se tenait pourtant largement à l’écart de ses voisins.',
    ),
    crosshead(2, 'Ce que vaut un siège'),
    paragraph(
      'En droit, rien. L’invité n’est pas partie au communiqué ; s’il s’y oppose, le texte passe. Il reçoit les documents plus tard que les membres, et ses conseillers ne siègent pas dans toutes les réunions de préparation. Son discours vient après ceux des membres, à l’heure où les délégations regardent celle de leur avion.',
    ),
    paragraph(
      'En pratique, trois choses. D’abord un agenda : obtenir en deux jours une dizaine d’entretiens prendrait autrement une année de voyages. Ensuite une image, précieuse pour qui veut montrer qu’il ne dépend ni d’un seul voisin ni d’un seul client. Enfin un dossier. L’hôte attend rarement de ses invités qu’ils se taisent, il les choisit parce qu’ils ont quelque chose à vendre ou à signer.',
    ),
    pullQuote(
      'Bastien Roncevaux, notre analyse',
      '« Inviter ne coûte rien à l’hôte ; refuser coûterait à l’invité. »',
    ),
    paragraph(
      'Pour Astana et Tachkent, ce dossier a trois entrées : l’uranium et les métaux rares, les routes de fret vers l’Europe qui évitent la Russie, les achats d’avions et de locomotives. Le Kazakhstan est, et de loin, le premier producteur d’uranium au monde : environ 40 % de ce qui sort des mines.',
    ),
    crosshead(2, 'Le revers'),
    paragraph(
      'La chaise a aussi un coût, que ne paie pas celui qui invite. Elle crée une attente chez l’opinion du pays invité, que deux photographies et un dîner ne satisfont pas toujours. Elle se remarque chez les voisins qui n’ont pas reçu de carton. Et elle n’est acquise que pour une fois : la présidence suivante refait la liste de zéro.',
    ),
    explainer(
      'Membre, invité, observateur',
      paragraph(
        'Un membre du G20 participe à toutes les réunions et peut bloquer un texte. Un invité est choisi par la présidence, pour un an, et ne bloque rien. Le groupe ne connaît pas d’observateurs : ce mot, courant aux Nations unies, y est employé à tort.',
      ),
    ),
  ],
};
