/** Asks for the passkey where the house wants one that was used just now, then lets the request be sent again. */
import { html, nothing, render } from 'lit';
import { onStepUp, open, passkeys } from '../api.ts';
import { Declined, able, prove } from '../passkey.ts';
import { asFailure } from './signs.ts';
import { say } from '../words/passkey.ts';

let under: Promise<boolean> | null = null;

/** @returns whether it was proved; false where the person would rather not. Several askings at a time are one. */
export function stepUp(): Promise<boolean> {
  under ??= ask().finally(() => { under = null; });
  return under;
}

/** Asks only where the last proof is no longer fresh, for what is fetched by a link. */
export async function stepUpIfNeeded(): Promise<boolean> {
  const { freshUntil } = await open.session();
  return freshUntil !== undefined && Date.parse(freshUntil) > Date.now() + 10_000 ? true : stepUp();
}

/** For a link to a file: what leaves the house asks for the passkey first; then the browser follows the link by itself. */
export async function taken(e: Event): Promise<void> {
  if (!e.isTrusted) return;
  e.preventDefault();
  const link = e.currentTarget as HTMLAnchorElement;
  if (await stepUpIfNeeded()) link.click();
}

async function ask(): Promise<boolean> {
  const host = document.body.appendChild(document.createElement('div'));
  const none = (await passkeys.list()).passkeys.length === 0;
  const proved = await new Promise<boolean>(done => show(host, none, done));
  host.remove();
  return proved;
}

function show(host: HTMLElement, none: boolean, done: (proved: boolean) => void, fault = ''): void {
  const use = async () => {
    try {
      await prove();
      done(true);
    } catch (e) {
      show(host, none, done, e instanceof Declined ? say('declined') : asFailure(e).problem.detail ?? say('failed'));
    }
  };
  render(html`<dialog aria-labelledby="stepup-title" data-testid="step-up" @close=${() => done(false)}>
    <h2 id="stepup-title">${say('stepUpTitle')}</h2>
    <p>${none || !able() ? say('stepUpNone') : say('stepUpText')}</p>
    ${fault ? html`<p class="fault" role="alert" data-testid="step-up-fault">${fault}</p>` : nothing}
    <div class="dialog-acts"><button type="button" class="quiet" data-testid="step-up-cancel" @click=${() => done(false)}>${say('notNow')}</button>
      ${none ? html`<a class="button" href="/passkeys" data-testid="step-up-make">${say('makeOne')}</a>` : html`<button type="button" class="main" data-testid="step-up-use" @click=${() => void use()}>${say('use')}</button>`}</div></dialog>`, host);
  const dialog = host.querySelector('dialog');
  if (dialog && !dialog.open) dialog.showModal();
}

onStepUp(stepUp);
