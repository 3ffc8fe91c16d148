/** A new concierge: who, and what goes along. Nothing is ticked beforehand; what will happen is shown before it is confirmed. */
import { html, nothing, type TemplateResult } from 'lit';
import { privacy } from '../api.ts';
import type { Handover } from '../contract.ts';
import { Page } from '../page.ts';
import { asFailure, reasonOf } from '../ui/signs.ts';
import { full } from '../ui/when.ts';
import { say as common } from '../words/common.ts';
import { say } from '../words/handover.ts';

const STAY = '';

export class HandoverPart extends Page {
  private offer: Handover | null = null;
  private to: string | null = null;
  private along = new Set<string>();
  private words = false;
  private sure = false;
  private busy = false;
  private word = '';
  private timer = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  override disconnectedCallback(): void {
    clearTimeout(this.timer);
    super.disconnectedCallback();
  }

  protected override languageChanged(): void {
    void this.load();
  }

  private async load(): Promise<void> {
    try {
      this.take(await privacy.handover());
    } catch (e) {
      if (asFailure(e).passing) this.soon();
    }
    this.requestUpdate();
  }

  private soon(): void {
    clearTimeout(this.timer);
    if (this.isConnected) this.timer = window.setTimeout(() => void this.load(), 1500);
  }

  private take(offer: Handover | undefined): void {
    const left = this.offer !== null && !offer;
    this.offer = offer ?? null;
    if (offer && offer.state !== 'open') this.soon();
    // The page is now that of who the client is with the next concierge.
    if (left) this.dispatchEvent(new CustomEvent('handed-over', { bubbles: true }));
  }

  private pick(to: string): void {
    this.to = to;
    this.requestUpdate();
  }

  private look(sure: boolean): void {
    this.sure = sure;
    this.word = '';
    this.requestUpdate();
    void this.updateComplete.then(() => this.querySelector<HTMLElement>(sure ? '[data-testid=handover-will]' : '[data-testid=handover-look]')?.focus());
  }

  private async choose(now: boolean): Promise<void> {
    const stay = this.to === STAY;
    this.busy = true;
    this.requestUpdate();
    try {
      this.sure = false;
      this.take(await privacy.choose(stay ? { choice: 'stay' } : { choice: 'go', concierge: this.to!, purposes: [...this.along], words: this.words, now }));
    } catch (e) {
      const failure = asFailure(e);
      this.word = failure.status === 409 ? say('over') : failure.passing ? common('awayTitle') : reasonOf(failure).reason;
      if (failure.status === 409) await this.load();
    }
    this.busy = false;
    this.requestUpdate();
  }

  private name(o: Handover, handle: string): string {
    return o.others.find(c => c.handle === handle)?.name ?? handle;
  }

  private tick(id: string, title: string, why: string, on: boolean, turn: () => void): TemplateResult {
    return html`<label class="along"><input type="checkbox" data-testid="handover-along-${id}" .checked=${on} @change=${() => { turn(); this.requestUpdate(); }}>
      <span><b>${title}</b><br><span class="soft">${why}</span></span></label>`;
  }

  private form(o: Handover): TemplateResult {
    const person = (handle: string, name: string) => html`<label class="pill"><input type="radio" name="handover" value=${handle} data-testid="handover-to-${handle || 'stay'}" .checked=${this.to === handle} @change=${() => this.pick(handle)}><span>${name}</span></label>`;
    return html`<form class="stack" @submit=${(e: Event) => { e.preventDefault(); this.look(true); }}>
      <fieldset class="pills"><legend>${say('who')}</legend>${o.others.map(c => person(c.handle, c.name))}${person(STAY, say('stay', { name: o.concierge }))}</fieldset>
      ${this.to ? html`<fieldset class="alongs"><legend>${say('what')}</legend><p class="soft">${say('whatText')}</p>
        ${o.purposes.map(p => this.tick(p.id, p.title, p.why, this.along.has(p.id), () => { if (!this.along.delete(p.id)) this.along.add(p.id); }))}
        ${this.tick('words', say('words'), say('wordsText'), this.words, () => { this.words = !this.words; })}</fieldset>` : nothing}
      <button class="quiet" data-testid="handover-look" ?disabled=${this.to === null}>${say('look')}</button></form>`;
  }

  private will(o: Handover): TemplateResult {
    const at = full(o.until);
    const stay = this.to === STAY;
    const names = [...o.purposes.map(p => ({ title: p.title, on: this.along.has(p.id) })), { title: say('words'), on: this.words }];
    const list = (on: boolean) => names.filter(n => n.on === on).map(n => html`<li>${n.title}</li>`);
    return html`<div class="will" role="group" tabindex="-1" aria-label=${say('look')} data-testid="handover-will">
      ${stay ? html`<p>${say('stays')}</p>` : html`<h3>${say('goes')}: ${this.name(o, this.to!)}</h3><ul data-testid="handover-goes">${list(true)}<li>${say('always')}</li></ul>
        <h3>${say('goesNot')}</h3><ul data-testid="handover-goes-not">${list(false)}<li>${say('between', { name: o.concierge })}</li><li>${say('rest')}</li></ul>
        <p class="sealed"><span>${say('closed', { name: o.concierge })}</span></p>`}
      <div class="dialog-acts"><button type="button" class="quiet" data-testid="handover-back" ?disabled=${this.busy} @click=${() => this.look(false)}>${say('back')}</button>
        ${stay ? nothing : html`<button type="button" class="quiet" data-testid="handover-now" ?disabled=${this.busy} @click=${() => void this.choose(true)}>${say('confirmNow')}</button>`}
        <button type="button" class="main" data-testid="handover-confirm" ?disabled=${this.busy} @click=${() => void this.choose(false)}>${stay ? say('confirmStay') : say('confirm', { at })}</button></div></div>`;
  }

  private chosen(o: Handover): TemplateResult | typeof nothing {
    if (!o.choice) return nothing;
    const at = full(o.until);
    return html`<p data-testid="handover-chosen"><b>${o.choice.stay ? say('chosenStay', { name: o.concierge, at }) : say('chosen', { to: this.name(o, o.choice.concierge ?? ''), at })}</b></p>`;
  }

  protected override render(): TemplateResult | typeof nothing {
    const o = this.offer;
    if (!o) return nothing;
    return html`<section class="known handover" data-testid="handover" data-state=${o.state}><h2 tabindex="-1" id="handover-title">${say('title')}</h2>
      <p>${say(o.reason, { name: o.concierge })}</p>
      ${o.state !== 'open' ? html`<p role="status">${say('moving')}</p>` : html`<p class="soft">${say('until', { at: full(o.until) })}</p>${this.chosen(o)}${this.sure ? this.will(o) : this.form(o)}`}
      <p role="status">${this.word}</p></section>`;
  }
}

customElements.define('cf-handover', HandoverPart);
