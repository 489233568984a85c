import type { StoredAccount } from '../state/index.ts';
import type { VitallyAccount, VitallyClient } from '../vitally/index.ts';

export type Found =
  | { presence: 'found'; vitallyId: string; matchedBy: string; account: VitallyAccount | undefined }
  | { presence: 'waiting' | 'inactive' };

/**
 * Finds a customer's account: by the id that Salesforce names, else by the 18-character Account Id; never by name. One that
 * was there before and is not any more, or has churned, is inactive. `account` is absent where nothing had to be asked.
 */
export async function findCustomer(
  vitally: VitallyClient,
  accountId: string,
  namedId: string | null,
  stored: StoredAccount | undefined,
): Promise<Found> {
  const matchedBy = namedId ?? accountId;
  if (stored?.presence === 'found' && stored.vitallyId !== null && stored.matchedBy === matchedBy) {
    return { presence: 'found', vitallyId: stored.vitallyId, matchedBy, account: undefined };
  }
  return askForCustomer(vitally, accountId, namedId, stored);
}

/** The same, with no trust in what was found before. */
export async function askForCustomer(
  vitally: VitallyClient,
  accountId: string,
  namedId: string | null,
  stored: StoredAccount | undefined,
): Promise<Found> {
  const matchedBy = namedId ?? accountId;
  const named = await vitally.findAccount(matchedBy);
  const account = named ?? (matchedBy === accountId ? undefined : await vitally.findAccount(accountId));
  if (account === undefined) {
    const wasThere = stored !== undefined && stored.vitallyId !== null;
    return { presence: wasThere ? 'inactive' : 'waiting' };
  }
  if (account.hasChurned) return { presence: 'inactive' };
  return { presence: 'found', vitallyId: account.id, matchedBy, account };
}
