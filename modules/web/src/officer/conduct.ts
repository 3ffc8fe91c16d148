/** What stands out in how concierges looked at their clients: counts of a day, without a word of anybody. */
import { html, type TemplateResult } from 'lit';
import { audit, staff } from '../api.ts';
import type { AuditConduct, ConductRow } from '../contract.ts';
import { empty } from '../ui/signs.ts';
import { say } from '../words/conduct.ts';
import { Listing, type Words } from './listing.ts';

const DAYS = [[1, 'days1'], [7, 'days7'], [30, 'days30'], [90, 'days90']] as const;
const HEADS = ['day', 'who', 'clients', 'busiest', 'silent', 'night', 'stopped', 'glass'] as const;

class Conduct extends Listing<ConductRow, AuditConduct> {
  protected readonly name = 'conduct';
  private entries = 0;
  /** As the first part answered it, so that all parts are of one span. */
  private span = { from: '', to: '' };
  private names = new Map<string, string>();

  protected async bring(cursor?: string) {
    if (this.names.size === 0) this.names = new Map((await staff.all()).staff.map(one => [one.id, one.name]));
    return audit.conduct(this.asking, cursor ? { ...this.span, cursor } : { from: new Date(Date.now() - this.days * 86_400_000).toISOString() });
  }

  protected override taken(part: AuditConduct, first: boolean): void {
    if (first) {
      this.entries = 0;
      this.span = { from: part.from, to: part.to };
    }
    this.entries += part.entries;
  }

  protected words(): Words {
    return { title: say('title'), lead: say('lead'), within: say('within'), show: say('show'), more: say('more') };
  }

  protected choices() {
    return DAYS.map(([n, word]) => [n, say(word)] as const);
  }

  private row(r: ConductRow): TemplateResult {
    const counts = [r.clients, r.busiest, r.silent, r.night, r.stopped, r.glass];
    return html`<tr data-concierge=${r.concierge}><td><time datetime=${r.day}>${r.day}</time></td><td>${this.names.get(r.concierge) ?? html`<code>${r.concierge.slice(0, 8)}</code>`}</td>${counts.map(n => html`<td class="num">${n}</td>`)}</tr>`;
  }

  protected table(rows: ConductRow[]): TemplateResult {
    const looked = html`<p class="fine" data-testid="conduct-looked">${say(this.next ? 'soFar' : 'looked', { n: this.entries.toLocaleString() })}</p>`;
    if (rows.length === 0) return html`${looked}${empty(say('empty'), say('emptyText'))}`;
    return html`${looked}<div class="table-frame tall" tabindex="0" role="region" aria-label=${say('title')}><table class="dense" data-testid="conduct"><thead><tr>${HEADS.map(h => html`<th scope="col">${say(h)}</th>`)}</tr></thead>
      <tbody>${rows.map(r => this.row(r))}</tbody></table></div>`;
  }
}

customElements.define('cf-conduct', Conduct);
