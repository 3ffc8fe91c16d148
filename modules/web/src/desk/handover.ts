/** A hand-over on the card: offered here, chosen by the client alone. */
import { html, nothing, type TemplateResult } from 'lit';
import type { DeskHandover } from '../contract.ts';
import { full } from '../ui/when.ts';
import { empty } from '../ui/signs.ts';
import { say as common } from '../words/common.ts';
import { say } from '../words/handover.ts';

export type Leaving = 'leave' | 'leaving';

function state(h: DeskHandover, name: string): string {
  const at = h.until ? full(h.until) : '';
  switch (h.state) {
    case 'open': return say('deskOpen', { name, at });
    case 'moving': return say('deskMoving');
    case 'stayed': return say('deskStayed', { name });
    case 'lapsed': return say('deskLapsed', { at });
    case 'done': return say('deskDone', { to: h.to ?? '' });
    default: return '';
  }
}

/** From whom the client came. */
export function cameFrom(h: DeskHandover | null): TemplateResult | typeof nothing {
  return h?.from ? html`<p class="fine" data-testid="came-from">${say('deskFrom', { from: h.from })}</p>` : nothing;
}

export function handoverPart(h: DeskHandover, name: string, asking: boolean, busy: boolean, ask: (asking: boolean) => void, offer: (why: Leaving) => void): TemplateResult {
  const may = h.state === 'none' || h.state === 'stayed' || h.state === 'lapsed';
  const words = state(h, name);
  return html`<section data-testid="handover" data-state=${h.state}><h3>${say('deskTitle')}</h3>
    ${words ? html`<p>${words}</p>` : nothing}
    ${!may ? nothing : html`<p class="fine">${say('deskText', { name })}</p>
      ${!asking ? html`<button type="button" class="quiet small" data-testid="handover-ask" @click=${() => ask(true)}>${say('deskAsk')}</button>` : html`<div class="acts" role="group" aria-label=${say('deskAsk')}>
        <button type="button" class="quiet small" data-testid="handover-leave" ?disabled=${busy} @click=${() => offer('leave')}>${say('deskLeave')}</button>
        <button type="button" class="quiet small" data-testid="handover-leaving" ?disabled=${busy} @click=${() => offer('leaving')}>${say('deskLeaving')}</button>
        <button type="button" class="link" data-testid="handover-not" @click=${() => ask(false)}>${common('cancel')}</button></div>`}`}</section>`;
}

/** In the place of the card of a client who is with somebody else by now. */
export function handedOver(h: DeskHandover): TemplateResult {
  return html`<div data-testid="handed-over">${empty(say('deskDone', { to: h.to ?? '' }), say('deskDoneText'))}</div>`;
}
