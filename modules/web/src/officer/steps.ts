/** What an officer does with the consents of one pseudonym, each step with what it does in words. */
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { audit, type Failure } from '../api.ts';
import type { Asking, AuditConsent, AuditHolds } from '../contract.ts';
import { Page } from '../page.ts';
import { asFailure, reasonChip, reasonOf, valid } from '../ui/signs.ts';
import { say } from '../words/steps.ts';
import type { Holds } from './holds.ts';
import './holds.ts';

const STEPS = ['revoke', 'invalidate', 'anew', 'place'] as const;
type Step = (typeof STEPS)[number];
const GROUNDS = ['no-proof', 'minor', 'wrong-notice', 'complaint', 'authority'] as const;
const CLAIMS = ['claim', 'court', 'authority', 'complaint'] as const;
const TEXTS = { revoke: 'revokeText', invalidate: 'invalidateText', anew: 'anewText', place: 'placeText' } as const;
const DONE = { revoke: 'revoked', invalidate: 'invalidated', anew: 'asked', place: 'placed' } as const;

class Steps extends Page {
  static override properties = { pseudonym: { attribute: false }, events: { attribute: false } };
  declare pseudonym: string;
  /** The history of consent as it was fetched last, oldest first. */
  declare events: AuditConsent[];
  asking: Asking = 'audit';
  private step: Step = 'revoke';
  private purpose = '';
  private reason = '';
  private sure = false;
  private word = '';
  private refusal: Failure | null = null;
  private busy = false;
  private holds: AuditHolds | null = null;

  protected override willUpdate(changed: PropertyValues): void {
    if (!changed.has('pseudonym')) return;
    this.holds = null;
    this.clear();
  }

  protected override updated(changed: PropertyValues): void {
    // The history was fetched again because something was done: the holds may be others by now.
    if (changed.has('events') && !changed.has('pseudonym')) void this.list()?.load();
  }

  private clear(): void {
    this.purpose = this.reason = this.word = '';
    this.sure = false;
    this.refusal = null;
  }

  private list(): Holds | null {
    return this.querySelector<Holds>('cf-holds');
  }

  /** The purposes on which a step can be taken now. */
  private open(): { id: string; title: string }[] {
    if (this.step === 'place') return this.holds?.purposes ?? [];
    const last = new Map(this.events.map(e => [e.purpose, e]));
    const ends = (e: AuditConsent) => valid(e.status) || (this.step === 'invalidate' && e.status === 'pending');
    return [...last.values()].filter(ends).map(e => ({ id: e.purpose, title: e.title ?? e.purpose }));
  }

  private async take(e: Event, purpose: { id: string; title: string }, reason: string): Promise<void> {
    e.preventDefault();
    const step = this.step;
    this.busy = true;
    this.word = '';
    this.refusal = null;
    this.requestUpdate();
    try {
      if (step === 'revoke') await audit.revoke(this.pseudonym, purpose.id, reason);
      if (step === 'invalidate') await audit.invalidate(this.pseudonym, purpose.id, reason);
      if (step === 'anew') await audit.askAnew(this.pseudonym, purpose.id);
      if (step === 'place') await audit.placeHold(this.pseudonym, purpose.id, reason);
      this.clear();
      this.word = say(DONE[step], { title: purpose.title });
      this.dispatchEvent(new CustomEvent('taken', { bubbles: true }));
    } catch (failed) {
      this.refusal = asFailure(failed);
    }
    this.busy = false;
    this.requestUpdate();
  }

  private choose(step: Step): void {
    this.step = step;
    this.clear();
    this.requestUpdate();
  }

  private form(): TemplateResult {
    const open = this.open();
    const purpose = open.find(p => p.id === this.purpose) ?? open[0];
    const reasons = this.step === 'place' ? CLAIMS : GROUNDS;
    const reason = reasons.find(r => r === this.reason) ?? reasons[0];
    return html`<form class="steps" data-testid="steps" @submit=${(e: Event) => (purpose ? void this.take(e, purpose, reason) : e.preventDefault())}>
      <label class="field"><span>${say('step')}</span><select data-testid="step-kind" @change=${(e: Event) => this.choose((e.target as HTMLSelectElement).value as Step)}>${STEPS.map(s => html`<option value=${s} ?selected=${s === this.step}>${say(s)}</option>`)}</select></label>
      <p data-testid="step-text">${say(TEXTS[this.step])}</p>
      ${!purpose ? html`<p class="fine" data-testid="step-none">${this.step === 'place' ? nothing : say('nothingOpen')}</p>` : html`
        <label class="field"><span>${say('purpose')}</span><select data-testid="step-purpose" @change=${(e: Event) => { this.purpose = (e.target as HTMLSelectElement).value; this.requestUpdate(); }}>${open.map(p => html`<option value=${p.id} ?selected=${p.id === purpose.id}>${p.title}</option>`)}</select></label>
        ${this.step === 'anew' ? nothing : html`<label class="field"><span>${say('reason')}</span><select data-testid="step-reason" @change=${(e: Event) => { this.reason = (e.target as HTMLSelectElement).value; this.requestUpdate(); }}>${reasons.map(r => html`<option value=${r} ?selected=${r === reason}>${say(r)}</option>`)}</select></label>`}
        ${this.step !== 'revoke' && this.step !== 'invalidate' ? nothing : html`<label class="sure"><input type="checkbox" required data-testid="step-sure" .checked=${this.sure} @change=${(e: Event) => { this.sure = (e.target as HTMLInputElement).checked; }}><span>${say('sure')}</span></label>`}
        <button class="main" data-testid="step-take" ?disabled=${this.busy}>${say('take')}</button>`}</form>`;
  }

  protected override render(): TemplateResult {
    return html`<h3>${say('title')}</h3><p class="fine">${say('lead')}</p>${this.form()}
      <p role="status" class="card-word" data-testid="step-word">${this.word}</p>
      ${this.refusal ? html`<div role="alert" data-testid="step-refused">${reasonChip(reasonOf(this.refusal))}</div>` : nothing}
      <cf-holds .asking=${this.asking} .pseudonym=${this.pseudonym} @found=${() => { this.holds = this.list()?.found ?? null; this.requestUpdate(); }}></cf-holds>`;
  }
}

customElements.define('cf-steps', Steps);
