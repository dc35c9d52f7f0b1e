import type { Language } from '#lib/kernel/language.ts';

// Where a full stop ends no sentence. Each list is the body of a regular expression, without its full stop.

/** Before a name, whatever follows: « M. Le Pen » is one person. */
export const titles: Readonly<Record<Language, string>> = {
  fr: 'MM?|M(?:mes|lles|gr|es)|Dr|Drs|Pr|Prs|Me|St|Ste|Ch|Th|Ph|Chr|Gal|Cdt|Cne|Col|col|cdt|Lt|Vve|Sr|R\\.\\s?P',
  en: 'Mr|Mrs|Ms|Messrs|Mx|Dr|Drs|Prof|St|Mt|Ft|Gen|Col|Maj|Capt|Cmdr|Adm|Lt|Sgt|Cpl|Pvt|Sen|Rep|Gov|Rev|Hon|Pres|Supt|Insp|Amb|Atty',
};

/** Before a number: « art. 5 », “No. 10”, « 14 déc. 2026 ». */
export const counted: Readonly<Record<Language, string>> = {
  fr: 'art|al|chap|ch|fig|ill|inc|no|nos|n|num|p|pp|par|paragr|pl|sect|t|tabl|vol|v|ann|ex|env|ca|c|approx|tél|min|max|janv|févr|fév|avr|juill|juil|sept|oct|nov|déc|lun|mar|mer|jeu|ven|sam|dim|av|apr|s|bd|boul|rd|rés|bât|esc|ét',
  en: 'art|ch|chap|cl|col|ed|eq|fig|figs|ill|no|nos|p|pp|para|paras|pl|pt|sec|sect|ser|tab|vol|vols|v|ca|c|approx|est|tel|ext|rm|apt|min|max|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec|mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun',
};

/** In the middle of a sentence, always. */
export const amid: Readonly<Record<Language, string>> = {
  fr: 'cf|vs|p\\.\\s?ex|par\\s+ex|c\\.-à-d|i\\.\\s?e|e\\.\\s?g|loc\\.\\s?cit|op\\.\\s?cit|av|apr|éd|dir|coll|trad|intr|préf|réf|req',
  en: 'cf|vs|v|e\\.\\s?g|i\\.\\s?e|viz|al|dir|ed|eds|op\\.\\s?cit|trans|incl|excl',
};

/** At the end of a name or an hour; the sentence ends there only where the next word begins one. */
export const trailing: Readonly<Record<Language, string>> = {
  fr: 'S\\.\\s?A|Sté|Cie|Ets|Éts|Jr',
  en: 'Inc|Ltd|Corp|Co|Bros|LLC|Plc|Jr|Sr|Ave|Blvd|Rd|Sq|Dept|Univ|Assn|Natl|Intl|[ap]\\.\\s?m|Ph\\.\\s?D|Esq',
};

/** Words that begin a sentence and stand in few names: after « le plan B. » they say that it was an end. */
export const openers: Readonly<Record<Language, string>> = {
  fr: "Le|La|Les|L[’']|Un|Une|Des|Du|Il|Elle|Ils|Elles|On|Ce|Cet|Cette|Ces|C[’']|Cela|Ça|Nous|Vous|Je|J[’']|Tu|Mais|Et|Ou|Or|Donc|Car|En|Dans|Pour|Par|Sur|Sous|Avec|Sans|Selon|Après|Avant|Depuis|Pendant|Malgré|Si|Qui|Que|Qu[’']|Quand|Quel|Quelle|Comme|Son|Sa|Ses|Leur|Leurs|Notre|Nos|Au|Aux|À|Tout|Tous|Toute|Toutes|Aucun|Aucune|Chaque|Plusieurs|Certains|Certaines|Deux|Trois|Puis|Ainsi|Enfin|Alors|Pourtant|Cependant|Aujourd|Hier|Demain|Rien|Personne|Même|Désormais|Pas|Pourquoi|Comment|Où",
  en: "The|A|An|It|It[’']s|He|She|They|We|You|I|This|That|These|Those|But|And|Or|In|On|At|For|From|With|By|As|If|When|While|After|Before|Since|Until|Under|Over|His|Her|Its|Their|Our|My|Your|There|Here|What|Who|Why|How|Where|Which|No|Not|None|Nobody|Some|Many|Most|All|Both|Each|Every|However|Meanwhile|Then|Yet|So|Still|Now|Today|Yesterday|Tomorrow|Two|Three|Nothing|Even",
};
