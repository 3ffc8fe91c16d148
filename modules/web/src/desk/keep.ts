/** Keeping a file of the conversation for a purpose that the client agreed to, and no longer. A refusal names its rule. */
import { html, nothing, type TemplateResult } from 'lit';
import { desk, type Failure } from '../api.ts';
import type { ConsentState, FileLine } from '../contract.ts';
import { Page } from '../page.ts';
import { nameOf } from '../ui/file.ts';
import { icon } from '../ui/icons.ts';
import { asFailure, reasonChip, reasonOf, valid } from '../ui/signs.ts';
import { say } from '../words/files.ts';
import type { Room } from './room.ts';

/** What clients are asked for by a question; what is between us is not. */
export const keepable = (c: ConsentState): boolean => c.basis === 'consent' && valid(c.status) && c.purpose !== 'confidence';

export class Keep extends Page {
  static override properties = { room: { attribute: false }, client: { attribute: false }, file: { attribute: false } };
  declare room: Room;
  declare client: string;
  declare file: FileLine;
  private purposes: ConsentState[] | null = null;
  private open = false;
  private busy = false;
  private refusal: Failure | null = null;

  /** What the client agrees to may have changed since the last look. */
  private async show(open: boolean): Promise<void> {
    this.open = open;
    this.refusal = null;
    if (open) {
      try {
        this.purposes = (await desk.card(this.client)).consents.filter(keepable);
      } catch (e) {
        this.refusal = asFailure(e);
      }
    }
    this.requestUpdate();
  }

  private async keep(purpose: string, keep: boolean): Promise<void> {
    this.busy = true;
    this.refusal = null;
    this.requestUpdate();
    try {
      await desk.keepFile(this.client, this.file.id, purpose, keep);
      this.open = false;
      this.dispatchEvent(new CustomEvent('kept-changed', { bubbles: true }));
      this.focusLater(keep ? `[data-testid="keep-no-more-${purpose}"]` : '[data-testid=keep-for]');
    } catch (e) {
      this.refusal = asFailure(e);
    }
    this.busy = false;
    this.requestUpdate();
  }

  private focusLater(what: string): void {
    // The conversation is read again first.
    window.setTimeout(() => (document.activeElement === document.body ? this.querySelector<HTMLElement>(what)?.focus() : undefined), 400);
  }

  private async ask(): Promise<void> {
    const purpose = this.refusal?.problem.remedyAction?.purpose;
    if (!purpose) return;
    try {
      await desk.askConsent(this.client, purpose);
      this.refusal = null;
    } catch (e) {
      this.refusal = asFailure(e);
    }
    this.requestUpdate();
  }

  private titleOf(purpose: string): string {
    return this.room.purposes.find(p => p.id === purpose)?.title ?? purpose;
  }

  private keptFor(purpose: string): TemplateResult {
    const [title, name] = [this.titleOf(purpose), nameOf(this.file)];
    return html`<span class="kept-for" data-testid="kept-for-${purpose}">${icon('check')}${say('keptFor', { title })}
      <button type="button" class="link" data-testid="keep-no-more-${purpose}" aria-label=${say('keepNoMoreItem', { title, name })} ?disabled=${this.busy} @click=${() => void this.keep(purpose, false)}>${say('keepNoMore')}</button></span>`;
  }

  private menu(): TemplateResult | typeof nothing {
    if (!this.open || !this.purposes) return nothing;
    const left = this.purposes.filter(p => this.room.filed.includes(p.purpose) && !this.file.kept.includes(p.purpose));
    return html`<div class="keep-menu" role="group" aria-label=${say('keepItem', { name: nameOf(this.file) })} data-testid="keep-menu">${left.length === 0 ? html`<span class="fine">${say('keepNone')}</span>`
      : left.map(p => html`<button type="button" class="quiet small" data-testid="keep-for-${p.purpose}" ?disabled=${this.busy} @click=${() => void this.keep(p.purpose, true)}>${p.title}</button>`)}</div>`;
  }

  protected override render(): TemplateResult {
    const key = (e: KeyboardEvent) => {
      if (e.key !== 'Escape' || !this.open) return;
      void this.show(false);
      this.querySelector<HTMLElement>('[data-testid=keep-for]')?.focus();
    };
    return html`<div class="keep" @keydown=${key}>${this.file.kept.map(p => this.keptFor(p))}
      <button type="button" class="link" data-testid="keep-for" aria-expanded=${this.open} aria-label=${say('keepItem', { name: nameOf(this.file) })} @click=${() => void this.show(!this.open)}>${say('keepFor')}</button>${this.menu()}
      ${this.refusal ? html`<div role="alert" data-testid="keep-refused">${reasonChip(reasonOf(this.refusal), () => void this.ask())}</div>` : nothing}</div>`;
  }
}

customElements.define('cf-keep', Keep);
