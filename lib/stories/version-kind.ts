/** What makes a version of a story one that is listed for good: an act of the desk, or a person who gave it a name. */
export const versionKinds = [
  'published',
  'submitted',
  'approved',
  'sent_back',
  'unpublished',
  'restored',
  'named',
] as const;
export type VersionKind = (typeof versionKinds)[number];
