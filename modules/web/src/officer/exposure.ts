/** Whose data a colleague saw in a span, for the report of a breach. */
import { html, nothing, type TemplateResult } from 'lit';
import { audit, staff, type Failure } from '../api.ts';
import type { Colleague, ExposureRow, Precision } from '../contract.ts';
import { Page } from '../page.ts';
import { asFailure, broken, empty, precisionWord } from '../ui/signs.ts';
import { precise } from '../ui/when.ts';
import { say } from '../words/exposure.ts';

const SHARPNESS: readonly Precision[] = ['exact', 'general', 'presence', 'none'];

/** Two findings of one pseudonym as one. */
function join(a: ExposureRow, b: ExposureRow): ExposureRow {
  const classes = new Map([...a.classes.map((c, i) => [c, a.titles[i] ?? c] as const), ...b.classes.map((c, i) => [c, b.titles[i] ?? c] as const)]);
  return {
    ...a, classes: [...classes.keys()], titles: [...classes.values()], times: a.times + b.times,
    sharpest: SHARPNESS.indexOf(a.sharpest) <= SHARPNESS.indexOf(b.sharpest) ? a.sharpest : b.sharpest,
    first: a.first < b.first ? a.first : b.first, last: a.last > b.last ? a.last : b.last,
  };
}

class Exposure extends Page {
  private colleagues: Colleague[] = [];
  private who = 0;
  private from = '';
  private to = '';
  private rows: Map<string, ExposureRow> | null = null;
  private entries = 0;
  /** While it goes through the ledger; what is shown below is of the question before. */
  private sofar = 0;
  private span = { from: '', to: '' };
  private failure: Failure | null = null;
  private turn = 0;
  private looking = false;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  protected override languageChanged(): void {
    if (this.rows) void this.look();
  }

  private async load(): Promise<void> {
    try {
      this.colleagues = (await staff.all()).staff;
    } catch (e) {
      this.again(asFailure(e), () => void this.load());
    }
    this.requestUpdate();
  }

  /** Goes on by itself until the span is gone through; one in another language takes its place. */
  private async look(): Promise<void> {
    const whom = this.colleagues[this.who];
    if (!whom) return;
    const turn = ++this.turn;
    const asked = { from: new Date(`${this.from}T00:00:00`).toISOString(), to: new Date(Date.parse(`${this.to}T00:00:00`) + 86_400_000).toISOString() };
    const rows = new Map<string, ExposureRow>();
    let cursor: string | undefined;
    let entries = 0;
    let span = this.span;
    this.looking = true;
    this.sofar = 0;
    this.requestUpdate();
    try {
      do {
        const part = await audit.exposure(whom, cursor ? { ...asked, cursor } : asked);
        if (turn !== this.turn) return;
        for (const row of part.rows) {
          const known = rows.get(row.pseudonym ?? '');
          rows.set(row.pseudonym ?? '', known ? join(known, row) : row);
        }
        this.sofar = entries += part.entries;
        span = { from: part.from, to: part.to };
        cursor = part.next;
        this.requestUpdate();
      } while (cursor);
      this.rows = rows;
      this.entries = entries;
      this.span = span;
      this.failure = null;
    } catch (e) {
      if (turn !== this.turn) return;
      this.failure = asFailure(e);
    }
    this.looking = false;
    this.requestUpdate();
  }

  private table(rows: ExposureRow[]): TemplateResult {
    if (rows.length === 0) return empty(say('empty'), say('emptyText'));
    const heads = ['pseudonym', 'classes', 'sharpest', 'times', 'first', 'last'] as const;
    return html`<p role="status" data-testid="exposure-sum"><b>${say('clients', { n: rows.filter(r => r.pseudonym).length })}</b> ${say('looked', { entries: this.entries.toLocaleString(), from: precise(this.span.from), to: precise(this.span.to) })}</p>
      <div class="table-frame tall" tabindex="0" role="region" aria-label=${say('title')}><table class="dense" data-testid="exposure"><thead><tr>${heads.map(h => html`<th scope="col">${say(h)}</th>`)}</tr></thead>
      <tbody>${rows.map(r => html`<tr><td>${r.pseudonym ? html`<code>${r.pseudonym.slice(0, 12)}</code>` : say('pool')}</td><td>${r.titles.join(', ')}</td><td>${precisionWord(r.sharpest)}</td><td class="num">${r.times}</td>
        <td><time datetime=${r.first}>${precise(r.first)}</time></td><td><time datetime=${r.last}>${precise(r.last)}</time></td></tr>`)}</tbody></table></div>`;
  }

  protected override render(): TemplateResult {
    const day = (key: 'from' | 'to') => (e: Event) => { this[key] = (e.target as HTMLInputElement).value; };
    return html`<section><h2>${say('title')}</h2><p class="fine">${say('lead')}</p>
      <form class="filters" @submit=${(e: Event) => { e.preventDefault(); void this.look(); }}>
        <label class="field"><span>${say('who')}</span><select data-testid="exposure-who" @change=${(e: Event) => { this.who = (e.target as HTMLSelectElement).selectedIndex; }}>${this.colleagues.map((c, i) => html`<option value=${`${c.part}/${c.id}`} ?selected=${i === this.who}>${c.name}</option>`)}</select></label>
        <label class="field"><span>${say('from')}</span><input type="date" required data-testid="exposure-from" .value=${this.from} @input=${day('from')}></label>
        <label class="field"><span>${say('to')}</span><input type="date" required data-testid="exposure-to" .value=${this.to} @input=${day('to')}></label>
        <button class="main" data-testid="exposure-show">${say('show')}</button></form>
      ${this.failure ? broken(this.failure, () => void this.look()) : nothing}
      ${this.looking ? html`<p role="status" class="fine">${say('looking', { n: this.sofar.toLocaleString() })}</p>` : nothing}
      ${this.rows ? this.table([...this.rows.values()]) : nothing}</section>`;
  }
}

customElements.define('cf-exposure', Exposure);
