import type { Language } from '#lib/kernel/language.ts';

const plural = { fr: new Intl.PluralRules('fr'), en: new Intl.PluralRules('en') };
const many = (language: Language, n: number, one: string, other: string) =>
  `${n.toLocaleString(language === 'fr' ? 'fr-FR' : 'en-GB')}\u00a0${plural[language].select(n) === 'one' ? one : other}`;

const fr = {
  close: 'Fermer',
  cancel: 'Annuler',
  reload: 'Recharger la page',
  untitled: 'Sans titre',
  leftBehind: (headline: string, n: number) =>
    `«\u202f${headline}\u202f»\u00a0: ${many('fr', n, 'modification pas encore enregistrée', 'modifications pas encore enregistrées')}.`,
  leftKept: 'Gardées sur cet appareil, elles partent dès que la rédaction répond.',
  leftUnkept: 'Cet appareil ne peut pas les garder\u00a0: ne fermez pas cet onglet.',
  kept: {
    title: 'Gardé sur cet appareil',
    open: 'Gardé sur cet appareil',
    see: 'Voir',
    openCount: (n: number) => `Gardé sur cet appareil\u00a0: ${many('fr', n, 'article', 'articles')}`,
    intro:
      'Ce que vous avez écrit ici et que la rédaction n’a pas encore. Ouvrez l’article\u00a0: tout y rentre dès que la rédaction répond.',
    empty: 'Rien n’attend sur cet appareil',
    emptyMore: 'Tout ce que vous avez écrit ici est à la rédaction.',
    loading: 'Lecture de cet appareil…',
    unavailable: 'Ce navigateur ne garde rien',
    unavailableMore:
      'La navigation privée ou ses réglages l’en empêchent. Ce qui n’est pas encore à la rédaction ne survit pas à la fermeture de l’onglet.',
    changes: (n: number) => many('fr', n, 'modification', 'modifications'),
    byHand: 'À reprendre à la main',
    damaged: 'Abîmé\u00a0: voici ce qui se lit encore.',
    keptAt: (when: string) => `Gardé le ${when}`,
    writing: 'Ouvert dans un onglet en ce moment.',
    words: 'Les mots',
    noWords: 'Ces modifications ne portent pas de mots (mise en forme, suppressions).',
    toStory: 'Ouvrir l’article',
    copy: 'Copier les mots',
    copied: 'Copié',
    copyFailed: 'Le presse-papiers refuse. Sélectionnez les mots et copiez-les.',
    discard: 'Effacer',
    discardAsk: 'Effacer pour de bon\u00a0? La rédaction n’a pas ces mots.',
    discardSure: 'Effacer pour de bon',
    discarded: 'Effacé de cet appareil.',
    others: (n: number) =>
      `${many('fr', n, 'modification', 'modifications')} d’une autre personne l’attendent sur cet appareil. Elles rentreront quand elle ouvrira l’article ici.`,
  },
  signIn: {
    title: 'Votre session est terminée',
    intro: (name: string) =>
      `Reconnectez-vous comme ${name} pour continuer. Rien n’a été rechargé et rien n’est perdu.`,
  },
  guest: (now: string, before: string) =>
    `Vous êtes maintenant ${now}. Ce que ${before} a écrit ici et que la rédaction n’a pas encore attend ${before} sur cet appareil. Rechargez la page pour écrire en votre nom.`,
  guestTitle: 'Lecture seule\u00a0: une autre personne s’est connectée',
  oldTitle: 'Chapeau a été mis à jour',
  old: 'Cette page date d’avant. Rechargez-la pour continuer\u00a0: vos mots sont gardés sur cet appareil et reviendront.',
  signOut: {
    open: 'Se déconnecter',
    title: 'Se déconnecter maintenant\u00a0?',
    unsaved: (n: number) =>
      `${many('fr', n, 'modification n’est', 'modifications ne sont')} pas encore à la rédaction.`,
    keptEntries: (n: number) =>
      `${many('fr', n, 'article a', 'articles ont')} sur cet appareil des mots que la rédaction n’a pas.`,
    inTab: 'Cet appareil ne peut pas les garder\u00a0: elles seraient perdues.',
    unreachable: 'La rédaction ne répond pas en ce moment. Vous restez connecté·e.',
    silent: 'La rédaction ne répond pas\u00a0: elles partiront dès qu’elle répondra.',
    wait: 'Attendre l’enregistrement',
    waiting: 'Enregistrement, puis déconnexion…',
    keep: 'Se déconnecter, les garder ici',
    lose: 'Se déconnecter et les perdre',
    seeKept: 'Voir ce qui est gardé',
  },
};

export type DeviceWords = typeof fr;

export const deviceWords: Readonly<Record<Language, DeviceWords>> = {
  fr,
  en: {
    close: 'Close',
    cancel: 'Cancel',
    reload: 'Load the page again',
    untitled: 'No headline yet',
    leftBehind: (headline, n) => `“${headline}”: ${many('en', n, 'change', 'changes')} not saved yet.`,
    leftKept: 'Kept on this device, they go out as soon as the newsroom answers.',
    leftUnkept: 'This device cannot keep them: do not close this tab.',
    kept: {
      title: 'Kept on this device',
      open: 'Kept on this device',
      see: 'See',
      openCount: (n) => `Kept on this device: ${many('en', n, 'story', 'stories')}`,
      intro:
        'What you wrote here and the newsroom does not have yet. Open the story: all of it goes in as soon as the newsroom answers.',
      empty: 'Nothing waits on this device',
      emptyMore: 'The newsroom has everything you wrote here.',
      loading: 'Reading this device…',
      unavailable: 'This browser keeps nothing',
      unavailableMore:
        'Private browsing or its settings forbid it. What the newsroom does not have yet does not outlive its tab.',
      changes: (n) => many('en', n, 'change', 'changes'),
      byHand: 'To be put in by hand',
      damaged: 'Damaged: this is what can still be read.',
      keptAt: (when) => `Kept on ${when}`,
      writing: 'Open in a tab at this moment.',
      words: 'The words',
      noWords: 'These changes carry no words (formatting, deletions).',
      toStory: 'Open the story',
      copy: 'Copy the words',
      copied: 'Copied',
      copyFailed: 'The clipboard refuses. Select the words and copy them.',
      discard: 'Discard',
      discardAsk: 'Discard for good? The newsroom does not have these words.',
      discardSure: 'Discard for good',
      discarded: 'Removed from this device.',
      others: (n) =>
        `${many('en', n, 'change', 'changes')} of another person wait for them on this device. They go in when that person opens the story here.`,
    },
    signIn: {
      title: 'You have been signed out',
      intro: (name) => `Sign in again as ${name} to go on. Nothing was reloaded and nothing is lost.`,
    },
    guest: (now, before) =>
      `You are now ${now}. What ${before} wrote here and the newsroom does not have yet waits for ${before} on this device. Load the page again to write in your own name.`,
    guestTitle: 'Read only: somebody else has signed in',
    oldTitle: 'Chapeau was updated',
    old: 'This page is from before. Load it again to go on: your words are kept on this device and come back.',
    signOut: {
      open: 'Sign out',
      title: 'Sign out now?',
      unsaved: (n) => `The newsroom does not have ${many('en', n, 'change', 'changes')} yet.`,
      keptEntries: (n) =>
        `${many('en', n, 'story has', 'stories have')} words on this device that the newsroom lacks.`,
      inTab: 'This device cannot keep them: they would be lost.',
      unreachable: 'The newsroom does not answer at the moment. You are still signed in.',
      silent: 'The newsroom does not answer: they go out as soon as it does.',
      wait: 'Wait until they are saved',
      waiting: 'Saving, then signing out…',
      keep: 'Sign out, keep them here',
      lose: 'Sign out and lose them',
      seeKept: 'See what is kept',
    },
  },
};
