import { z } from 'zod';

/** What a person does here. One may hold several; each adds rights, none takes any away. */
export const roles = ['administrator', 'editor', 'reporter', 'fact-checker'] as const;
export type Role = (typeof roles)[number];

/** Roles from outside: known ones, each once, in the order of `roles`. May be empty: somebody who only signs. */
export const rolesSchema = z
  .array(z.enum(roles))
  .max(16)
  .transform((given) => roles.filter((role) => given.includes(role)));
