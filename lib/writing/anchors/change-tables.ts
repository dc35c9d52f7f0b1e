import type { Language } from '#lib/kernel/language.ts';

// Words that change what a sentence asserts, each in small letters. A word that is not here is still a change: a soft one.

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

export const numberWords: Readonly<Record<Language, ReadonlySet<string>>> = {
  fr: set(
    'zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize vingt vingts trente quarante cinquante soixante septante huitante octante nonante cent cents mille million millions milliard milliards billion billions douzaine dizaine dizaines vingtaine trentaine quarantaine cinquantaine soixantaine centaine centaines millier milliers moitié tiers quart quarts demi demie double triple quadruple',
  ),
  en: set(
    'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million millions billion billions trillion trillions dozen dozens half halves third thirds quarter quarters double triple quadruple twice thrice',
  ),
};

export const unitSigns = /^(?:[%‰°℃℉№]|\p{Sc})$/u;

export const units: Readonly<Record<Language, ReadonlySet<string>>> = {
  fr: set(
    'euro euros dollar dollars livre livres yen yens yuan yuans rouble roubles franc francs centime centimes point points pourcent mètre mètres kilomètre kilomètres hectare hectares tonne tonnes kilo kilos gramme grammes kilogramme kilogrammes litre litres degré degrés watt watts kilowattheure kilowattheures mégawatt mégawatts gigawatt gigawatts térawattheures seconde secondes minute minutes heure heures jour jours semaine semaines mois an ans année années siècle siècles habitant habitants personne personnes km m cm mm ha kg g mg t l dl cl ml h min s kwh mwh gwh twh kw mw gw go mo to',
  ),
  en: set(
    'euro euros dollar dollars pound pounds cent cents yen yuan rouble roubles franc francs point points percent percentage meter meters metre metres kilometer kilometers kilometre kilometres mile miles foot feet inch inches acre acres hectare hectares ton tons tonne tonnes ounce ounces gram grams kilogram kilograms liter liters litre litres gallon gallons degree degrees watt watts megawatt megawatts gigawatt gigawatts second seconds minute minutes hour hours day days week weeks month months year years century centuries people inhabitants km m cm mm ha kg g mg t l ml h min s kwh mwh gwh twh kw mw gw gb mb tb mph kph',
  ),
};

export const dates: Readonly<Record<Language, ReadonlySet<string>>> = {
  fr: set(
    'janvier février mars avril mai juin juillet août septembre octobre novembre décembre janv févr avr juil sept oct nov déc lundi mardi mercredi jeudi vendredi samedi dimanche hier demain aujourd avant-hier après-demain matin soir midi minuit printemps été automne hiver prochain prochaine dernier dernière avant après depuis jusque veille lendemain',
  ),
  en: set(
    'january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday yesterday tomorrow today tonight morning evening noon midnight spring summer autumn fall winter next last before after since until ago',
  ),
};

export const negations: Readonly<Record<Language, ReadonlySet<string>>> = {
  fr: set(
    'ne n pas jamais aucun aucune rien ni sans non nul nulle nullement guère point sauf hormis excepté faux fausse',
  ),
  en: set(
    'not no never none neither nor nothing nobody nowhere without cannot t except false hardly barely scarcely isn aren wasn weren don doesn didn won wouldn can couldn shouldn hasn haven hadn',
  ),
};

export const comparisons: Readonly<Record<Language, ReadonlySet<string>>> = {
  fr: set(
    'plus moins autant aussi davantage supérieur supérieure supérieurs supérieures inférieur inférieure inférieurs inférieures meilleur meilleure meilleurs meilleures pire pires mieux maximum minimum premier première premiers premières deuxième troisième dernier dernière seul seule seuls seules unique record majeure majorité minorité plupart presque environ quasi près dépasse dépassent égale égal égaux tous toutes tout toute chaque certains certaines quelques plusieurs augmente augmentent augmenté baisse baissent baissé hausse recul',
  ),
  en: set(
    'more less fewer most least as than greater lesser higher lower larger smaller bigger longer shorter older younger better worse best worst highest lowest largest smallest biggest maximum minimum first second third last only sole record majority minority nearly almost about around over under above below exceeds equals equal all every each some several many few up down rose fell rise fall increase increased decrease decreased',
  ),
};

/** Signs that say how much, between which bounds, or that something is the other way round. */
export const mathSigns = /^[-−–‑+±<>≤≥=≠≈~×÷/^]$/u;

/** What a check carries over: it is not even a change of the strict words. */
export const carriedSigns = /^[\s"«»“”„‟'’‘‛ʼʻ`´‹›\u00ad\u200b\u2060\ufeff]+$/u;
