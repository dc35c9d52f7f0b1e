import { events } from './tags/events.ts';
import { organisations } from './tags/organisations.ts';
import { persons } from './tags/persons.ts';
import { places } from './tags/places.ts';
import { topics } from './tags/topics.ts';

/** What the demo newsroom writes about. */
export const demoTags = [...persons, ...organisations, ...places, ...events, ...topics];

export type TagKey = (typeof demoTags)[number]['key'];
