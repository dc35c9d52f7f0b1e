import type { Language } from '#lib/kernel/language.ts';
import type { Notice } from '#lib/publication/edition.ts';
import type { TagType } from '#lib/tags/tag-type.ts';

const list = {
  fr: new Intl.ListFormat('fr', { type: 'conjunction' }),
  en: new Intl.ListFormat('en-GB', { type: 'conjunction' }),
} as const;

const fr = {
  skip: 'Aller au contenu',
  home: (newsroom: string) => `${newsroom}, accueil`,
  sections: 'Rubriques',
  edition: 'Édition française',
  theme: 'Passer du clair au sombre',
  updated: (when: string) => `Mis à jour le ${when}`,

  top: 'À la une',
  alsoNew: 'Autres titres',
  readOn: 'Lire la suite',
  readOnOf: (headline: string) => ` de l’article «\u00a0${headline}\u00a0»`,
  inTheNews: 'Dans l’actualité',
  all: 'Tous les articles',
  allLatest: 'Tous les articles, du plus récent au plus ancien',
  older: 'Articles plus anciens',
  newest: 'Revenir aux plus récents',
  pages: 'Suite de la liste',
  nothingYet: 'Rien n’est encore paru',
  nothingYetWhy: 'Le premier article publié par la rédaction ouvrira cette page.',
  nothingInSection: 'Rien n’est encore paru dans cette rubrique',
  nothingInSectionWhy: 'Les articles y apparaîtront dès leur publication.',
  toHome: 'Aller à la une',

  by: (names: string[]) => list.fr.formatToParts(names),
  byWord: 'Par',
  published: 'Publié le',
  revised: 'Mis à jour le',
  zone: (name: string) => `Heure de ${name}`,
  reading: (minutes: number) => `Lecture\u00a0: ${minutes}\u00a0min`,
  about: 'À propos de cet article',
  share: 'Partager',
  shared: 'Adresse copiée',
  inThisArticle: 'Dans cet article',
  tagTypes: {
    person: 'Personnes',
    organisation: 'Organisations',
    place: 'Lieux',
    event: 'Événements',
    topic: 'Thèmes',
  } satisfies Record<TagType, string>,
  tagType: {
    person: 'Personne',
    organisation: 'Organisation',
    place: 'Lieu',
    event: 'Événement',
    topic: 'Thème',
  } satisfies Record<TagType, string>,
  moreOnThis: 'À lire aussi',
  notices: {
    correction: 'Rectificatif',
    clarification: 'Précision',
    update: 'Mise à jour',
    'editors-note': 'Note de la rédaction',
  } satisfies Record<Notice['kind'], string>,
  readAt: 'Article lu à l’adresse',
  markup: {
    explainer: 'Pour comprendre',
    source: 'Source',
    picture: 'Image',
    table: 'Tableau',
  },

  tagArticles: (label: string) => `${label}\u00a0: tous les articles`,
  wikidata: 'Fiche Wikidata',
  signedBy: (name: string) => `Articles signés ${name}`,
  sectionAbout: (section: string, newsroom: string) => `${section}\u00a0: les articles de ${newsroom}.`,

  rss: 'Flux RSS',
  jsonFeed: 'Flux JSON',
  feedOf: (name: string) => `Flux RSS\u00a0: ${name}`,
  desk: 'Espace de la rédaction',

  missingTitle: 'Cette page n’existe pas',
  missing:
    'L’adresse est peut-être mal recopiée, ou la page n’est plus en ligne. Rien n’est cassé de votre côté.',
  missingHelp: 'Pour retrouver votre chemin',
  brokenTitle: 'Cette page n’a pas pu s’afficher',
  broken: 'La faute est de notre côté. Réessayez dans un instant\u00a0; les autres pages sont sans doute là.',
};

const en: typeof fr = {
  skip: 'Skip to content',
  home: (newsroom) => `${newsroom}, home`,
  sections: 'Sections',
  edition: 'English edition',
  theme: 'Switch between light and dark',
  updated: (when) => `Updated ${when}`,

  top: 'Top stories',
  alsoNew: 'More headlines',
  readOn: 'Read on',
  readOnOf: (headline) => ` in “${headline}”`,
  inTheNews: 'In the news',
  all: 'All stories',
  allLatest: 'All stories, newest first',
  older: 'Older stories',
  newest: 'Back to the newest',
  pages: 'Rest of the list',
  nothingYet: 'Nothing has been published yet',
  nothingYetWhy: 'The first story the newsroom publishes will open this page.',
  nothingInSection: 'Nothing has been published in this section yet',
  nothingInSectionWhy: 'Stories will appear here as soon as they are published.',
  toHome: 'Go to the top stories',

  by: (names) => list.en.formatToParts(names),
  byWord: 'By',
  published: 'Published',
  revised: 'Updated',
  zone: (name) => `Time zone: ${name}`,
  reading: (minutes) => `${minutes}\u00a0min read`,
  about: 'About this story',
  share: 'Share',
  shared: 'Address copied',
  inThisArticle: 'In this story',
  tagTypes: {
    person: 'People',
    organisation: 'Organisations',
    place: 'Places',
    event: 'Events',
    topic: 'Topics',
  },
  tagType: {
    person: 'Person',
    organisation: 'Organisation',
    place: 'Place',
    event: 'Event',
    topic: 'Topic',
  },
  moreOnThis: 'More on this',
  notices: {
    correction: 'Correction',
    clarification: 'Clarification',
    update: 'Update',
    'editors-note': 'Editor’s note',
  },
  readAt: 'Read at',
  markup: {
    explainer: 'Explainer',
    source: 'Source',
    picture: 'Picture',
    table: 'Table',
  },

  tagArticles: (label) => `${label}: all stories`,
  wikidata: 'Wikidata entry',
  signedBy: (name) => `Stories by ${name}`,
  sectionAbout: (section, newsroom) => `${section}: stories from ${newsroom}.`,

  rss: 'RSS feed',
  jsonFeed: 'JSON feed',
  feedOf: (name) => `RSS feed: ${name}`,
  desk: 'Newsroom desk',

  missingTitle: 'There is no such page',
  missing:
    'The address may have been copied wrongly, or the page is no longer online. Nothing is broken on your side.',
  missingHelp: 'To find your way again',
  brokenTitle: 'This page could not be shown',
  broken: 'The fault is ours. Try again in a moment; the other pages are most likely there.',
};

export type SiteWords = typeof fr;
export const siteWords: Readonly<Record<Language, SiteWords>> = { fr, en };
