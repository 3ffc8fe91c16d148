/** How the consents of one client stood on a day that is past, and which consents of the house end soon. */
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { audit, type Failure } from '../api.ts';
import type { Asking, AuditStanding, EndingRow } from '../contract.ts';
import { Page } from '../page.ts';
import { asFailure, badge, broken, empty, statusWord } from '../ui/signs.ts';
import { precise } from '../ui/when.ts';
import { say } from '../words/standing.ts';
import { Listing, type Words } from './listing.ts';

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

class Ending extends Listing<EndingRow> {
  protected readonly name = 'ending';

  protected bring(cursor?: string) {
    return audit.ending(this.asking, this.days, cursor);
  }

  protected words(): Words {
    return { title: say('title'), lead: say('lead'), within: say('within'), show: say('list'), more: say('more') };
  }

  protected choices() {
    return DAYS.map(([n, word]) => [n, say(word)] as const);
  }

  protected table(rows: EndingRow[]): TemplateResult {
    if (rows.length === 0) return empty(say('empty'), say('emptyText'));
    return html`<div class="table-frame tall" tabindex="0" role="region" aria-label=${say('title')}><table data-testid="ending"><thead><tr><th scope="col">${say('until')}</th><th scope="col">${say('pseudonym')}</th><th scope="col">${say('purpose')}</th></tr></thead>
      <tbody>${rows.map(r => html`<tr><td><time datetime=${r.until}>${precise(r.until)}</time></td><td><code>${r.pseudonym.slice(0, 12)}</code></td><td>${r.title}</td></tr>`)}</tbody></table></div>`;
  }
}

customElements.define('cf-standing', Standing);
customElements.define('cf-ending', Ending);
