/** Line drawings on a 16-unit square; the stroke takes the colour of the text. Decorative: the name of a thing is always in words. */
const drawings = {
  archive: 'M2 3h12v3H2ZM3 6v7.5h10V6M6.5 9h3',
  back: 'm10 4-4 4 4 4',
  bell: 'M4 11V7a4 4 0 0 1 8 0v4l1 1.5H3ZM6.7 14h2.6',
  bold: 'M4.5 3h4a2.4 2.4 0 0 1 0 4.8h-4ZM4.5 7.8h4.8a2.6 2.6 0 0 1 0 5.2H4.5Z',
  box: 'M2.5 3.5h11v9h-11ZM5 7h6M5 9.5h4',
  building: 'M2.5 13.5h11M3.5 13.5V6L8 3l4.5 3v7.5M6 8.5v3M8 8.5v3M10 8.5v3',
  bullets: 'M6 4h8M6 8h8M6 12h8M2.5 4h.1M2.5 8h.1M2.5 12h.1',
  calendar: 'M2.5 3.5h11v10h-11ZM2.5 6.5h11M5.5 2v3M10.5 2v3',
  clock: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2ZM8 4.8V8l2.2 1.6',
  'column-after': 'M2.5 3h6v10h-6ZM5.5 3v10M11 8h4M13 6v4',
  'column-before': 'M7.5 3h6v10h-6ZM10.5 3v10M1 8h4M3 6v4',
  'column-delete': 'M2.5 3h6v10h-6ZM5.5 3v10M11.2 6.2l3.6 3.6M14.8 6.2l-3.6 3.6',
  cross: 'm4 4 8 8M12 4l-8 8',
  device: 'M3 3h10v7.5H3ZM1.5 13h13M8 5v3.5M6.3 7 8 8.7 9.7 7',
  diamond: 'M8 1.6 14.4 8 8 14.4 1.6 8ZM8 5v3.4M8 10.6v.1',
  divider: 'M2 8h12M5 5v-.1M11 5v-.1M5 11v.1M11 11v.1',
  down: 'm4 6 4 4 4-4',
  exit: 'M9.5 2.5h-6v11h6M7 8h7M11.5 5.5 14 8l-2.5 2.5',
  eye: 'M1.5 8c1.7-3 3.9-4.5 6.5-4.5S12.8 5 14.5 8c-1.7 3-3.9 4.5-6.5 4.5S3.2 11 1.5 8ZM8 6a2 2 0 1 0 0 4 2 2 0 0 0 0-4Z',
  gear: 'M8 5.8a2.2 2.2 0 1 0 0 4.4 2.2 2.2 0 0 0 0-4.4ZM8 1.8v2M8 12.2v2M1.8 8h2M12.2 8h2M3.6 3.6 5 5M11 11l1.4 1.4M12.4 3.6 11 5M5 11l-1.4 1.4',
  globe: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2ZM2 8h12M8 2c3.6 4 3.6 8 0 12M8 2c-3.6 4-3.6 8 0 12',
  grip: 'M6 4h.1M10 4h.1M6 8h.1M10 8h.1M6 12h.1M10 12h.1',
  'head-row': 'M2 3h12v10H2ZM2 6.5h12M4.5 4.8h7M7 6.5V13',
  heading: 'M3.5 3v10M10 3v10M3.5 8H10M12.5 8.5V13',
  'heading-small': 'M4.5 5.5v7.5M9.5 5.5v7.5M4.5 9h5M12 11v2',
  history: 'M2.8 6A5.6 5.6 0 1 1 2.4 9M2.5 3v3.2h3.2M8 5v3.3l2 1.2',
  info: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2ZM8 7.3V11M8 5v.1',
  italic: 'M6.5 3h5M4.5 13h5M9.2 3l-2.4 10',
  keyboard: 'M1.5 4h13v8.5h-13ZM4 6.7h.1M6.7 6.7h.1M9.3 6.7h.1M12 6.7h.1M4.5 9.8h7',
  language:
    'M2 4.5h7M5.5 3v1.5M8 4.5c-.6 2.8-2.6 4.9-5.5 6M3.8 6.8c.9 1.6 2.3 2.9 4 3.7M8.5 13.5 11.2 7h.6l2.7 6.5M9.4 11.5h4.2',
  link: 'M6.5 9.5 9.5 6.5M7 4.5l1.5-1.5a3 3 0 0 1 4.3 4.3L11.5 8.8M9 11.5l-1.5 1.5a3 3 0 0 1-4.3-4.3l1.3-1.5',
  lock: 'M3.5 7h9v6.5h-9ZM5.5 7V5a2.5 2.5 0 0 1 5 0v2M8 9.8v1.4',
  moon: 'M13 9.6A5.6 5.6 0 0 1 6.4 3 5.6 5.6 0 1 0 13 9.6Z',
  numbers: 'M6.5 4H14M6.5 8H14M6.5 12H14M2 3h1v3M2 10.2c.3-.6 1.8-.7 1.8.3 0 .8-1.8 1.3-1.8 2.5h2',
  paragraph: 'M9.5 13V3M12 13V3M13.5 3H7a3 3 0 0 0 0 6h2.5',
  people:
    'M6 3a2.4 2.4 0 1 0 0 4.8A2.4 2.4 0 0 0 6 3ZM1.8 13.5c0-2.5 1.7-3.9 4.2-3.9s4.2 1.4 4.2 3.9M10.6 3.3a2.3 2.3 0 0 1 0 4.3M12 9.9c1.4.5 2.2 1.7 2.2 3.6',
  person: 'M8 2.5a2.7 2.7 0 1 0 0 5.4 2.7 2.7 0 0 0 0-5.4ZM3 14c0-2.9 2-4.4 5-4.4s5 1.5 5 4.4',
  picture: 'M2 3h12v10H2ZM2 11l3.5-3.5 3 3 2-2L14 12M10.5 5.2a.8.8 0 1 0 0 1.6.8.8 0 0 0 0-1.6Z',
  pin: 'M8 14.2c-3-3.3-4.5-5.6-4.5-7.7a4.5 4.5 0 0 1 9 0c0 2.1-1.5 4.4-4.5 7.7ZM8 5a1.6 1.6 0 1 0 0 3.2A1.6 1.6 0 0 0 8 5Z',
  plus: 'M8 3v10M3 8h10',
  quotation: 'M3 3v10M6.5 4.5h7M6.5 8h7M6.5 11.5h4',
  quote: 'M7 4 3.5 8 7 12M12.5 4 9 8l3.5 4',
  redo: 'M13 6.5H6.2a3.6 3.6 0 0 0 0 7.2H9M13 6.5 10 3.5M13 6.5l-3 3',
  'row-after': 'M3 2.5h10v6H3ZM3 5.5h10M8 11v4M6 13h4',
  'row-before': 'M3 7.5h10v6H3ZM3 10.5h10M8 1v4M6 3h4',
  'row-delete': 'M3 2.5h10v6H3ZM3 5.5h10M6.2 11.2l3.6 3.6M9.8 11.2l-3.6 3.6',
  search: 'M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9ZM10.4 10.4 14 14',
  story: 'M2.5 9 4 3h8l1.5 6v4h-11ZM2.5 9H6a2 2 0 0 0 4 0h3.5',
  subscript: 'm2.5 4 6 7M8.5 4l-6 7M11 11.2c.3-.6 1.8-.7 1.8.3 0 .8-1.8 1.3-1.8 2.5h2',
  sun: 'M8 5.2a2.8 2.8 0 1 0 0 5.6 2.8 2.8 0 0 0 0-5.6ZM8 1.5v1.6M8 12.9v1.6M1.5 8h1.6M12.9 8h1.6M3.4 3.4l1.1 1.1M11.5 11.5l1.1 1.1M12.6 3.4l-1.1 1.1M4.5 11.5l-1.1 1.1',
  superscript: 'm2.5 5 6 7M8.5 5l-6 7M11 3.2c.3-.6 1.8-.7 1.8.3 0 .8-1.8 1.3-1.8 2.5h2',
  table: 'M2 3h12v10H2ZM2 6.5h12M2 9.8h12M7 3v10',
  tag: 'M2.5 7.5v-5h5l6 6-5 5ZM5.2 4.5a.7.7 0 1 0 0 1.4.7.7 0 0 0 0-1.4Z',
  text: 'M3 4h10M3 8h10M3 12h6',
  tick: 'm3 8.5 3.2 3.2L13 4.5',
  topic: 'M2.5 5h11M2.5 11h11M6.5 2.5l-1 11M10.5 2.5l-1 11',
  undo: 'M3 6.5h6.8a3.6 3.6 0 0 1 0 7.2H7M3 6.5l3-3M3 6.5l3 3',
  up: 'm4 10 4-4 4 4',
} as const;

export type IconName = keyof typeof drawings;

export function Icon({ name, className = '' }: { name: IconName; className?: string }) {
  return (
    <svg
      viewBox="0 0 16 16"
      aria-hidden="true"
      className={`size-4 flex-none fill-none stroke-current stroke-[1.5] [stroke-linecap:round] [stroke-linejoin:round] ${className}`}
    >
      <path d={drawings[name]} />
    </svg>
  );
}

/** The hat: the newsroom's mark. */
export function Hat({ className = '' }: { className?: string }) {
  return (
    <svg viewBox="0 0 30 14" aria-hidden="true" className={`h-3.5 w-7 flex-none ${className}`}>
      <path d="M1 12h8l6-10 6 10h8" fill="none" stroke="currentColor" strokeWidth="2.2" />
    </svg>
  );
}
