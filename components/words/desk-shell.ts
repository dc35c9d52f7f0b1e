import type { Language } from '#lib/kernel/language.ts';

const fr = {
  skip: 'Aller au contenu',
  desk: 'Rédaction',
  home: 'Chapeau, accueil de la rédaction',
  stories: 'Articles',
  tags: 'Mots-clés',
  people: 'Équipe',
  audit: 'Journal des actions',
  profile: 'Mon profil',
  site: 'Voir le site',
  theme: 'Passer du clair au sombre',
  failedTitle: 'Cet écran n’a pas pu s’ouvrir',
  failed:
    'Ce que vous avez écrit est en sécurité. Réessayez ; si cela se répète, donnez ce numéro à un administrateur :',
  retry: 'Réessayer',
  missingTitle: 'Rien à cette adresse',
  missing: 'L’adresse est fausse, ou ce que vous cherchez ne vous est pas ouvert.',
  toStories: 'Aller aux articles',
};

export const shellWords: Readonly<Record<Language, typeof fr>> = {
  fr,
  en: {
    skip: 'Skip to content',
    desk: 'Desk',
    home: 'Chapeau, desk home',
    stories: 'Stories',
    tags: 'Tags',
    people: 'People',
    audit: 'Audit',
    profile: 'My profile',
    site: 'View the site',
    theme: 'Switch between light and dark',
    failedTitle: 'This screen could not open',
    failed:
      'What you have written is safe. Try again; if it happens again, give an administrator this number:',
    retry: 'Try again',
    missingTitle: 'Nothing at this address',
    missing: 'The address is wrong, or what you are looking for is not open to you.',
    toStories: 'Go to the stories',
  },
};
