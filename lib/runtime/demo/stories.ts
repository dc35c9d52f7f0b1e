import { story as aAktaouLeQuaiEstDevenuTropHaut } from './stories/a-aktaou-le-quai-est-devenu-trop-haut.ts';
import { story as aralSeaTheDykeThatSavedAPieceOfIt } from './stories/aral-sea-the-dyke-that-saved-a-piece-of-it.ts';
import { story as auG20LaChaiseDeLInvite } from './stories/au-g20-la-chaise-de-l-invite.ts';
import { story as baikonourLaVilleLouee } from './stories/baikonour-la-ville-louee.ts';
import { story as cinqPaysEtBeaucoupDePlusUn } from './stories/cinq-pays-et-beaucoup-de-plus-un.ts';
import { story as howWeKnowWhereTheCarbonComesFrom } from './stories/how-we-know-where-the-carbon-comes-from.ts';
import { story as kazakhstanOneCountryOneClock } from './stories/kazakhstan-one-country-one-clock.ts';
import { story as laDigueQuiASauveUnMorceauDeMer } from './stories/la-digue-qui-a-sauve-un-morceau-de-mer.ts';
import { story as leG20SommetParSommet } from './stories/le-g20-sommet-par-sommet.ts';
import { story as leG20UnClubSansSiegeNiTraite } from './stories/le-g20-un-club-sans-siege-ni-traite.ts';
import { story as leMetroOuLOnPhotographieEnfin } from './stories/le-metro-ou-l-on-photographie-enfin.ts';
import { story as nineVotesAndNoVeto } from './stories/nine-votes-and-no-veto.ts';
import { story as norouzTreizeJoursPourUnPrintemps } from './stories/norouz-treize-jours-pour-un-printemps.ts';
import { story as quatreVingtCinqMillimetres } from './stories/quatre-vingt-cinq-millimetres.ts';
import { story as relireDjamilia } from './stories/relire-djamilia.ts';
import { story as sixQuestionsAPoserAUnChiffreDePib } from './stories/six-questions-a-poser-a-un-chiffre-de-pib.ts';
import { story as theAntelopeThatCameBackTwice } from './stories/the-antelope-that-came-back-twice.ts';
import { story as theBreadThatKeeps } from './stories/the-bread-that-keeps.ts';
import { story as theG20AClubWithNoAddress } from './stories/the-g20-a-club-with-no-address.ts';
import { story as twiceLandlocked } from './stories/twice-landlocked.ts';
import type { DemoStory } from './story.ts';

/** Every story of the demo newsroom, in the order in which they were begun. */
export const demoStories: readonly DemoStory[] = [
  norouzTreizeJoursPourUnPrintemps,
  baikonourLaVilleLouee,
  leG20SommetParSommet,
  leG20UnClubSansSiegeNiTraite,
  relireDjamilia,
  theG20AClubWithNoAddress,
  quatreVingtCinqMillimetres,
  kazakhstanOneCountryOneClock,
  cinqPaysEtBeaucoupDePlusUn,
  howWeKnowWhereTheCarbonComesFrom,
  theBreadThatKeeps,
  laDigueQuiASauveUnMorceauDeMer,
  aralSeaTheDykeThatSavedAPieceOfIt,
  aAktaouLeQuaiEstDevenuTropHaut,
  twiceLandlocked,
  auG20LaChaiseDeLInvite,
  nineVotesAndNoVeto,
  leMetroOuLOnPhotographieEnfin,
  theAntelopeThatCameBackTwice,
  sixQuestionsAPoserAUnChiffreDePib,
];
