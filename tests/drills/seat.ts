/** A person's place at a story. */
export interface Seat {
  /** Origin of the server. */
  url: string;
  storyId: string;
  personId: string;
  cookie: string;
}
