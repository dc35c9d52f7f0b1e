import type { Language } from '#lib/kernel/language.ts';

const fr = {
  signIn: 'Se connecter',
  email: 'Adresse e-mail',
  password: 'Mot de passe',
  newPassword: 'Nouveau mot de passe',
  showPassword: 'Afficher le mot de passe',
  hidePassword: 'Masquer le mot de passe',
  forgotten: 'Mot de passe oublié ? Demandez un lien à un administrateur de la rédaction.',
  notAccepted: 'Cette adresse et ce mot de passe ne vont pas ensemble. Vérifiez les deux, puis réessayez.',
  tryLater: (when: string) => `Trop de tentatives. Vous pourrez réessayer à partir de ${when}.`,
  busy: 'Beaucoup de connexions en ce moment. Réessayez dans une minute.',
  seeFaults: 'Rien n’a été enregistré. Voyez les champs signalés ci-dessous.',
  otherLanguage: 'English',
  setUp: 'Mettre en place la rédaction',
  setUpIntro:
    'Personne n’est encore dans l’équipe. Vous en assurerez l’administration. Le jeton a été affiché au démarrage, dans le terminal.',
  setUpUnguarded:
    'Il n’y a pas encore de jeton. Démarrez avec npm start, qui en affiche un, puis rechargez cette page.',
  token: 'Jeton de mise en place',
  newsroomName: 'Nom de la rédaction',
  yourName: 'Votre nom',
  begin: 'Mettre en place',
  wrongToken: 'Ce n’est pas le jeton que le dernier démarrage a affiché.',
  alreadySetUp: 'La rédaction est déjà en place. Connectez-vous.',
  invitation: 'Bienvenue dans la rédaction',
  invitationIntro: (name: string) => `${name}, choisissez le mot de passe avec lequel vous vous connecterez.`,
  reset: 'Choisir un nouveau mot de passe',
  resetIntro: (name: string) => `${name}, vos sessions ouvertes prendront fin.`,
  choose: 'Enregistrer et entrer',
  linkInvalidTitle: 'Ce lien ne sert plus',
  linkInvalid:
    'Il a déjà servi, il a plus de 24 heures, ou il est incomplet. Demandez-en un autre à un administrateur.',
  fieldFaults: {
    email: 'Écrivez une adresse e-mail complète, en lettres sans accents.',
    name: 'Écrivez un nom de 1 à 120 caractères.',
    newsroomName: 'Écrivez un nom de 1 à 120 caractères.',
  },
  readers: 'Aller au site',
  passwordHint: (minimum: number) =>
    `Au moins ${minimum} caractères. Une phrase de plusieurs mots convient très bien.`,
  passwordFaults: {
    too_short: 'Ce mot de passe est trop court : il en faut au moins 12 caractères.',
    too_long: 'Ce mot de passe est trop long : 256 caractères au plus.',
    easily_guessed:
      'Ce mot de passe se devine facilement. Choisissez-en un autre, par exemple quelques mots sans rapport.',
  },
};

export const accountWords: Readonly<Record<Language, typeof fr>> = {
  fr,
  en: {
    signIn: 'Sign in',
    email: 'E-mail address',
    password: 'Password',
    newPassword: 'New password',
    showPassword: 'Show the password',
    hidePassword: 'Hide the password',
    forgotten: 'Forgotten your password? Ask an administrator of the newsroom for a link.',
    notAccepted: 'This address and this password do not go together. Check both, then try again.',
    tryLater: (when: string) => `Too many attempts. You can try again from ${when}.`,
    busy: 'Many people are signing in just now. Try again in a minute.',
    seeFaults: 'Nothing was saved. See the fields marked below.',
    otherLanguage: 'Français',
    setUp: 'Set the newsroom up',
    setUpIntro:
      'Nobody is on the staff yet. You will be its first administrator. The token was printed at the start, in the terminal.',
    setUpUnguarded: 'There is no token yet. Start with npm start, which prints one, then reload this page.',
    token: 'Set-up token',
    newsroomName: 'Name of the newsroom',
    yourName: 'Your name',
    begin: 'Set up',
    wrongToken: 'This is not the token that the last start printed.',
    alreadySetUp: 'The newsroom is already set up. Sign in.',
    invitation: 'Welcome to the newsroom',
    invitationIntro: (name: string) => `${name}, choose the password you will sign in with.`,
    reset: 'Choose a new password',
    resetIntro: (name: string) => `${name}, your open sessions will end.`,
    choose: 'Save and enter',
    linkInvalidTitle: 'This link is no longer good',
    linkInvalid:
      'It was used already, it is more than 24 hours old, or it is cut short. Ask an administrator for another.',
    fieldFaults: {
      email: 'Write a whole e-mail address in letters without accents.',
      name: 'Write a name of 1 to 120 characters.',
      newsroomName: 'Write a name of 1 to 120 characters.',
    },
    readers: 'Go to the site',
    passwordHint: (minimum: number) =>
      `At least ${minimum} characters. A phrase of several words does very well.`,
    passwordFaults: {
      too_short: 'This password is too short: it needs at least 12 characters.',
      too_long: 'This password is too long: 256 characters at most.',
      easily_guessed: 'This password is easily guessed. Choose another, a few unrelated words for instance.',
    },
  },
};
