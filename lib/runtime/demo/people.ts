import type { Language } from '#lib/kernel/language.ts';
import type { Role } from '#lib/people/role.ts';

/** One plain password for every demo account: printed at the start, refused in production with the accounts themselves. */
export const demoPassword = 'chapeau-bas-demo';

interface DemoPerson {
  readonly key: string;
  readonly name: string;
  readonly bylineName: string;
  readonly slug: string;
  readonly email: string;
  readonly roles: readonly Role[];
  readonly language: Language;
  readonly biography: Readonly<Record<Language, string>>;
}

/** The demo newsroom's staff. All of them are invented. */
export const demoPeople = [
  {
    key: 'odile',
    name: 'Odile Ferrandier',
    bylineName: 'Odile Ferrandier',
    slug: 'odile-ferrandier',
    email: 'odile@chapeau.example',
    roles: ['administrator'],
    language: 'fr',
    biography: {
      fr: 'Secrétaire générale de la rédaction. Elle tient les comptes, les clés et le calendrier, et relit volontiers les brèves.',
      en: 'Managing editor. She keeps the accounts, the keys and the calendar, and likes to read the briefs.',
    },
  },
  {
    key: 'bastien',
    name: 'Bastien Roncevaux',
    bylineName: 'Bastien Roncevaux',
    slug: 'bastien-roncevaux',
    email: 'bastien@chapeau.example',
    roles: ['editor'],
    language: 'fr',
    biography: {
      fr: 'Chef du service Monde. Il écrit sur les institutions internationales, leurs règlements et leurs couloirs.',
      en: 'World editor. He writes about international institutions, their rule books and their corridors.',
    },
  },
  {
    key: 'miriam',
    name: 'Miriam Oakhurst',
    bylineName: 'Miriam Oakhurst',
    slug: 'miriam-oakhurst',
    email: 'miriam@chapeau.example',
    roles: ['editor'],
    language: 'en',
    biography: {
      fr: 'Responsable de l’édition anglaise. Elle traduit, coupe et vérifie que rien ne s’est perdu en route.',
      en: 'Editor of the English edition. She translates, cuts, and checks that nothing was lost on the way.',
    },
  },
  {
    key: 'anouk',
    name: 'Anouk Delbarre',
    bylineName: 'Anouk Delbarre',
    slug: 'anouk-delbarre',
    email: 'anouk@chapeau.example',
    roles: ['reporter'],
    language: 'fr',
    biography: {
      fr: 'Reporter, installée à Tachkent. Elle suit l’Asie centrale, ses villes et ses livres.',
      en: 'Reporter, based in Tashkent. She covers Central Asia, its cities and its books.',
    },
  },
  {
    key: 'dauren',
    name: 'Dauren Selbaïev',
    bylineName: 'Dauren Selbaïev',
    slug: 'dauren-selbaiev',
    email: 'dauren@chapeau.example',
    roles: ['reporter'],
    language: 'fr',
    biography: {
      fr: 'Reporter au service Économie. Il aime les rails, les ports et les statistiques dont on donne la méthode.',
      en: 'Economy reporter. He likes rails, ports, and statistics that come with their method.',
    },
  },
  {
    key: 'philippa',
    name: 'Philippa Wrenfield',
    bylineName: 'Philippa Wrenfield',
    slug: 'philippa-wrenfield',
    email: 'philippa@chapeau.example',
    roles: ['reporter'],
    language: 'en',
    biography: {
      fr: 'Reporter sciences et climat. Formée à l’hydrologie, elle se méfie des moyennes.',
      en: 'Science and climate reporter. A hydrologist by training, she is wary of averages.',
    },
  },
  {
    key: 'ismael',
    name: 'Ismaël Quintard',
    bylineName: 'Ismaël Quintard',
    slug: 'ismael-quintard',
    email: 'ismael@chapeau.example',
    roles: ['fact-checker', 'reporter'],
    language: 'fr',
    biography: {
      fr: 'Vérificateur. Il explique aussi, quand on le lui demande, d’où viennent les chiffres.',
      en: 'Fact-checker. When asked, he also explains where the figures come from.',
    },
  },
] as const satisfies readonly DemoPerson[];

export type PersonKey = (typeof demoPeople)[number]['key'];
