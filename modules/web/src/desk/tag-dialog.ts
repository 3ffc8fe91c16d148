/** Noting a fact: first the purpose, then what it allows. A refusal names its rule and offers the remedy. */
import { html, nothing, type TemplateResult } from 'lit';
import { desk, type Failure } from '../api.ts';
import type { ConsentState, Tag, TagKind } from '../contract.ts';
import { lang } from '../language.ts';
import { Page } from '../page.ts';
import { icon } from '../ui/icons.ts';
import { asFailure, badge, reasonChip, reasonOf } from '../ui/signs.ts';
import { say as common } from '../words/common.ts';
import { say } from '../words/desk.ts';
import type { Room } from './room.ts';

export class TagDialog extends Page {
  static override properties = { room: { attribute: false } };
  declare room: Room;
  private client = '';
  private consents: ConsentState[] = [];
  private purpose = '';
  private kind = '';
  private value = '';
  private month = '1';
  private dayOf = '1';
  private year = '';
  private refusal: Failure | null = null;
  private word = '';
  private busy = false;

  async show(client: string): Promise<void> {
    Object.assign(this, { client, purpose: '', kind: '', value: '', year: '', refusal: null, word: '', consents: [] });
    this.choose(this.usable()[0]?.id ?? '');
    this.requestUpdate();
    await this.updateComplete;
    this.querySelector('dialog')?.showModal();
    await this.statuses();
  }

  private async statuses(): Promise<void> {
    const card = await desk.card(this.client).catch(() => null);
    this.consents = card?.consents ?? [];
    this.requestUpdate();
  }

  private usable() {
    return this.room.purposes.filter(p => this.room.kinds.some(k => k.purposes.includes(p.id)));
  }

  private choose(purpose: string): void {
    this.purpose = purpose;
    this.refusal = null;
    this.pick(this.room.kinds.find(k => k.purposes.includes(purpose))?.id ?? '');
  }

  private pick(kind: string): void {
    this.kind = kind;
    this.value = this.room.kinds.find(k => k.id === kind)?.values[0]?.code ?? '';
    this.refusal = null;
    this.requestUpdate();
  }

  private written(kind: TagKind): string {
    if (kind.form !== 'date') return this.value.trim();
    const two = (n: string) => n.padStart(2, '0');
    return `${this.year ? this.year.padStart(4, '0') : '-'}-${two(this.month)}-${two(this.dayOf)}`;
  }

  private async save(kind: TagKind): Promise<void> {
    this.busy = true;
    this.refusal = null;
    this.requestUpdate();
    try {
      const tag = await desk.addTag(this.client, { kind: kind.id, value: this.written(kind), purpose: this.purpose });
      this.close();
      this.dispatchEvent(new CustomEvent<Tag>('tagged', { detail: tag, bubbles: true }));
    } catch (e) {
      this.refusal = asFailure(e);
    }
    this.busy = false;
    this.requestUpdate();
  }

  private async ask(): Promise<void> {
    const purpose = this.refusal?.problem.remedyAction?.purpose ?? this.purpose;
    try {
      await desk.askConsent(this.client, purpose);
      this.refusal = null;
      this.word = say('askSent');
      await this.statuses();
    } catch (e) {
      this.refusal = asFailure(e);
    }
    this.requestUpdate();
  }

  private close(): void {
    this.querySelector('dialog')?.close();
  }

  private input(kind: TagKind): TemplateResult {
    const set = (e: Event) => { this.value = (e.target as HTMLInputElement).value; };
    if (kind.form === 'date') return this.date();
    if (kind.form === 'code') return html`<label class="field"><span>${say('value')}</span><select data-testid="tag-value" @change=${set}>${kind.values.map(v => html`<option value=${v.code} ?selected=${v.code === this.value}>${v.title}</option>`)}</select></label>`;
    const count = kind.form === 'count';
    return html`<label class="field"><span>${say('value')}</span><input data-testid="tag-value" required type=${count ? 'number' : 'text'} min="0" maxlength="200" autocomplete="off" .value=${this.value} @input=${set}></label>`;
  }

  private date(): TemplateResult {
    const months = Array.from({ length: 12 }, (_, i) => new Intl.DateTimeFormat(lang(), { month: 'long' }).format(new Date(2024, i, 1)));
    return html`<div class="date-row"><label class="field"><span>${say('month')}</span><select data-testid="tag-month" @change=${(e: Event) => { this.month = (e.target as HTMLSelectElement).value; }}>${months.map((m, i) => html`<option value=${i + 1} ?selected=${String(i + 1) === this.month}>${m}</option>`)}</select></label>
      <label class="field"><span>${say('dayOf')}</span><input type="number" data-testid="tag-day" required min="1" max="31" .value=${this.dayOf} @input=${(e: Event) => { this.dayOf = (e.target as HTMLInputElement).value; }}></label>
      <label class="field"><span>${say('year')}</span><input type="number" data-testid="tag-year" min="1900" max="2100" .value=${this.year} @input=${(e: Event) => { this.year = (e.target as HTMLInputElement).value; }}></label></div>`;
  }

  protected override render(): TemplateResult {
    const kinds = this.room.kinds.filter(k => k.purposes.includes(this.purpose));
    const kind = kinds.find(k => k.id === this.kind);
    const name = this.room.names.get(this.client) ?? say('nameless');
    return html`<dialog data-testid="tag-dialog" aria-labelledby="tag-title"><div class="dialog-top"><h2 id="tag-title">${say('tagFor', { name })}</h2>
        <button type="button" class="round small" aria-label=${common('close')} @click=${() => this.close()}>${icon('close')}</button></div>
      <form class="stack" @submit=${(e: Event) => { e.preventDefault(); if (kind) void this.save(kind); }}>
        <fieldset class="pills"><legend class="fine">${say('purpose')}</legend>${this.usable().map(p => html`<label class="pill"><input type="radio" name="purpose" value=${p.id} data-testid="tag-purpose-${p.id}" .checked=${p.id === this.purpose} @change=${() => this.choose(p.id)}>
          ${badge({ title: p.title, basis: p.basis, ...(this.consents.find(c => c.purpose === p.id) ?? { status: 'none' as const }) })}</label>`)}</fieldset>
        <label class="field"><span>${say('kind')}</span><select data-testid="tag-kind" @change=${(e: Event) => this.pick((e.target as HTMLSelectElement).value)}>${kinds.map(k => html`<option value=${k.id} ?selected=${k.id === this.kind}>${k.title}</option>`)}</select></label>
        ${kind ? this.input(kind) : nothing}
        ${this.refusal ? html`<div role="alert" class="refusal" data-testid="tag-refused"><b>${say('refused')}</b>${reasonChip(reasonOf(this.refusal), () => void this.ask())}</div>` : nothing}
        <p role="status">${this.word}</p>
        <div class="dialog-acts"><button type="button" class="quiet" @click=${() => this.close()}>${common('cancel')}</button>
          <button class="main" data-testid="tag-save" ?disabled=${this.busy || !kind}>${say('save')}</button></div></form></dialog>`;
  }
}

customElements.define('cf-tag-dialog', TagDialog);
