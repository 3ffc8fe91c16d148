/** The way to the company that staff belong to, and what a page says when it leads nowhere. */
import { company } from './api.ts';
import type { CompanyAnswer } from './contract.ts';
import { asFailure } from './ui/signs.ts';
import { say } from './words/passkey.ts';

/** What the browser came back with; a fault where the company itself said no. */
export interface Back { answer: CompanyAnswer | null; connecting: boolean }

/** Read from the address of the page; null if nobody comes back. */
export function back(search: string): Back | null {
  const given = new URLSearchParams(search);
  const state = given.get('state');
  if (!state) return null;
  const code = given.get('code');
  return { answer: code ? { state, code } : null, connecting: state.startsWith('company-connect.') };
}

/** Leaves for the company. */
export async function leave(going: typeof company.goTo): Promise<void> {
  location.assign((await going()).address);
}

export function faultOf(e: unknown): string {
  const { problem } = asFailure(e);
  if (problem.type.endsWith('/company-away')) return say('companyAway');
  if (problem.type.endsWith('/step-up')) return say('stepUpNone');
  // The title is in the reader's language, the detail says which check it was.
  return problem.detail ? `${problem.title}: ${problem.detail}` : say('failed');
}
