/** What a client said aloud about one purpose: a yes waits for them to confirm it, a no counts at once. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Failure } from '../api.ts';
import type { ConsentState } from '../contract.ts';
import { reasonChip, reasonOf, valid } from '../ui/signs.ts';
import { full } from '../ui/when.ts';
import { say as common } from '../words/common.ts';
import { say } from '../words/told.ts';

export interface Told { open: boolean; busy: boolean; refusal: Failure | null }
export interface TellActs { open: (on: boolean) => void; yes: () => void; no: () => void; ask: () => void }

export function toldButton(c: ConsentState, t: Told, acts: TellActs): TemplateResult | typeof nothing {
  return c.basis !== 'consent' ? nothing : html`<button type="button" class="link" aria-expanded=${t.open} aria-label=${say('aloudAbout', { title: c.title })} data-testid="told-${c.purpose}" @click=${() => acts.open(!t.open)}>${say('aloud')}</button>`;
}

export function toldPart(c: ConsentState, t: Told, acts: TellActs): TemplateResult | typeof nothing {
  if (!t.open) return nothing;
  const stands = valid(c.status) || c.status === 'expired';
  return html`<div class="told" role="group" aria-label=${say('aloudAbout', { title: c.title })} data-testid="told-part">
    ${t.refusal ? html`<div role="alert" data-testid="told-refused">${reasonChip(reasonOf(t.refusal), acts.ask)}</div>` : nothing}
    ${c.status === 'pending' ? html`<p class="fine">${say('waits', { at: c.since ? full(c.since) : '' })}</p>` : nothing}
    ${valid(c.status) || c.status === 'pending' ? nothing : html`<div><button type="button" class="quiet small" data-testid="said-yes" ?disabled=${t.busy} @click=${acts.yes}>${say('saidYes')}</button><p class="fine">${say('saidYesText')}</p></div>`}
    ${c.status === 'withdrawn' || c.status === 'refused' ? nothing : html`<div><button type="button" class="quiet small" data-testid="said-no" ?disabled=${t.busy} @click=${acts.no}>${say(stands ? 'tookBack' : 'saidNo')}</button><p class="fine">${say(stands ? 'tookBackText' : 'saidNoText')}</p></div>`}
    <button type="button" class="link" data-testid="told-not" @click=${() => acts.open(false)}>${common('cancel')}</button></div>`;
}
