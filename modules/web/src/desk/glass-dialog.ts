/** Breaking glass: why, in words, and what will happen, before anything is shown. */
import { html, nothing, type TemplateResult } from 'lit';
import { desk, type Failure } from '../api.ts';
import type { DeskGlass, SeenLook, Tag } from '../contract.ts';
import { Page, freshId } from '../page.ts';
import { icon } from '../ui/icons.ts';
import { asFailure, broken, reasonChip, reasonOf, skeleton } from '../ui/signs.ts';
import { say as common } from '../words/common.ts';
import { say } from '../words/glass.ts';

/** What was shown, of which tag of which client. */
export interface Shown { client: string; tag: Tag; seen: SeenLook }

export class GlassDialog extends Page {
  private client = '';
  private of: Tag | null = null;
  private glass: DeskGlass | null = null;
  private why = '';
  private key = '';
  private failure: Failure | null = null;
  private refusal: Failure | null = null;
  private busy = false;

  /** Asks; where a look at the same stands already, it is shown without asking again. */
  async show(client: string, tag: Tag): Promise<void> {
    Object.assign(this, { client, of: tag, glass: null, why: '', key: freshId(), failure: null, refusal: null, busy: false });
    this.querySelector('form')?.reset();
    this.requestUpdate();
    await this.updateComplete;
    this.querySelector('dialog')?.showModal();
    await this.load();
  }

  private async load(): Promise<void> {
    try {
      this.glass = await desk.glass(this.client);
      this.failure = null;
      const standing = this.glass.looks.find(l => l.dataClass === this.of?.dataClass && l.purpose === this.of.purpose);
      if (standing) await this.read(standing.id);
    } catch (e) {
      this.failure = asFailure(e);
    }
    this.requestUpdate();
  }

  private async read(look: string): Promise<void> {
    const { client, of: tag } = this;
    if (!tag) return;
    const seen = await desk.readLook(client, look);
    this.close();
    this.dispatchEvent(new CustomEvent<Shown>('seen', { detail: { client, tag, seen }, bubbles: true }));
  }

  private async begin(form: HTMLFormElement): Promise<void> {
    const tag = this.of;
    if (!tag?.dataClass || this.busy) return;
    const words = String(new FormData(form).get('words') ?? '').trim();
    this.busy = true;
    this.refusal = null;
    this.requestUpdate();
    try {
      const look = await desk.beginLook(this.client, { idempotencyKey: this.key, dataClass: tag.dataClass, purpose: tag.purpose, why: this.why, words });
      await this.read(look.id);
    } catch (e) {
      this.refusal = asFailure(e);
    }
    this.busy = false;
    this.requestUpdate();
  }

  private close(): void {
    this.querySelector('dialog')?.close();
  }

  private refused(f: Failure): TemplateResult {
    return html`<div role="alert" class="refusal" data-testid="glass-refused">${f.problem.type.endsWith('/step-up') ? say('declined') : f.problem.rule ? reasonChip(reasonOf(f)) : f.problem.detail ?? reasonOf(f).reason}</div>`;
  }

  private form(g: DeskGlass): TemplateResult {
    if (g.whys.length === 0) return html`<p>${say('noReason')}</p>`;
    return html`<form class="stack" @submit=${(e: Event) => { e.preventDefault(); void this.begin(e.target as HTMLFormElement); }}>
      <p>${say('lead')}</p>
      <fieldset class="whys"><legend>${say('why')}</legend>${g.whys.map(w => html`<label><input type="radio" name="why" required value=${w.id} data-testid="glass-why-${w.id}" .checked=${w.id === this.why} @change=${() => { this.why = w.id; }}> <span>${w.title}</span></label>`)}</fieldset>
      <label class="field"><span>${say('words')}</span><textarea class="stated" name="words" rows="3" required maxlength="1000" data-testid="glass-words"></textarea><small class="fine">${say('wordsText')}</small></label>
      <section><h3>${say('will')}</h3><ul class="then" data-testid="glass-will"><li>${say('willTell')}</li><li>${say('willReview')}</li><li>${say('willEnd', { n: g.minutes, left: g.left })}</li></ul></section>
      ${g.left === 0 ? html`<p class="fault">${say('none')}</p>` : nothing}
      ${this.refusal ? this.refused(this.refusal) : nothing}
      <div class="dialog-acts"><button type="button" class="quiet" data-testid="glass-cancel" @click=${() => this.close()}>${common('cancel')}</button>
        <button class="main" data-testid="glass-go" ?disabled=${this.busy || g.left === 0}>${say('go')}</button></div></form>`;
  }

  protected override render(): TemplateResult {
    return html`<dialog data-testid="glass-dialog" aria-labelledby="glass-title"><div class="dialog-top"><h2 id="glass-title">${say('title', { kind: this.of?.kindTitle ?? '' })}</h2>
        <button type="button" class="round small" aria-label=${common('close')} @click=${() => this.close()}>${icon('close')}</button></div>
      ${this.failure ? broken(this.failure, () => void this.load()) : this.glass ? this.form(this.glass) : skeleton(4)}</dialog>`;
  }
}

customElements.define('cf-glass-dialog', GlassDialog);
