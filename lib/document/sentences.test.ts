import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Language, languages } from '#lib/kernel/language.ts';
import { sentences, sentencesAround, trimmed } from './sentences.ts';

// A bar stands where a sentence ends, ~ is a no-break space, ^ a narrow one.
const french = `
Le sommet s’ouvre lundi. |Il dure deux jours.
M. Macron arrive mardi. |Mme Sheinbaum le suit.
Selon M. Le Pen, rien n’est joué.
MM. Lula et Modi se sont vus. |Ils n’ont rien signé.
Le Dr. Knock consulte. |Il rit.
Me Dupond plaide. |Pr. Diallo écoute.
Mgr. Aupetit a parlé. |On l’a cru.
J. K. Rowling était là. |Elle a signé.
Un texte de J.-C. Carrière est lu.
Victor H. Martin signe la note. |Elle est courte.
Ils ont suivi le plan B. |Le maire avait prévenu.
C’est la faute du groupe A. |Les autres ont gagné.
La vitamine C. |Elle manque.
L’art. 5 du traité s’applique. |L’art. 6 non.
Voir l’art. 49, al. 3. |Tout y est.
Voir p. 12 et pp. 14-16. |Le reste suit.
Voir chap. IV pour la suite. |Puis le chap. V.
Le n°~5 paraît. |Le n°~6 suivra.
Le no. 5 paraît jeudi.
Le vol. 2 manque.
La fig. 3 montre la baisse. |Elle est nette.
Rendez-vous le 14 déc. 2026 à Miami. |Venez.
Du 3 janv. 2026 au 4 févr. 2026. |C’est court.
Rome est fondée en 753 av. J.-C. |Les dates varient.
En 44 av. J.-C. César meurt.
En l’an 70 apr. J.-C. |Le temple brûle.
Les grands, p. ex. la Chine, s’abstiennent.
Les riches, c.-à-d. dix pays, décident.
Il cite l’OIT, cf. Encadré 2. |Rien d’autre.
Paris vs. Berlin, encore.
Il y a du blé, du maïs, etc. |Le prix monte.
Il y a du blé, du maïs, etc. mais peu d’orge.
Il compte 1~500 habitants. |Le double en été.
Il compte 1^500 habitants. |Le double en été.
Il compte 1 500 habitants. |Le double en été.
Le PIB croît de 1,5~%. |La dette aussi.
La version 3.14 sort. |Elle marche.
Le tome 1.500 n’existe pas.
En 2009. |14 pays y étaient déjà.
Il y a eu un vote. |85~% ont dit oui.
Le prix a doublé. |3,5~millions le paient.
Le G20 compte 19 pays. |Il est né en 1999.
Le train part à 20 h 30. |Il arrive à 22 h.
Le train part à 20h. |Il est plein.
La séance ouvre à 9.30 précises. |On y va.
Il a dit~: «~Oui.~» |Puis il est parti.
Il a dit~: «^Oui.^» |Puis il est parti.
«~Pourquoi~?~» demande-t-elle. |Personne ne répond.
«~Assez~!~» crie la foule. |La police recule.
«~Assez~!~» |La police recule.
«~Nous partons. |Vous restez.~» |Elle a tenu parole.
«~Nous partons. |Vous restez~», a-t-elle dit.
«~Oui.~», a-t-il dit.
Il parle de «~paix~». |Elle non.
Il parle de « paix ». |Elle non.
Il a dit : « Oui. » |Elle non.
Il l’appelle «~Monsieur G20~». |C’est tout.
“Oui.” |Il sourit.
« Oui… » |Il hésite.
Il hésite… |Puis il part.
Il hésite… puis il part.
Il hésite... |Puis il part.
Il hésite... puis il part.
«~Le pays […] Français n’a rien vu~», dit-il.
«~Le pays (...) Français n’a rien vu~», dit-il.
Vraiment~? |Oui~!
Vraiment ? |Oui !
Vraiment ?! |Oui.
Quoi ? |14 pays ont voté ?
Est-ce vrai~? non.
Yahoo! a payé. |Cher.
Il part. |– Non, dit-elle.
Il part – non sans peine – et revient. |Enfin.
Il part. |— Et toi ?
(Il part.) |Puis il revient.
Il part (voir p. 3). |Puis il revient.
Il part (en train~!). |Puis il revient.
1. Le climat. |2. La dette.
12. Le vote.
Le site lemonde.fr l’annonce. |On clique.
Le site www.example.org/Page l’annonce.
La société Booking.com a gagné. |Elle se tait.
L’U.E. Europe a voté.
La C.G.T. appelle à la grève. |Elle espère.
L’O.N.U. a voté. |C’est dit.
La S. A. Martin ferme.
Martin S.A. Paris ferme.
Dupont et Cie. Paris.
N.D.L.R. : ce chiffre est faux.
Louis XIV. |Il régna longtemps.
Jean-Paul II. |Son successeur viendra.
Le XXe s. fut court.
Il habite bd. 12, à Nice.
Il mesure env. 3 m. |C’est grand.
Tél. 01 00 00 00 00. |Appelez.
Th. Piketty publie. |Ch. Michel répond.
St. Nicolas arrive. |Ste. Barbe aussi.
Il a gagné.|
Première ligne|\\nSeconde ligne
Fin. |\\nSuite.
Un~mot. |Deux mots.
La fin.~Un no-break ne coupe pas.
Il a 5~ans. |6^ans demain.
Le taux passe de -5~% à 5~%. |C’est mieux.
Les 14-15 décembre. |Le 16 repos.
Il dit non. |Non~!
À Nour-Soultan (aujourd’hui Astana), il neige. |À Almaty, non.
L’usine « Saint-Gobain S.A. » ferme.
La loi no 2024-12 est votée. |Elle entre en vigueur.
Le col. Dupont mène. |Il recule.
Le Lt. Dupont mène. |Il recule.
Article 1er. |Le peuple décide.
C’est fini !!! |Merci.
C’est fini. . . ou pas.
Elle crie « Non ! » et part. |Fin.
Elle crie « Non ! ». |Fin.
Il a lu « L’art. 5 ». |C’est tout.
Quatre-vingt-cinq pour cent. |Rien de moins.
`;
const english = `
The summit opens on Monday. |It lasts two days.
Mr. Modi arrives. |Mrs. Meloni follows.
Ms. Chen and Dr. Wu spoke. |They agreed.
Sen. Smith and Rep. Jones voted. |It passed.
Gov. Lee signed it. |Gen. Park did not.
St. Petersburg is cold. |Mt. Everest is colder.
The U.S. President left. |He was late.
He lives in the U.S. |The others do not.
The U.S. economy grew. |So did the debt.
J. K. Rowling was there. |She signed.
George W. Bush came. |He left.
Franklin D. R. Jones spoke.
They chose plan B. |The mayor had warned them.
She is taller than I. |But he is not.
It is I. |The end.
See art. 5 of the treaty. |Art. 6 differs.
See p. 12 and pp. 14-16. |The rest follows.
No. 10 was silent. |It often is.
He said no. |Then he left.
Vol. 2 is out. |Vol. 3 is not.
See Fig. 3. |It is clear.
See ch. IV of the report.
It happened on Jan. 5, 2026. |It rained.
It happened on Sept. 11. |It was a Friday.
We meet at 5 p.m. Monday. |Be there.
We meet at 5 p.m. |The doors close at 6.
We meet at 9.30 a.m. sharp.
Apple Inc. said so. |It did.
Apple Inc. Chief Tim Cook said so.
He works for Apple Inc. |The pay is good.
Smith & Co. London closed.
Martin Luther King Jr. Day is near.
Some fruit, e.g. Apples, are dear.
Some, i.e. ten countries, decide.
Apples, pears, etc. |The price rose.
Apples, pears, etc. are dear.
France vs. Germany, again.
Smith et al. Found nothing.
It has 1,500 people. |Twice that in summer.
Growth was 1.5%. |Debt rose.
Growth was 1.5 percent. |Debt rose.
In 2009. |14 countries were there.
There was a vote. |85% said yes.
It cost $3.5 million. |Nobody paid.
It rose by .5 points. |That is all.
Version 3.14 is out. |It works.
He said: “Yes.” |Then he left.
He said: "Yes." |Then he left.
“Why?” she asked. |Nobody answered.
“Enough!” the crowd shouted. |Police withdrew.
“Enough!” |Police withdrew.
“We leave. |You stay.” |She kept her word.
“We leave,” she said. |“You stay.”
‘Yes.’ |He smiled.
He paused… |Then he left.
He paused… then he left.
He paused... |Then he left.
He paused ... then he left.
“The country […] Britain saw nothing,” he said.
Really? |Yes!
Really?! |Yes.
Yahoo! paid. |Dearly.
He left. |– No, she said.
He left – not without pain – and came back. |At last.
(He left.) |Then he came back.
He left (see p. 3). |Then he came back.
1. Climate. |2. Debt.
Visit www.example.org/page for more. |Click.
Booking.com won. |It is silent.
She has a Ph.D. |The others do not.
She has a Ph.D. Candidate as a friend.
Prof. A. B. Smith spoke. |He left.
Lt. Col. Jones led. |He fell.
The D.C. Circuit ruled. |It was close.
They moved to Washington, D.C. |They stayed.
The ratio was 2 vs. 3. |It fell.
He ran approx. 5 miles. |It hurt.
Fifth Ave. Hotel rooms are dear. |Sunset Blvd. Nights too.
First line|\\nSecond line
The end.~A no-break space never cuts.
What a game!!! |Thanks.
It fell from -5% to 5%. |That is better.
Dec. 14-15. |Rest on the 16th.
“It’s over.” |“Is it?”
Who? |What? |Why?
He did it. |(She did not.)
He scored 3. |4 others did not.
`;

interface Case {
  language: Language;
  text: string;
  parts: string[];
}

function casesOf(table: string, language: Language): Case[] {
  return table
    .trim()
    .split('\n')
    .map((line) => {
      const plain = line.replaceAll('\\n', '\n').replaceAll('~', '\u00a0').replaceAll('^', '\u202f');
      const parts = plain.split('|').filter((part) => part !== '');
      return { language, text: parts.join(''), parts };
    });
}

const cases = [...casesOf(french, 'fr'), ...casesOf(english, 'en')];
const cut = (text: string, language: Language) =>
  sentences(text, language).map(({ start, end }) => text.slice(start, end));

describe('sentences', () => {
  test('the table is long', () => {
    expect(cases.length).toBeGreaterThanOrEqual(200);
  });

  // A line break at the start of a part stands, for the reader of the table, at the end of the one before.
  const settled = ({ parts }: Case) => {
    const all: string[] = [];
    for (const part of parts) {
      const words = part.replace(/^\n+/u, '');
      const last = all.pop();
      if (last !== undefined) all.push(last + part.slice(0, part.length - words.length));
      if (words !== '') all.push(words);
    }
    return all;
  };
  test.each(cases)('$language: $text', (each) => {
    expect(cut(each.text, each.language)).toEqual(settled(each));
  });

  const word = fc.constantFrom(
    ...[
      'Le',
      'sommet',
      'M.',
      'art.',
      '5',
      '1',
      '500',
      'J.',
      'K.',
      'U.S.',
      'Inc.',
      '85',
      '%',
      'et',
      'plan B.',
    ],
    ...[
      '…',
      '.',
      '?',
      '!',
      '«',
      '»',
      '"',
      '(',
      ')',
      '[…]',
      '–',
      'p.m.',
      'É',
      '3.',
      '\n',
      'é\u0301',
      '🙂',
      '.»',
      'x.',
    ],
  );
  const gap = fc.constantFrom('', ' ', ' ', ' ', '\u00a0', '\u202f', '  ');
  const texts = fc
    .array(fc.tuple(word, gap), { maxLength: 30 })
    .map((parts) => parts.map(([a, b]) => a + b).join(''));

  test('together they are the text, without a gap', () => {
    fc.assert(
      fc.property(
        fc.oneof(texts, fc.string({ unit: 'grapheme' })),
        fc.constantFrom(...languages),
        (text, language) => {
          expect(cut(text, language).join('')).toBe(text);
          expect(cut(text, language)).not.toContain('');
        },
      ),
      { numRuns: 500 },
    );
  });

  test('none begins after a no-break space', () => {
    fc.assert(
      fc.property(texts, fc.constantFrom(...languages), (text, language) => {
        for (const { start } of sentences(text, language))
          if (start > 0) expect(text.slice(start - 1, start)).not.toMatch(/[\u00a0\u202f\u2007]/);
      }),
      { numRuns: 1000 },
    );
  });

  test('a sentence alone is one sentence', () => {
    fc.assert(
      fc.property(texts, fc.constantFrom(...languages), (text, language) => {
        for (const sentence of cut(text, language)) expect(cut(sentence, language)).toEqual([sentence]);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('the sentences around a range', () => {
  const text = 'Un. Deux mots. Trois.';
  test.each([
    [5, 8, 'Deux mots.'],
    [4, 14, 'Deux mots.'],
    [0, 1, 'Un.'],
    [1, 6, 'Un. Deux mots.'],
    [16, 21, 'Trois.'],
    [4, 4, 'Deux mots.'],
  ])('%i to %i', (start, end, expected) => {
    const around = sentencesAround(text, { start, end }, 'fr');
    expect(text.slice(around.start, around.end)).toBe(expected);
  });

  test('white space is left out at both ends, never more', () => {
    expect(trimmed('  a b ', { start: 0, end: 6 })).toEqual({ start: 2, end: 5 });
    expect(trimmed('   ', { start: 0, end: 3 })).toEqual({ start: 3, end: 3 });
  });
});
