/** Erasing everything: asked twice, and what is shown of it afterwards. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Erasure } from '../contract.ts';
import { day, precise } from '../ui/when.ts';
import { say } from '../words/client.ts';

/** The last part of the letter. The second question names what happens; nothing is ticked or filled in beforehand. */
export function eraseAll(sure: boolean, busy: boolean, ask: (sure: boolean) => void, erase: () => void): TemplateResult {
  return html`<section class="looks" data-testid="erase-all"><h2>${say('eraseTitle')}</h2><p class="soft">${say('eraseText')}</p>
    ${!sure ? html`<button type="button" class="quiet" data-testid="erase" @click=${() => ask(true)}>${say('erase')}</button>` : html`<div role="group" aria-label=${say('eraseSure')}>
      <p class="sealed"><span>${say('eraseSure')}</span></p>
      <div class="dialog-acts"><button type="button" class="quiet" data-testid="erase-not" ?disabled=${busy} @click=${() => ask(false)}>${say('eraseNot')}</button>
        <button type="button" class="main" data-testid="erase-sure" ?disabled=${busy} @click=${erase}>${say('eraseDo')}</button></div></div>`}</section>`;
}

/** What a client keeps: what is true since when, and by when the rest is. */
export function certificate(e: Erasure): TemplateResult {
  const rows = [['eraseAsked', e.askedAt], ['eraseStopped', e.stoppedAt], ['eraseSealed', e.sealedAt], ['eraseFinal', e.endedAt]] as const;
  return html`<article data-testid="certificate" data-stage=${e.stage}><h1 tabindex="-1">${say(e.stoppedAt ? 'erasedTitle' : 'heldTitle')}</h1>
    <p class="lead">${say(e.stoppedAt ? 'erasedText' : 'heldText')}</p>
    <dl class="dates">${rows.map(([word, at]) => html`<dt>${say(word)}</dt><dd>${at ? html`<time datetime=${at}>${precise(at)}</time>` : say('eraseNotYet')}</dd>`)}
      <dt>${say('erasePromised')}</dt><dd><time datetime=${e.promised}>${day(e.promised)}</time></dd></dl>
    ${e.provable ? nothing : html`<p class="fine">${say('eraseUnproven')}</p>`}
    <p class="fine">${say('eraseKeep')}</p>
    <button type="button" class="quiet" data-testid="print" @click=${() => window.print()}>${say('erasePrint')}</button></article>`;
}
