/** What will be taken away because its time is over: asked for on purpose, since each question becomes an entry. */
import { html, nothing, type TemplateResult } from 'lit';
import { audit, type Failure } from '../api.ts';
import type { Asking, RetentionRow } from '../contract.ts';
import { Page } from '../page.ts';
import { asFailure, broken, empty } from '../ui/signs.ts';
import { precise } from '../ui/when.ts';
import { say } from '../words/retention.ts';

const DAYS = [[30, 'days30'], [90, 'days90'], [365, 'days365'], [1095, 'days1095']] as const;
const STATES = { due: 'isDue', held: 'isHeld', shut: 'isShut' } as const;

class Retention extends Page {
  asking: Asking = 'audit';
  private days = 30;
  private rows: RetentionRow[] | null = null;
  private next: string | undefined;
  private failure: Failure | null = null;

  protected override languageChanged(): void {
    if (this.rows) void this.ask();
  }

  private async ask(cursor?: string): Promise<void> {
    try {
      const page = await audit.retention(this.asking, this.days, cursor);
      // A second tap asked for the same page.
      if (cursor && cursor !== this.next) return;
      this.rows = cursor ? [...(this.rows ?? []), ...page.rows] : page.rows;
      this.next = page.next;
      this.failure = null;
    } catch (e) {
      this.failure = asFailure(e);
    }
    this.requestUpdate();
  }

  private row(r: RetentionRow): TemplateResult {
    return html`<tr data-state=${r.state} data-class=${r.dataClass}><td><time datetime=${r.due}>${precise(r.due)}</time></td><td><code>${r.pseudonym.slice(0, 12)}</code></td><td>${r.classTitle}</td><td>${r.purposeTitle}</td><td class="num">${r.count}</td>
      <td>${r.cause === 'own' ? say('byOwn') : say('byClass', { n: r.keptDays })}</td><td>${r.ruleTitle}<br><code class="soft">${r.rule}</code></td><td>${say(STATES[r.state])}</td></tr>`;
  }

  private table(rows: RetentionRow[]): TemplateResult {
    if (rows.length === 0) return empty(say('empty'), say('emptyText'));
    const heads = ['due', 'pseudonym', 'dataClass', 'purpose', 'count', 'cause', 'rule', 'state'] as const;
    return html`<div class="table-frame tall" tabindex="0" role="region" aria-label=${say('title')}><table class="dense" data-testid="retention"><thead><tr>${heads.map(h => html`<th scope="col">${say(h)}</th>`)}</tr></thead>
      <tbody>${rows.map(r => this.row(r))}</tbody></table></div>
      ${this.next ? html`<button type="button" class="quiet" data-testid="retention-more" @click=${() => void this.ask(this.next)}>${say('more')}</button>` : nothing}`;
  }

  protected override render(): TemplateResult {
    return html`<section><h2>${say('title')}</h2><p class="fine">${say('lead')}</p>
      <form class="filters" @submit=${(e: Event) => { e.preventDefault(); void this.ask(); }}>
        <label class="field"><span>${say('within')}</span><select data-testid="retention-days" @change=${(e: Event) => { this.days = Number((e.target as HTMLSelectElement).value); }}>${DAYS.map(([n, word]) => html`<option value=${n} ?selected=${n === this.days}>${say(word)}</option>`)}</select></label>
        <button class="main" data-testid="retention-show">${say('show')}</button></form>
      ${this.failure ? broken(this.failure, () => void this.ask()) : nothing}
      ${this.rows ? this.table(this.rows) : nothing}</section>`;
  }
}

customElements.define('cf-retention', Retention);
