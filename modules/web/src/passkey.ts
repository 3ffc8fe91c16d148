/** Talking to authenticators. User verification and a discoverable credential are always required; the house checks again. */
import { passkeys, type Answer, type Options } from './api.ts';

const decoded = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), c => c.charCodeAt(0));

const encoded = (bytes: ArrayBuffer): string =>
  btoa(String.fromCharCode(...new Uint8Array(bytes))).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');

const listed = (ids: string[]): PublicKeyCredentialDescriptor[] => ids.map(id => ({ type: 'public-key', id: decoded(id) }));

/** Whether this browser knows passkeys at all. */
export const able = (): boolean => typeof PublicKeyCredential !== 'undefined';

/** The person, or their device, said no; nothing happened. */
export class Declined extends Error {}

async function asked<T extends AuthenticatorResponse>(credential: Promise<Credential | null>): Promise<{ id: string; response: T }> {
  let given: Credential | null;
  try {
    given = await credential;
  } catch {
    throw new Declined();
  }
  if (!given) throw new Declined();
  const made = given as PublicKeyCredential;
  return { id: encoded(made.rawId), response: made.response as T };
}

async function use(options: Options): Promise<Answer> {
  const { id, response } = await asked<AuthenticatorAssertionResponse>(navigator.credentials.get({
    publicKey: { challenge: decoded(options.challenge), rpId: options.rpId, allowCredentials: listed(options.known), userVerification: 'required', timeout: 120_000 },
  }));
  return {
    id, clientDataJSON: encoded(response.clientDataJSON), authenticatorData: encoded(response.authenticatorData), signature: encoded(response.signature),
    ...(response.userHandle ? { userHandle: encoded(response.userHandle) } : {}),
  };
}

async function make(options: Options, house: string): Promise<Answer> {
  const user = options.user ?? { id: '', name: '' };
  const { id, response } = await asked<AuthenticatorAttestationResponse>(navigator.credentials.create({
    publicKey: {
      challenge: decoded(options.challenge), rp: { id: options.rpId, name: house },
      user: { id: decoded(user.id), name: user.name, displayName: user.name },
      pubKeyCredParams: (options.algorithms ?? []).map(alg => ({ type: 'public-key', alg })),
      excludeCredentials: listed(options.known), attestation: 'none', timeout: 120_000,
      authenticatorSelection: { residentKey: 'required', requireResidentKey: true, userVerification: 'required' },
    },
  }));
  return { id, clientDataJSON: encoded(response.clientDataJSON), attestationObject: encoded(response.attestationObject) };
}

/** Signs in as the holder of whichever passkey the person chooses. */
export const enter = async () => passkeys.enter(await use(await passkeys.askToEnter()));

/** Proves for the next minutes that the person of this session is there. */
export const prove = async () => passkeys.prove(await use(await passkeys.askToProve()));

export const add = async (name: string, house: string) => passkeys.add(name, await make(await passkeys.askForOne(), house));

/** What a person will know this device's passkey by, until they call it something else. */
export function deviceName(): string {
  const agent = navigator.userAgent;
  const on = /iPhone|iPad/.test(agent) ? 'iOS' : /Android/.test(agent) ? 'Android' : /Mac/.test(agent) ? 'Mac' : /Windows/.test(agent) ? 'Windows' : 'Linux';
  return `${on}, ${new Date().toISOString().slice(0, 10)}`;
}
