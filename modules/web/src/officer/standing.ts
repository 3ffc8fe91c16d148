/** How the consents of one client stood on a day that is past, and which consents of the house end soon. */
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { audit, type Failure } from '../api.ts';
import type { Asking, AuditStanding, EndingRow } from '../contract.ts';
import { Page } from '../page.ts';
import { asFailure, badge, broken, empty, statusWord } from '../ui/signs.ts';
import { precise } from '../ui/when.ts';
import { say } from '../words/standing.ts';

const DAYS = [[30, 'days30'], [90, 'days90'], [1095, 'days1095']] as const;

class Standing extends Page {
  static override properties = { pseudonym: { attribute: false } };
  declare pseudonym: string;
  asking: Asking = 'audit';
  private date = '';
  private time = '23:59';
  private found: AuditStanding | null = null;
  private failure: Failure | null = null;

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('pseudonym')) this.found = this.failure = null;
  }

  protected override languageChanged(): void {
    if (this.found) void this.ask();
  }

  private async ask(): Promise<void> {
    const whose = this.pseudonym;
    // The end of a day that is not over yet is now.
    const then = Math.min(Date.parse(`${this.date}T${this.time}:59`), Date.now() - 1000);
    try {
      const found = await audit.standing(whose, this.asking, new Date(then).toISOString());
      if (whose === this.pseudonym) this.found = found;
      this.failure = null;
    } catch (e) {
      this.failure = asFailure(e);
    }
    this.requestUpdate();
  }

  private table(found: AuditStanding): TemplateResult {
    if (found.standings.length === 0) return empty(say('nothing'), say('nothingText'));
    const title = say('stood', { at: precise(found.at) });
    const at = (time?: string) => (time ? html`<time datetime=${time}>${precise(time)}</time>` : '–');
    return html`<p role="status">${title}</p><div class="table-frame" tabindex="0" role="region" aria-label=${title}><table data-testid="standing"><thead><tr><th scope="col">${say('purpose')}</th><th scope="col">${say('status')}</th><th scope="col">${say('since')}</th><th scope="col">${say('until')}</th></tr></thead>
      <tbody>${found.standings.map(s => html`<tr data-purpose=${s.purpose} data-status=${s.status}><td>${s.title}</td><td><span class="badges">${badge({ title: s.title, status: s.status }, false)} ${statusWord(s.status)}</span></td><td>${at(s.since)}</td><td>${at(s.until)}</td></tr>`)}</tbody></table></div>`;
  }

  protected override render(): TemplateResult {
    return html`<form class="filters" @submit=${(e: Event) => { e.preventDefault(); void this.ask(); }}>
        <label class="field"><span>${say('when')}</span><input type="date" required data-testid="standing-date" .value=${this.date} @input=${(e: Event) => { this.date = (e.target as HTMLInputElement).value; }}></label>
        <label class="field"><span>${say('time')}</span><input type="time" required data-testid="standing-time" .value=${this.time} @input=${(e: Event) => { this.time = (e.target as HTMLInputElement).value; }}></label>
        <button class="quiet" data-testid="standing-show">${say('show')}</button></form>
      ${this.failure ? broken(this.failure, () => void this.ask()) : nothing}
      ${this.found ? this.table(this.found) : nothing}`;
  }
}

class Ending extends Page {
  asking: Asking = 'audit';
  private days = 30;
  private rows: EndingRow[] | null = null;
  private next: string | undefined;
  private failure: Failure | null = null;

  protected override languageChanged(): void {
    if (this.rows) void this.ask();
  }

  private async ask(cursor?: string): Promise<void> {
    try {
      const page = await audit.ending(this.asking, this.days, cursor);
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

  private table(rows: EndingRow[]): TemplateResult {
    if (rows.length === 0) return empty(say('empty'), say('emptyText'));
    return html`<div class="table-frame tall" tabindex="0" role="region" aria-label=${say('title')}><table data-testid="ending"><thead><tr><th scope="col">${say('until')}</th><th scope="col">${say('pseudonym')}</th><th scope="col">${say('purpose')}</th></tr></thead>
      <tbody>${rows.map(r => html`<tr><td><time datetime=${r.until}>${precise(r.until)}</time></td><td><code>${r.pseudonym.slice(0, 12)}</code></td><td>${r.title}</td></tr>`)}</tbody></table></div>
      ${this.next ? html`<button type="button" class="quiet" data-testid="ending-more" @click=${() => void this.ask(this.next)}>${say('more')}</button>` : nothing}`;
  }

  protected override render(): TemplateResult {
    return html`<section><h2>${say('title')}</h2><p class="fine">${say('lead')}</p>
      <form class="filters" @submit=${(e: Event) => { e.preventDefault(); void this.ask(); }}>
        <label class="field"><span>${say('within')}</span><select data-testid="ending-days" @change=${(e: Event) => { this.days = Number((e.target as HTMLSelectElement).value); }}>${DAYS.map(([n, word]) => html`<option value=${n} ?selected=${n === this.days}>${say(word)}</option>`)}</select></label>
        <button class="main" data-testid="ending-show">${say('list')}</button></form>
      ${this.failure ? broken(this.failure, () => void this.ask()) : nothing}
      ${this.rows ? this.table(this.rows) : nothing}</section>`;
  }
}

customElements.define('cf-standing', Standing);
customElements.define('cf-ending', Ending);
