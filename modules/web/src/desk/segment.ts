/** A question to the pool, counted before and after consent while it is being asked. */
import { html, nothing, type TemplateResult } from 'lit';
import { desk, type Failure } from '../api.ts';
import type { Condition, SegmentCount, SegmentPage, TagKind } from '../contract.ts';
import { Page } from '../page.ts';
import { icon } from '../ui/icons.ts';
import { asFailure, broken, empty, reasonChip, skeleton } from '../ui/signs.ts';
import { say as common } from '../words/common.ts';
import { say as contacts } from '../words/contacts.ts';
import { say } from '../words/desk.ts';
import type { Room } from './room.ts';

export interface Question { purpose: string; conditions: Condition[] }
type Kind = Condition['kind'];

export class SegmentRoom extends Page {
  static override properties = { room: { attribute: false }, question: { attribute: false } };
  declare room: Room;
  /** Kept by the desk, so that the library can share with it. */
  declare question: Question;
  private count: SegmentCount | null = null;
  private page: SegmentPage | null = null;
  private failure: Failure | null = null;
  private timer = 0;
  private asked = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.ask();
  }

  protected override languageChanged(): void {
    void this.ask();
  }

  private changed(): void {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.ask(), 250);
    this.requestUpdate();
  }

  private async ask(): Promise<void> {
    const turn = ++this.asked;
    const { purpose, conditions } = this.question;
    try {
      const [count, page] = await Promise.all([desk.count(purpose, conditions), desk.page(purpose, conditions)]);
      if (turn !== this.asked) return;
      this.count = count;
      this.page = page;
      this.failure = null;
      for (const r of page.rows) if (r.name) this.room.names.set(r.clientId, r.name);
    } catch (e) {
      if (turn === this.asked) this.failure = asFailure(e);
    }
    this.requestUpdate();
  }

  private async more(): Promise<void> {
    const next = await desk.page(this.question.purpose, this.question.conditions, this.page?.next).catch(() => null);
    if (!next || !this.page) return;
    this.page = { ...next, rows: [...this.page.rows, ...next.rows] };
    this.requestUpdate();
  }

  private fresh(kind: Kind): Condition {
    const coded = this.room.kinds.find(k => k.form === 'code');
    const counted = this.room.kinds.find(k => k.form === 'count');
    const dated = this.occasions()[0];
    if (kind === 'tag') return { kind, tag: coded?.id ?? 'region', value: coded?.values[0]?.code ?? '' };
    if (kind === 'atLeast') return { kind, tag: counted?.id ?? 'purchases', count: 3 };
    if (kind === 'occasionWithin') return { kind, occasion: dated?.id ?? 'birthday', days: 30 };
    return { kind, from: 20, to: 30 };
  }

  private occasions(): TagKind[] {
    return this.room.kinds.filter(k => k.occasion || k.form === 'date');
  }

  private put(i: number, c: Condition): void {
    this.question.conditions[i] = c;
    this.changed();
  }

  private number(label: string, id: string, value: number, set: (n: number) => void): TemplateResult {
    return html`<label><span class="unseen">${label}</span><input type="number" min="0" data-testid=${id} .value=${String(value)} @input=${(e: Event) => {
      const n = (e.target as HTMLInputElement).valueAsNumber;
      if (Number.isInteger(n) && n >= 0) set(n);
    }}></label>`;
  }

  private pick(label: string, id: string, value: string, options: { id: string; title: string }[], set: (v: string) => void): TemplateResult {
    return html`<label><span class="unseen">${label}</span><select data-testid=${id} @change=${(e: Event) => set((e.target as HTMLSelectElement).value)}>
      ${options.map(o => html`<option value=${o.id} ?selected=${o.id === value}>${o.title}</option>`)}</select></label>`;
  }

  private fields(c: Condition, i: number): TemplateResult {
    const id = `condition-${i}`;
    if (c.kind === 'age') return html`<span>${say('from')}</span>${this.number(say('from'), `${id}-from`, c.from, n => this.put(i, { ...c, from: n }))}<span>${say('to')}</span>${this.number(say('to'), `${id}-to`, c.to, n => this.put(i, { ...c, to: n }))}`;
    if (c.kind === 'occasionWithin') return html`${this.pick(say('occasion'), `${id}-occasion`, c.occasion, this.occasions(), v => this.put(i, { ...c, occasion: v }))}${this.number(say('withinDays'), `${id}-days`, c.days, n => this.put(i, { ...c, days: n }))}<span>${say('withinDays')}</span>`;
    if (c.kind === 'atLeast') return html`${this.pick(say('kind'), `${id}-tag`, c.tag, this.room.kinds.filter(k => k.form === 'count'), v => this.put(i, { ...c, tag: v }))}<span aria-hidden="true">≥</span>${this.number(say('times'), `${id}-count`, c.count, n => this.put(i, { ...c, count: n }))}`;
    const kind = this.room.kinds.find(k => k.id === c.tag);
    return html`${this.pick(say('kind'), `${id}-tag`, c.tag, this.room.kinds.filter(k => k.form === 'code' || k.form === 'text'), v => this.put(i, { ...c, tag: v, value: this.room.kinds.find(k => k.id === v)?.values[0]?.code ?? '' }))}
      ${kind?.form === 'code' ? this.pick(say('value'), `${id}-value`, c.value, kind.values.map(v => ({ id: v.code, title: v.title })), v => this.put(i, { ...c, value: v }))
        : html`<label><span class="unseen">${say('value')}</span><input data-testid="${id}-value" maxlength="200" .value=${c.value} @input=${(e: Event) => this.put(i, { ...c, value: (e.target as HTMLInputElement).value })}></label>`}`;
  }

  private condition(c: Condition, i: number): TemplateResult {
    const kinds: { id: Kind; title: string }[] = [{ id: 'age', title: say('age') }, { id: 'tag', title: say('tagIs') }, { id: 'atLeast', title: say('atLeast') }, { id: 'occasionWithin', title: say('occasionWithin') }];
    return html`<li><div class="condition" role="group" aria-label=${say('condition', { n: i + 1 })} data-testid="condition-${i}">
      ${this.pick(say('condition', { n: i + 1 }), `condition-${i}-kind`, c.kind, kinds, v => this.put(i, this.fresh(v as Kind)))}
      <label class="not"><input type="checkbox" data-testid="condition-${i}-not" .checked=${c.not ?? false} @change=${(e: Event) => this.put(i, { ...c, not: (e.target as HTMLInputElement).checked })}><span>${say('not')}</span></label>
      ${this.fields(c, i)}
      <button type="button" class="round small" aria-label=${say('removeCondition', { n: i + 1 })} @click=${() => { this.question.conditions.splice(i, 1); this.changed(); }}>${icon('close')}</button></div></li>`;
  }

  private answer(): TemplateResult {
    if (this.failure) return broken(this.failure, () => void this.ask());
    if (!this.count || !this.page) return skeleton(4);
    const c = this.count;
    return html`<div class="counts" role="status"><p><b class="count" data-testid="count-before">${c.before}</b><span>${say('fit')}</span></p><span class="arrow" aria-hidden="true">→</span>
        <p><b class="count strong" data-testid="count-after">${c.after}</b><span>${say('mayUse')}</span></p>
        ${c.micros === undefined ? nothing : html`<span class="fine">${say('took', { n: c.micros.toLocaleString() })}</span>`}</div>
      ${c.refused.length === 0 ? nothing : html`<h3>${say('whyNot')}</h3><div class="chips" data-testid="refused">${c.refused.map(r => reasonChip(r))}</div>`}
      ${c.after === 0 ? empty(say('segmentEmpty'), say('segmentEmptyText')) : this.rows(this.page)}`;
  }

  private rows(page: SegmentPage): TemplateResult {
    return html`<div class="room-bar"><h3>${say('rows')}</h3><button type="button" class="main" data-testid="share-segment" @click=${() => this.room.show('library')}>${icon('library')}${say('shareThese')}</button></div>
      <ul class="names" data-testid="segment-rows">${page.rows.map(r => html`<li><button type="button" class="quiet" aria-label=${say('openPane', { name: r.name ?? say('nameless') })} data-testid="open-${r.clientId}"
        @click=${() => this.dispatchEvent(new CustomEvent('bring', { detail: r.clientId, bubbles: true }))}><span class="face small" aria-hidden="true">${[...(r.name ?? '?')][0]}</span>${r.name ?? say('nameless')}</button></li>`)}</ul>
      ${page.next ? html`<button type="button" class="quiet start" @click=${() => void this.more()}>${common('more')}</button>` : nothing}`;
  }

  protected override render(): TemplateResult {
    const purposes = this.room.purposes.filter(p => p.basis !== 'legal-duty');
    return html`<div class="room" data-testid="segment"><header class="room-bar"><div><h1>${say('segment')}</h1><p class="soft">${say('segmentText')}</p></div>
        <button type="button" class="quiet" data-testid="contacts-link" @click=${() => this.room.show('contacts')}>${icon('plus')}${contacts('title')}</button></header>
      <div class="question"><label class="field inline"><span>${say('forPurpose')}</span><select data-testid="segment-purpose" @change=${(e: Event) => { this.question.purpose = (e.target as HTMLSelectElement).value; this.changed(); }}>
          ${purposes.map(p => html`<option value=${p.id} ?selected=${p.id === this.question.purpose}>${p.title}</option>`)}</select></label>
        <ul class="conditions">${this.question.conditions.map((c, i) => this.condition(c, i))}</ul>
        <button type="button" class="quiet" data-testid="add-condition" @click=${() => { this.question.conditions.push(this.fresh('age')); this.changed(); }}>${icon('plus')}${say('addCondition')}</button></div>
      <div class="answer">${this.answer()}</div></div>`;
  }
}

customElements.define('cf-segment', SegmentRoom);
