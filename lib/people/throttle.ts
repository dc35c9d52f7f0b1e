/**
 * How failed sign-ins slow the next ones down. `free` attempts cost nothing; each one after that closes the door for twice as
 * long as the one before, from `first` to `longest` seconds. A day after the first of them the count begins anew.
 */
export interface Throttle {
  readonly kind: 'account' | 'peer' | 'device';
  readonly free: number;
  readonly first: number;
  readonly longest: number;
}

/** Five wrong passwords are a bad morning. After them about a hundred guesses a day are left to anybody. */
export const accountThrottle: Throttle = { kind: 'account', free: 5, first: 30, longest: 900 };
/** A newsroom may share one address, so it has more to spend. */
export const peerThrottle: Throttle = { kind: 'peer', free: 30, first: 60, longest: 900 };
/**
 * A browser in which this very account has signed in before: counted by itself, so that strangers who keep guessing at an
 * account cannot keep its owner out.
 */
export const deviceThrottle: Throttle = { kind: 'device', free: 10, first: 30, longest: 900 };

/** Length of the window in which failures are counted together, in seconds. */
export const throttleWindow = 24 * 60 * 60;
