/** Who works here, and letting somebody in again whose passkeys are lost. */
import { html, nothing, type TemplateResult } from 'lit';
import { staff, type Failure } from '../api.ts';
import type { Colleague, Staff } from '../contract.ts';
import { Page } from '../page.ts';
import { asFailure, broken, skeleton } from '../ui/signs.ts';
import { say } from '../words/colleagues.ts';

class Colleagues extends Page {
  private all: Staff | null = null;
  private failure: Failure | null = null;
  private asked: Colleague | null = null;
  private word = '';
  private link = '';
  private copied = '';

  override connectedCallback(): void {
    super.connectedCallback();
    void this.attempt(async () => {});
  }

  private async attempt(doing: () => Promise<void>): Promise<void> {
    try {
      await doing();
      this.all = await staff.all();
      this.failure = null;
    } catch (e) {
      this.failure = asFailure(e);
    }
    this.requestUpdate();
  }

  private ask(who: Colleague): void {
    this.asked = who;
    this.word = this.link = this.copied = '';
    this.requestUpdate();
    void this.updateComplete.then(() => this.querySelector('dialog')?.showModal());
  }

  private async vouch(who: Colleague): Promise<void> {
    this.querySelector('dialog')?.close();
    await this.attempt(async () => {
      const { vouched, needed, link } = await staff.vouch(who);
      this.link = link ?? '';
      this.word = link ? say('letIn', { name: who.name }) : say('counted', { n: needed - vouched });
    });
  }

  private async copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.link);
      this.copied = say('copied');
    } catch {
      // Without TLS, or where the browser was told not to: the person copies by hand what is marked for them.
      this.querySelector<HTMLInputElement>('[data-testid=vouch-link]')?.select();
      this.copied = say('copyByHand');
    }
    this.requestUpdate();
  }

  private row(who: Colleague, needed: number): TemplateResult {
    return html`<tr data-name=${who.name}><td>${who.name}${who.self ? html` <span class="soft">(${say('self')})</span>` : nothing}</td><td>${say(who.part)}</td><td class="num">${who.passkeys}</td>
      <td class="num">${who.vouched ? say('of', { n: who.vouched, needed }) : ''}</td>
      <td>${who.self || who.passkeys === 0 ? nothing : html`<button type="button" class="quiet small" data-testid="vouch" aria-label=${say('lost', { name: who.name })} @click=${() => this.ask(who)}>${say('vouch')}</button>`}</td></tr>`;
  }

  private table(all: Staff): TemplateResult {
    return html`<div class="table-frame" tabindex="0" role="region" aria-label=${say('title')}><table data-testid="colleagues"><thead><tr><th scope="col">${say('name')}</th><th scope="col">${say('part')}</th><th scope="col">${say('passkeys')}</th><th scope="col">${say('vouched')}</th><th scope="col"><span class="unseen">${say('vouch')}</span></th></tr></thead>
      <tbody>${all.staff.map(who => this.row(who, all.needed))}</tbody></table></div>`;
  }

  private dialogue(): TemplateResult {
    const who = this.asked;
    return html`<dialog aria-labelledby="vouch-title" data-testid="vouch-ask">${who ? html`<h2 id="vouch-title">${say('askTitle', { name: who.name })}</h2><p>${say('askText')}</p>
      <div class="dialog-acts"><button type="button" class="quiet" @click=${() => this.querySelector('dialog')?.close()}>${say('cancel')}</button>
        <button type="button" class="main" data-testid="vouch-yes" @click=${() => void this.vouch(who)}>${say('vouch')}</button></div>` : nothing}</dialog>`;
  }

  protected override render(): TemplateResult {
    return html`<section><h2>${say('title')}</h2><p class="fine">${say('lead')}</p>
      ${this.failure ? broken(this.failure, () => void this.attempt(async () => {})) : nothing}
      <p role="status" data-testid="vouch-word">${this.word}</p>
      ${this.link ? html`<label class="field"><span>${say('link')}</span><input readonly data-testid="vouch-link" .value=${this.link} @focus=${(e: Event) => (e.target as HTMLInputElement).select()}></label>
        <button type="button" class="quiet small" data-testid="vouch-copy" @click=${() => void this.copy()}>${say('copy')}</button> <span role="status" data-testid="vouch-copied">${this.copied}</span>` : nothing}
      ${this.all ? this.table(this.all) : skeleton(3)}${this.dialogue()}</section>`;
  }
}

customElements.define('cf-colleagues', Colleagues);
