/** What an attempt on one of these pages led to, in words; nothing at first. No password ever comes back. */
export interface AccountState {
  problem: string;
  faults: Readonly<Record<string, string>>;
  values: Readonly<Record<string, string>>;
}

export const freshState: AccountState = { problem: '', faults: {}, values: {} };

export type AccountAction = (before: AccountState, form: FormData) => Promise<AccountState>;
