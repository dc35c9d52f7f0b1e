export * from './events.ts';
export * from './newsroom.ts';
export * from './people.ts';
export * from './site.ts';
export * from './site-views.ts';
export * from './stories.ts';
export * from './tags.ts';
export * from './writing.ts';
