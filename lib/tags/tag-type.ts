/** What a tag is about. The order is the order in which lists group them. */
export const tagTypes = ['person', 'organisation', 'place', 'event', 'topic'] as const;
export type TagType = (typeof tagTypes)[number];
