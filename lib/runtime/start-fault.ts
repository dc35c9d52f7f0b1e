/** Something that keeps Chapeau from starting and that a person can mend: one sentence that says what to do. Ends with exit code 1. */
export class StartFault extends Error {}
