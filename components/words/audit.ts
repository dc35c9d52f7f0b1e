import type { Language } from '#lib/kernel/language.ts';
import type { AuditObject } from '#lib/people/audit.ts';
import { type Role, roles } from '#lib/people/role.ts';
import { roleList } from './people.ts';

/** What a sentence can be made of. */
interface Deed {
  who: string;
  /** The object in words, in quotation marks where it is a title; made by `objectName`. */
  what: string;
  details: Readonly<Record<string, unknown>>;
  /** Who did it is whom it was done to. */
  own: boolean;
}

type Sentence = (deed: Deed) => string;

const givenRoles = (value: unknown, language: Language) =>
  roleList(
    roles.filter((role: Role) => Array.isArray(value) && value.includes(role)),
    language,
  );

const french: Readonly<Record<string, Sentence>> = {
  'sign-in': ({ who }) => `${who} a ouvert une session`,
  'sign-out': ({ who }) => `${who} a fermé sa session`,
  'invite-person': ({ who, what, details }) => `${who} a invité ${what} (${givenRoles(details.roles, 'fr')})`,
  'renew-invitation': ({ who, what }) => `${who} a créé un nouveau lien d’invitation pour ${what}`,
  'take-up-invitation': ({ who, details }) =>
    details.purpose === 'reset'
      ? `${who} a choisi un nouveau mot de passe avec un lien`
      : `${who} a accepté l’invitation`,
  'reset-password': ({ who, what }) => `${who} a créé un lien de nouveau mot de passe pour ${what}`,
  'change-password': ({ who }) => `${who} a changé de mot de passe`,
  'change-roles': ({ who, what, details }) =>
    `${who} a changé les rôles de ${what} : ${givenRoles(details.before, 'fr')} → ${givenRoles(details.after, 'fr')}`,
  'disable-person': ({ who, what }) => `${who} a fermé l’accès de ${what}`,
  'enable-person': ({ who, what }) => `${who} a rouvert l’accès de ${what}`,
  'edit-profile': ({ who }) => `${who} a modifié son profil`,
  'end-sessions': ({ who, what, own }) =>
    own ? `${who} a mis fin à ses autres sessions` : `${who} a mis fin à des sessions de ${what}`,
  'open-setup': ({ who }) => `${who} a ouvert la mise en place`,
  'set-up-newsroom': ({ who }) => `${who} a mis en place la rédaction`,
  'start-story': ({ who, what }) => `${who} a commencé ${what}`,
  'edit-details': ({ who, what }) => `${who} a modifié les détails de ${what}`,
  'tag-story': ({ who, what }) => `${who} a changé les mots-clés de ${what}`,
  'dismiss-suggestion': ({ who, what }) => `${who} a écarté un mot-clé proposé pour ${what}`,
  'submit-story': ({ who, what }) => `${who} a soumis ${what}`,
  'send-back': ({ who, what }) => `${who} a renvoyé ${what} à l’écriture`,
  'approve-story': ({ who, what }) => `${who} a déclaré ${what} prêt`,
  'publish-story': ({ who, what }) => `${who} a publié ${what}`,
  'publish-update': ({ who, what }) => `${who} a publié une mise à jour de ${what}`,
  'unpublish-story': ({ who, what }) => `${who} a dépublié ${what}`,
  'lock-story': ({ who, what }) => `${who} a pris ${what} en relecture finale`,
  'unlock-story': ({ who, what }) => `${who} a terminé la relecture finale de ${what}`,
  'take-over-story': ({ who, what }) => `${who} a repris la relecture finale de ${what}`,
  'archive-story': ({ who, what }) => `${who} a archivé ${what}`,
  'reopen-story': ({ who, what }) => `${who} a rouvert ${what}`,
  'place-anchor': ({ who, what }) => `${who} a marqué un passage de ${what}`,
  'append-steps': ({ who, what }) => `${who} a écrit dans ${what}`,
  'name-version': ({ who, what, details }) => `${who} a nommé une version de ${what} : « ${details.name} »`,
  'restore-version': ({ who, what }) => `${who} a rétabli une version de ${what}`,
  'name-tag': ({ who, what }) => `${who} a créé le mot-clé ${what}`,
  'edit-tag': ({ who, what }) => `${who} a modifié le mot-clé ${what}`,
  'merge-tags': ({ who, what }) => `${who} a fusionné des mots-clés dans ${what}`,
  'load-media-topics': ({ who }) => `${who} a chargé les thèmes IPTC`,
  'open-demo': ({ who }) => `${who} a ouvert la rédaction de démonstration`,
  'load-demo': ({ who }) => `${who} a chargé la rédaction de démonstration`,
};

const english: Readonly<Record<string, Sentence>> = {
  'sign-in': ({ who }) => `${who} signed in`,
  'sign-out': ({ who }) => `${who} signed out`,
  'invite-person': ({ who, what, details }) => `${who} invited ${what} (${givenRoles(details.roles, 'en')})`,
  'renew-invitation': ({ who, what }) => `${who} made a new invitation link for ${what}`,
  'take-up-invitation': ({ who, details }) =>
    details.purpose === 'reset' ? `${who} chose a new password with a link` : `${who} took up the invitation`,
  'reset-password': ({ who, what }) => `${who} made a link for a new password for ${what}`,
  'change-password': ({ who }) => `${who} changed their password`,
  'change-roles': ({ who, what, details }) =>
    `${who} changed the roles of ${what}: ${givenRoles(details.before, 'en')} → ${givenRoles(details.after, 'en')}`,
  'disable-person': ({ who, what }) => `${who} closed the access of ${what}`,
  'enable-person': ({ who, what }) => `${who} opened the access of ${what} again`,
  'edit-profile': ({ who }) => `${who} edited their profile`,
  'end-sessions': ({ who, what, own }) =>
    own ? `${who} ended their other sessions` : `${who} ended sessions of ${what}`,
  'open-setup': ({ who }) => `${who} opened the set-up`,
  'set-up-newsroom': ({ who }) => `${who} set the newsroom up`,
  'start-story': ({ who, what }) => `${who} started ${what}`,
  'edit-details': ({ who, what }) => `${who} edited the details of ${what}`,
  'tag-story': ({ who, what }) => `${who} changed the tags of ${what}`,
  'dismiss-suggestion': ({ who, what }) => `${who} dismissed a suggested tag for ${what}`,
  'submit-story': ({ who, what }) => `${who} submitted ${what}`,
  'send-back': ({ who, what }) => `${who} sent ${what} back to writing`,
  'approve-story': ({ who, what }) => `${who} declared ${what} ready`,
  'publish-story': ({ who, what }) => `${who} published ${what}`,
  'publish-update': ({ who, what }) => `${who} published an update of ${what}`,
  'unpublish-story': ({ who, what }) => `${who} unpublished ${what}`,
  'lock-story': ({ who, what }) => `${who} took ${what} for a final read`,
  'unlock-story': ({ who, what }) => `${who} ended the final read of ${what}`,
  'take-over-story': ({ who, what }) => `${who} took over the final read of ${what}`,
  'archive-story': ({ who, what }) => `${who} archived ${what}`,
  'reopen-story': ({ who, what }) => `${who} reopened ${what}`,
  'place-anchor': ({ who, what }) => `${who} marked a passage of ${what}`,
  'append-steps': ({ who, what }) => `${who} wrote in ${what}`,
  'name-version': ({ who, what, details }) => `${who} named a version of ${what}: “${details.name}”`,
  'restore-version': ({ who, what }) => `${who} restored a version of ${what}`,
  'name-tag': ({ who, what }) => `${who} made the tag ${what}`,
  'edit-tag': ({ who, what }) => `${who} edited the tag ${what}`,
  'merge-tags': ({ who, what }) => `${who} merged tags into ${what}`,
  'load-media-topics': ({ who }) => `${who} loaded the IPTC topics`,
  'open-demo': ({ who }) => `${who} opened the demo newsroom`,
  'load-demo': ({ who }) => `${who} loaded the demo newsroom`,
};

const sentences: Readonly<Record<Language, Readonly<Record<string, Sentence>>>> = { fr: french, en: english };

/** What the filter calls each verb, in the order in which it offers them. */
const frenchVerbs: Readonly<Record<string, string>> = {
  'sign-in': 'connexion',
  'sign-out': 'déconnexion',
  'invite-person': 'invitation',
  'renew-invitation': 'nouveau lien d’invitation',
  'take-up-invitation': 'lien utilisé',
  'reset-password': 'lien de nouveau mot de passe',
  'change-password': 'mot de passe changé',
  'change-roles': 'rôles changés',
  'disable-person': 'accès fermé',
  'enable-person': 'accès rouvert',
  'edit-profile': 'profil modifié',
  'end-sessions': 'sessions terminées',
  'open-setup': 'mise en place ouverte',
  'set-up-newsroom': 'mise en place',
  'start-story': 'article commencé',
  'edit-details': 'détails modifiés',
  'tag-story': 'mots-clés changés',
  'dismiss-suggestion': 'mot-clé écarté',
  'submit-story': 'article soumis',
  'send-back': 'article renvoyé',
  'approve-story': 'article prêt',
  'publish-story': 'publication',
  'publish-update': 'mise à jour publiée',
  'unpublish-story': 'dépublication',
  'lock-story': 'relecture finale commencée',
  'unlock-story': 'relecture finale terminée',
  'take-over-story': 'relecture finale reprise',
  'archive-story': 'archivage',
  'reopen-story': 'réouverture',
  'place-anchor': 'passage marqué',
  'append-steps': 'écriture',
  'name-version': 'version nommée',
  'restore-version': 'version rétablie',
  'name-tag': 'mot-clé créé',
  'edit-tag': 'mot-clé modifié',
  'merge-tags': 'mots-clés fusionnés',
  'load-media-topics': 'thèmes IPTC chargés',
  'open-demo': 'démonstration ouverte',
  'load-demo': 'démonstration chargée',
};

const englishVerbs: Readonly<Record<string, string>> = {
  'sign-in': 'sign in',
  'sign-out': 'sign out',
  'invite-person': 'invite',
  'renew-invitation': 'new invitation link',
  'take-up-invitation': 'link used',
  'reset-password': 'new password link',
  'change-password': 'change of password',
  'change-roles': 'change of roles',
  'disable-person': 'access closed',
  'enable-person': 'access opened again',
  'edit-profile': 'profile edited',
  'end-sessions': 'sessions ended',
  'open-setup': 'set-up opened',
  'set-up-newsroom': 'set-up',
  'start-story': 'story started',
  'edit-details': 'details edited',
  'tag-story': 'tags changed',
  'dismiss-suggestion': 'tag dismissed',
  'submit-story': 'story submitted',
  'send-back': 'story sent back',
  'approve-story': 'story ready',
  'publish-story': 'publication',
  'publish-update': 'update published',
  'unpublish-story': 'unpublication',
  'lock-story': 'final read begun',
  'unlock-story': 'final read ended',
  'take-over-story': 'final read taken over',
  'archive-story': 'archiving',
  'reopen-story': 'reopening',
  'place-anchor': 'passage marked',
  'append-steps': 'writing',
  'name-version': 'version named',
  'restore-version': 'version restored',
  'name-tag': 'tag made',
  'edit-tag': 'tag edited',
  'merge-tags': 'tags merged',
  'load-media-topics': 'IPTC topics loaded',
  'open-demo': 'demo opened',
  'load-demo': 'demo loaded',
};

/** The verbs that the filter offers. */
export const auditVerbs: readonly string[] = Object.keys(frenchVerbs);

/** A deed as a sentence without its full stop. A verb without a sentence is named as it is stored. */
export function auditSentence(verb: string, deed: Deed, language: Language): string {
  const sentence = sentences[language][verb];
  return sentence ? sentence(deed) : `${deed.who} : ${verb}, ${deed.what}`;
}

const fr = {
  audit: 'Journal des actions',
  intro: 'Qui a fait quoi, et quand. Rien ne s’y efface.',
  person: 'Personne',
  anyone: 'Tout le monde',
  verb: 'Action',
  anyVerb: 'Toutes les actions',
  verbs: frenchVerbs,
  object: 'Objet',
  anyObject: 'Tous les objets',
  oneObject: 'Un seul, choisi dans la liste',
  objects: {
    story: 'article',
    tag: 'mot-clé',
    person: 'personne',
    session: 'session',
    section: 'rubrique',
    newsroom: 'rédaction',
  } satisfies Record<AuditObject, string>,
  thisObject: 'Tout sur cet objet',
  untitled: 'un article sans titre',
  quoted: (text: string) => `« ${text} »`,
  filter: 'Filtrer',
  none: 'Aucune action ne correspond',
  noneWhy: 'Élargissez les filtres.',
  showAll: 'Tout afficher',
  older: 'Plus ancien',
  newest: 'Revenir au plus récent',
  when: 'Quand',
  what: 'Quoi',
  zone: (zone: string) => `Heures de ${zone}`,
};

export const auditWords: Readonly<Record<Language, typeof fr>> = {
  fr,
  en: {
    audit: 'Audit',
    intro: 'Who did what, and when. Nothing is ever erased here.',
    person: 'Person',
    anyone: 'Anyone',
    verb: 'Action',
    anyVerb: 'Any action',
    verbs: englishVerbs,
    object: 'Object',
    anyObject: 'Any object',
    oneObject: 'One, chosen in the list',
    objects: {
      story: 'story',
      tag: 'tag',
      person: 'person',
      session: 'session',
      section: 'section',
      newsroom: 'newsroom',
    },
    thisObject: 'Everything about this object',
    untitled: 'a story without a headline',
    quoted: (text: string) => `“${text}”`,
    filter: 'Filter',
    none: 'No action fits',
    noneWhy: 'Widen the filters.',
    showAll: 'Show all',
    older: 'Older',
    newest: 'Back to the newest',
    when: 'When',
    what: 'What',
    zone: (zone: string) => `Times of ${zone}`,
  },
};

/** What an audit row is about, in words: a title in quotation marks, a name as it is, or the kind of thing it is. */
export function objectName(type: string, name: string | null, language: Language): string {
  const words = auditWords[language];
  if (type === 'story') return name ? words.quoted(name) : words.untitled;
  if (name) return type === 'person' ? name : words.quoted(name);
  return type in words.objects ? words.objects[type as AuditObject] : type;
}
