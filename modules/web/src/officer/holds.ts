/** Legal holds: all that lie in the house, or all that ever lay on one pseudonym; and how they are lifted. */
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { audit, type Failure } from '../api.ts';
import type { Asking, AuditHold, AuditHolds } from '../contract.ts';
import { Page } from '../page.ts';
import { asFailure, broken, empty, reasonOf, skeleton } from '../ui/signs.ts';
import { precise } from '../ui/when.ts';
import { say } from '../words/steps.ts';

const ENDS = ['over', 'mistake', 'authority'] as const;
const WHY = ['claim', 'court', 'authority', 'complaint', ...ENDS] as const;

const why = (word: string): string => {
  const known = WHY.find(one => one === word);
  return known ? say(known) : word;
};

export class Holds extends Page {
  static override properties = { pseudonym: { attribute: false } };
  /** Empty for the whole house, which is asked for on purpose. */
  declare pseudonym: string | undefined;
  asking: Asking = 'audit';
  found: AuditHolds | null = null;
  private failure: Failure | null = null;
  private word = '';
  private busy = false;
  private chosen = new Map<string, string>();

  protected override willUpdate(changed: PropertyValues): void {
    if (!changed.has('pseudonym') || !this.pseudonym) return;
    this.found = null;
    this.word = '';
    void this.load();
  }

  protected override languageChanged(): void {
    if (this.found) void this.load();
  }

  async load(): Promise<void> {
    const whose = this.pseudonym;
    try {
      const found = await audit.holds(this.asking, whose);
      if (whose !== this.pseudonym) return;
      this.found = found;
      this.failure = null;
      this.dispatchEvent(new CustomEvent('found', { bubbles: true }));
    } catch (e) {
      if (whose === this.pseudonym) this.failure = asFailure(e);
    }
    this.requestUpdate();
  }

  private async lift(e: Event, h: AuditHold): Promise<void> {
    e.preventDefault();
    this.busy = true;
    this.word = '';
    this.requestUpdate();
    try {
      await audit.liftHold(h.pseudonym, h.purpose, this.chosen.get(key(h)) ?? ENDS[0]);
      this.word = say('lifted', { title: h.title });
      this.dispatchEvent(new CustomEvent('taken', { bubbles: true }));
      // Those of one pseudonym are looked at again together with its history.
      if (!this.pseudonym) await this.load();
    } catch (failed) {
      const failure = asFailure(failed);
      this.word = failure.status === 409 ? say('changed') : reasonOf(failure).reason;
      await this.load();
    }
    this.busy = false;
    this.requestUpdate();
  }

  private row(h: AuditHold): TemplateResult {
    return html`<tr data-testid="hold" data-held=${h.held} data-purpose=${h.purpose}><td><time datetime=${h.at}>${precise(h.at)}</time></td>${this.pseudonym ? nothing : html`<td><code>${h.pseudonym.slice(0, 12)}</code></td>`}
      <td>${h.title}</td><td>${why(h.reason)}</td><td>${h.held ? html`<form class="lift" @submit=${(e: Event) => void this.lift(e, h)}>
        <span>${say('lies')}</span><select aria-label=${say('liftWhy', { title: h.title })} data-testid="lift-why" @change=${(e: Event) => { this.chosen.set(key(h), (e.target as HTMLSelectElement).value); }}>${ENDS.map(w => html`<option value=${w} ?selected=${w === this.chosen.get(key(h))}>${say(w)}</option>`)}</select>
        <button class="quiet small" aria-label=${say('liftOf', { title: h.title })} data-testid="lift" ?disabled=${this.busy}>${say('lift')}</button></form>` : say('ended', { why: why(h.lifted ?? '') })}</td></tr>`;
  }

  private table(f: AuditHolds): TemplateResult {
    if (f.total === 0) return this.pseudonym ? html`<p class="fine" data-testid="holds-none">${say('noneHere')}</p>` : empty(say('holdsEmpty'), say('holdsEmptyText'));
    const heads = ['at', ...(this.pseudonym ? [] : (['pseudonym'] as const)), 'purpose', 'reason', 'state'] as const;
    return html`<p class="fine">${say('liftText')}</p><div class="table-frame" tabindex="0" role="region" aria-label=${say('holds')}><table data-testid="holds"><thead><tr>${heads.map(h => html`<th scope="col">${say(h)}</th>`)}</tr></thead>
      <tbody>${f.holds.map(h => this.row(h))}</tbody></table></div>
      ${f.total > f.holds.length ? html`<p class="fine">${say('more', { n: f.total - f.holds.length })}</p>` : nothing}`;
  }

  protected override render(): TemplateResult {
    const waits = this.pseudonym && !this.failure ? skeleton(2) : nothing;
    return html`${this.pseudonym ? html`<h3>${say('holds')}</h3>` : html`<h2>${say('holds')}</h2><p class="fine">${say('holdsText')}</p>
        <button type="button" class="main" data-testid="holds-show" @click=${() => void this.load()}>${say('list')}</button>`}
      <p role="status" class="card-word" data-testid="hold-word">${this.word}</p>
      ${this.failure ? broken(this.failure, () => void this.load()) : this.found ? this.table(this.found) : waits}`;
  }
}

const key = (h: AuditHold): string => `${h.pseudonym}/${h.purpose}`;

customElements.define('cf-holds', Holds);
