import type { Language } from '#lib/kernel/language.ts';
import type { TagType } from '#lib/tags/tag-type.ts';

const plural = { fr: new Intl.PluralRules('fr'), en: new Intl.PluralRules('en') };
const grouped = { fr: new Intl.NumberFormat('fr'), en: new Intl.NumberFormat('en') };

/** `1 article`, `1 204 articles`: the number in the language's form and the noun that agrees with it. */
function counted(language: Language, one: string, other: string) {
  return (count: number) =>
    `${grouped[language].format(count)}\u00a0${plural[language].select(count) === 'one' ? one : other}`;
}

const fr = {
  title: 'Mots-clés',
  tag: 'Mot-clé',
  typeNames: {
    person: 'Personne',
    organisation: 'Organisation',
    place: 'Lieu',
    event: 'Événement',
    topic: 'Thème',
  } satisfies Record<TagType, string>,
  typePlurals: {
    person: 'Personnes',
    organisation: 'Organisations',
    place: 'Lieux',
    event: 'Événements',
    topic: 'Thèmes',
  } satisfies Record<TagType, string>,
  all: 'Tous',
  ours: 'De la rédaction',
  number: (count: number) => grouped.fr.format(count),
  tags: counted('fr', 'mot-clé', 'mots-clés'),
  stories: counted('fr', 'article', 'articles'),
  inPrint: counted('fr', 'en ligne', 'en ligne'),

  // The list.
  byType: 'Types de mots-clés',
  search: 'Chercher un mot-clé',
  searchHint: 'Nom ou autre graphie',
  find: 'Chercher',
  columns: { name: 'Nom', aliases: 'Autres graphies', stories: 'Articles', inPrint: 'En ligne' },
  notTranslated: 'pas encore nommé en français',
  noneYet: 'Aucun mot-clé pour l’instant',
  noneYetWhy:
    'Un mot-clé réunit les articles sur une personne, un lieu, une organisation, un événement ou un thème.',
  noneFound: 'Aucun mot-clé ne correspond',
  noneFoundWhy: 'La recherche porte sur les noms dans toutes les langues et sur les autres graphies.',
  showAll: 'Voir tous les mots-clés',
  nextPage: 'Page suivante',
  firstPage: 'Revenir au début',
  pages: 'Pages',
  loadTopics: 'Charger les thèmes IPTC',
  loadTopicsWhy:
    'Le vocabulaire des agences, plus de mille thèmes nommés en français et en anglais. Vos propres thèmes ne changent pas.',
  topicsLoaded: (count: number) => `${grouped.fr.format(count)}\u00a0thèmes ajoutés.`,

  // Create and edit.
  create: 'Nouveau mot-clé',
  createButton: 'Créer le mot-clé',
  type: 'Type',
  labelIn: (language: string) => `Nom en ${language}`,
  otherLabel: 'Nom dans une autre langue',
  otherLanguage: 'Langue',
  noOther: 'Aucune',
  borrowedFrom: 'Sans nom dans cette langue, les lecteurs voient celui-ci\u00a0:',
  address: 'Adresse',
  addressHint: 'Laissée vide, elle est tirée du nom. Une ancienne adresse mène toujours à la nouvelle.',
  description: 'Description',
  descriptionHint: 'Une phrase, montrée aux lecteurs en tête de la page.',
  aliases: 'Autres graphies',
  aliasesHint:
    'Une par ligne, dans toutes les langues et écritures. Elles servent à trouver le mot-clé et à le reconnaître dans les textes\u202f; les lecteurs ne les voient pas.',
  wikidata: 'Wikidata',
  wikidataHint: 'Par exemple Q84263196.',
  mediaTopic: 'IPTC Media Topic',
  mediaTopicHint: 'Par exemple medtop:20000587.',
  save: 'Enregistrer',
  saved: 'Enregistré.',
  back: 'Tous les mots-clés',
  names: 'Noms',
  use: 'Usage',
  useNone: 'Aucun article ne porte ce mot-clé.',
  seeStories: 'Voir les articles',
  seeOnSite: (language: string) => `Voir la page en ${language}`,
  mayNotEdit: 'Seuls les rédacteurs en chef et les administrateurs modifient les mots-clés.',
  wentInto: 'Ce mot-clé a été fusionné. Ses adresses mènent maintenant à\u00a0:',

  // Merge.
  merge: 'Fusionner',
  mergeIntro: (label: string) =>
    `Réunir «\u00a0${label}\u00a0» avec un autre mot-clé, qui reste. Ses noms deviennent d’autres graphies de l’autre, ses articles le suivent et ses adresses y mènent pour toujours.`,
  mergeFind: 'Fusionner dans quel mot-clé\u202f?',
  mergeNone: 'Aucun autre mot-clé ne correspond.',
  mergeChoose: (label: string) => `Fusionner dans ${label}`,
  mergeTitle: (from: string, into: string) => `Fusionner «\u00a0${from}\u00a0» dans «\u00a0${into}\u00a0»`,
  mergeStories: (count: number, both: number) =>
    count === 0
      ? 'Aucun article ne change de mot-clé.'
      : `${fr.stories(count)} ${plural.fr.select(count) === 'one' ? 'change' : 'changent'} de mot-clé${both > 0 ? `, dont ${grouped.fr.format(both)} qui ${plural.fr.select(both) === 'one' ? 'porte' : 'portent'} déjà les deux` : ''}.`,
  mergeInPrint: (count: number) =>
    `Pages d’article à jour sans nouvelle édition\u00a0: ${grouped.fr.format(count)}.`,
  mergeAliases: (names: string) => `Graphies gagnées\u00a0: ${names}.`,
  mergeNoAliases: 'Aucune graphie nouvelle.',
  mergeAddresses: counted('fr', 'adresse mènera à l’autre page', 'adresses mèneront à l’autre page'),
  mergeTypes: (from: string, into: string) =>
    `Les deux ne sont pas du même type (${from}, ${into}). Je veux tout de même les fusionner.`,
  mergeFinal: 'Une fusion ne se défait pas.',
  mergeButton: 'Fusionner les deux mots-clés',
  mergeCancel: 'Ne pas fusionner',

  // Refusals.
  refused: {
    not_allowed: 'Vous n’avez pas le droit de faire cela. Rien n’a changé.',
    not_found: 'Ce mot-clé n’existe plus. Rien n’a changé.',
    invalid:
      'Un nom compte de 1 à 120 caractères, dont une lettre ou un chiffre\u202f; un identifiant Wikidata s’écrit Q123, un Media Topic medtop:20000000. Rien n’a changé.',
    same_tag: 'C’est le même mot-clé. Rien n’a changé.',
    different_types:
      'Les deux ne sont pas du même type\u00a0: cochez la case pour les fusionner tout de même.',
    changed_since_read:
      'Un des deux mots-clés a changé entre-temps. Relisez l’aperçu, puis confirmez à nouveau.',
  },
  addressTaken: (label: string) =>
    `Cette adresse est celle de «\u00a0${label}\u00a0». Est-ce le même mot-clé\u202f?`,
  openHolder: (label: string) => `Ouvrir «\u00a0${label}\u00a0»`,
  addressFaults: {
    empty: 'Ce nom ne donne aucune adresse\u00a0: écrivez-en une.',
    too_long: 'Cette adresse est trop longue\u00a0: 80 caractères au plus.',
    characters: 'Une adresse a des lettres sans accents, des chiffres et des traits d’union.',
    reserved: 'Cette adresse est un mot réservé.',
  },
  freeInstead: (slug: string) => `Libre\u00a0: ${slug}, proposée dans le champ.`,
  outsideTaken: 'Un autre mot-clé porte déjà cet identifiant.',
  moved:
    'Quelqu’un a modifié ce mot-clé pendant que vous écriviez. Ce que vous avez écrit est encore dans les champs\u202f; l’enregistrer remplacera ceci\u00a0:',
  nothing: 'rien',

  // The box in the inspector.
  box: {
    label: 'Mots-clés',
    placeholder: 'Ajouter un mot-clé',
    options: 'Mots-clés trouvés',
    createAs: (name: string) => `Créer «\u00a0${name}\u00a0» comme`,
    createOption: (name: string, type: string) => `Créer «\u00a0${name}\u00a0», ${type}`,
    searching: 'Recherche…',
    found: counted('fr', 'mot-clé trouvé', 'mots-clés trouvés'),
    foundBy: (name: string) => `trouvé par «\u00a0${name}\u00a0»`,
    remove: (label: string) => `Retirer ${label}`,
    chosen: 'Mots-clés de l’article, par ordre d’importance',
    moveHint: 'Alt et flèches\u00a0: changer l’ordre',
    earlier: (label: string) => `Avancer ${label}`,
    later: (label: string) => `Reculer ${label}`,
    open: (label: string) => `Ouvrir la fiche de ${label}`,
    moved: (label: string, at: number, of: number) => `${label}\u00a0: ${at} sur ${of}`,
    added: (label: string) => `${label} ajouté`,
    removed: (label: string) => `${label} retiré`,
    none: 'Aucun mot-clé.',
    suggestions: 'Trouvés dans le texte',
    accept: (label: string, count: number) => `Ajouter ${label}, cité ${grouped.fr.format(count)} fois`,
    dismiss: (label: string) => `Ne plus proposer ${label}`,
    dismissed: (label: string) => `${label} ne sera plus proposé pour cet article`,
    failed: 'La recherche n’a pas abouti. Réessayez.',
    existing: (label: string) => `Ajouter «\u00a0${label}\u00a0»`,
  },
};

export type TagWords = typeof fr;

const en: TagWords = {
  title: 'Tags',
  tag: 'Tag',
  typeNames: {
    person: 'Person',
    organisation: 'Organisation',
    place: 'Place',
    event: 'Event',
    topic: 'Topic',
  },
  typePlurals: {
    person: 'People',
    organisation: 'Organisations',
    place: 'Places',
    event: 'Events',
    topic: 'Topics',
  },
  all: 'All',
  ours: 'The newsroom’s',
  number: (count) => grouped.en.format(count),
  tags: counted('en', 'tag', 'tags'),
  stories: counted('en', 'story', 'stories'),
  inPrint: counted('en', 'in print', 'in print'),
  byType: 'Types of tag',
  search: 'Find a tag',
  searchHint: 'Name or other spelling',
  find: 'Find',
  columns: { name: 'Name', aliases: 'Other spellings', stories: 'Stories', inPrint: 'In print' },
  notTranslated: 'not named in English yet',
  noneYet: 'No tags yet',
  noneYetWhy: 'A tag gathers the stories about a person, a place, an organisation, an event or a topic.',
  noneFound: 'No tag matches',
  noneFoundWhy: 'The search looks at names in every language and at other spellings.',
  showAll: 'Show all tags',
  nextPage: 'Next page',
  firstPage: 'Back to the start',
  pages: 'Pages',
  loadTopics: 'Load the IPTC topics',
  loadTopicsWhy:
    'The vocabulary of the news agencies, more than a thousand topics named in French and English. Your own topics do not change.',
  topicsLoaded: (count) => `${grouped.en.format(count)}\u00a0topics added.`,
  create: 'New tag',
  createButton: 'Create the tag',
  type: 'Type',
  labelIn: (language) => `Name in ${language}`,
  otherLabel: 'Name in another language',
  otherLanguage: 'Language',
  noOther: 'None',
  borrowedFrom: 'Without a name in this language, readers see this one:',
  address: 'Address',
  addressHint: 'Left empty, it is made from the name. An old address always leads to the new one.',
  description: 'Description',
  descriptionHint: 'One sentence, shown to readers at the head of the page.',
  aliases: 'Other spellings',
  aliasesHint:
    'One a line, in any language and script. They serve to find the tag and to recognise it in texts; readers do not see them.',
  wikidata: 'Wikidata',
  wikidataHint: 'For example Q84263196.',
  mediaTopic: 'IPTC Media Topic',
  mediaTopicHint: 'For example medtop:20000587.',
  save: 'Save',
  saved: 'Saved.',
  back: 'All tags',
  names: 'Names',
  use: 'Use',
  useNone: 'No story carries this tag.',
  seeStories: 'See the stories',
  seeOnSite: (language) => `See the page in ${language}`,
  mayNotEdit: 'Only editors and administrators change tags.',
  wentInto: 'This tag was merged. Its addresses now lead to:',
  merge: 'Merge',
  mergeIntro: (label) =>
    `Join “${label}” with another tag, which stays. Its names become other spellings of the other, its stories follow and its addresses lead there for good.`,
  mergeFind: 'Merge into which tag?',
  mergeNone: 'No other tag matches.',
  mergeChoose: (label) => `Merge into ${label}`,
  mergeTitle: (from, into) => `Merge “${from}” into “${into}”`,
  mergeStories: (count, both) =>
    count === 0
      ? 'No story changes its tag.'
      : `${en.stories(count)} ${plural.en.select(count) === 'one' ? 'changes its tag' : 'change their tag'}${both > 0 ? `, of which ${grouped.en.format(both)} ${plural.en.select(both) === 'one' ? 'carries' : 'carry'} both already` : ''}.`,
  mergeInPrint: (count) =>
    `Article pages brought up to date without a new edition: ${grouped.en.format(count)}.`,
  mergeAliases: (names) => `Spellings gained: ${names}.`,
  mergeNoAliases: 'No new spelling.',
  mergeAddresses: counted(
    'en',
    'address will lead to the other page',
    'addresses will lead to the other page',
  ),
  mergeTypes: (from, into) =>
    `The two are of different types (${from}, ${into}). I want to merge them all the same.`,
  mergeFinal: 'A merge cannot be undone.',
  mergeButton: 'Merge the two tags',
  mergeCancel: 'Do not merge',
  refused: {
    not_allowed: 'You may not do this. Nothing has changed.',
    not_found: 'This tag is no longer there. Nothing has changed.',
    invalid:
      'A name has 1 to 120 characters, one of them a letter or digit; a Wikidata id is written Q123, a Media Topic medtop:20000000. Nothing has changed.',
    same_tag: 'They are the same tag. Nothing has changed.',
    different_types: 'The two are of different types: tick the box to merge them all the same.',
    changed_since_read:
      'One of the two tags has changed meanwhile. Read the preview again, then confirm again.',
  },
  addressTaken: (label) => `This address belongs to “${label}”. Is it the same tag?`,
  openHolder: (label) => `Open “${label}”`,
  addressFaults: {
    empty: 'This name makes no address: write one.',
    too_long: 'This address is too long: 80 characters at most.',
    characters: 'An address has unaccented letters, digits and hyphens.',
    reserved: 'This address is a reserved word.',
  },
  freeInstead: (slug) => `Free: ${slug}, put into the field.`,
  outsideTaken: 'Another tag carries this id already.',
  moved:
    'Somebody changed this tag while you were writing. What you wrote is still in the fields; saving it will replace this:',
  nothing: 'nothing',
  box: {
    label: 'Tags',
    placeholder: 'Add a tag',
    options: 'Tags found',
    createAs: (name) => `Create “${name}” as`,
    createOption: (name, type) => `Create “${name}”, ${type}`,
    searching: 'Searching…',
    found: counted('en', 'tag found', 'tags found'),
    foundBy: (name) => `found by “${name}”`,
    remove: (label) => `Remove ${label}`,
    chosen: 'Tags of the story, in order of importance',
    moveHint: 'Alt and arrows: change the order',
    earlier: (label) => `Move ${label} earlier`,
    later: (label) => `Move ${label} later`,
    open: (label) => `Open the page of ${label}`,
    moved: (label, at, of) => `${label}: ${at} of ${of}`,
    added: (label) => `${label} added`,
    removed: (label) => `${label} removed`,
    none: 'No tags.',
    suggestions: 'Found in the text',
    accept: (label, count) =>
      `Add ${label}, named ${plural.en.select(count) === 'one' ? 'once' : `${grouped.en.format(count)} times`}`,
    dismiss: (label) => `Stop suggesting ${label}`,
    dismissed: (label) => `${label} will not be suggested again for this story`,
    failed: 'The search did not go through. Try again.',
    existing: (label) => `Add “${label}”`,
  },
};

export const tagWords: Readonly<Record<Language, TagWords>> = { fr, en };
