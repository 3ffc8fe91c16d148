/** Sends that stand in the ledger without a valid consent at their moment: there must be none. */
import { html, nothing, type TemplateResult } from 'lit';
import { audit } from '../api.ts';
import type { AuditSends, SendRow } from '../contract.ts';
import { icon } from '../ui/icons.ts';
import { badge, statusWord } from '../ui/signs.ts';
import { precise } from '../ui/when.ts';
import { say } from '../words/sends.ts';
import { Listing, type Words } from './listing.ts';

const DAYS = [[1, 'days1'], [30, 'days30'], [90, 'days90'], [365, 'days365'], [3650, 'days3650']] as const;
const number = (n: number) => n.toLocaleString();

class Sends extends Listing<SendRow, AuditSends> {
  protected readonly name = 'sends';
  private entries = 0;
  private sends = 0;
  private unjudged = 0;
  private left = 0;
  /** As the first part answered it, so that all parts are of one span. */
  private span = { from: '', to: '' };
  private reached = '';

  protected bring(cursor?: string) {
    const from = new Date(Date.now() - this.days * 86_400_000).toISOString();
    return audit.sends(this.asking, cursor ? { ...this.span, cursor } : { from });
  }

  protected override taken(part: AuditSends, first: boolean): void {
    if (first) {
      this.entries = this.sends = this.unjudged = this.left = 0;
      this.span = { from: part.from, to: part.to };
      this.reached = '';
    }
    this.entries += part.entries;
    this.sends += part.sends;
    this.unjudged += part.unjudged;
    this.left += part.rows.filter(row => !row.stopped).length;
    this.reached = part.reached ?? this.reached;
  }

  protected words(): Words {
    return { title: say('title'), lead: say('lead'), within: say('within'), show: say('show'), more: say('more') };
  }

  protected choices() {
    return DAYS.map(([n, word]) => [n, say(word)] as const);
  }

  /** What was looked through; while there is more, so far. */
  private looked(): TemplateResult {
    const values = { sends: number(this.sends), entries: number(this.entries), from: precise(this.span.from), to: precise(this.span.to), reached: this.reached ? precise(this.reached) : precise(this.span.to) };
    return html`<p data-testid="sends-looked">${say(this.next ? 'soFar' : 'looked', values)}</p>
      ${this.unjudged ? html`<p data-testid="sends-unjudged">${say('unjudged', { n: number(this.unjudged) })}</p>` : nothing}`;
  }

  private row(r: SendRow): TemplateResult {
    return html`<tr data-purpose=${r.purpose} data-stopped=${r.stopped ? 'yes' : 'no'}><td class="num">${r.index}</td><td><time datetime=${r.at}>${precise(r.at)}</time></td><td><code>${r.pseudonym.slice(0, 12)}</code></td><td>${r.title}</td>
      <td><span class="badges">${badge({ title: r.title, status: r.status }, false)} ${statusWord(r.status)}</span>${r.since ? html`<br><span class="soft">${say('since', { at: precise(r.since) })}</span>` : nothing}</td>
      <td>${r.ruleTitle}<br><code class="soft">${r.rule}</code></td><td>${say(r.stopped ? 'wasStopped' : 'wasSent')}</td></tr>`;
  }

  protected table(rows: SendRow[]): TemplateResult {
    const verdict = this.left ? say('some', { n: number(this.left) }) : this.next ? say('noneYet') : say('none');
    const sign = this.left ? 'bad' : this.next ? 'open' : 'good';
    const heads = ['index', 'at', 'pseudonym', 'purpose', 'status', 'rule', 'what'] as const;
    return html`<div class="verdict ${sign}" role="status" data-testid="sends-verdict" data-sign=${sign}>${icon(sign === 'good' ? 'check' : sign === 'bad' ? 'alert' : 'clock')}<div><b>${verdict}</b>${this.looked()}</div></div>
      ${rows.length ? html`<div class="table-frame tall" tabindex="0" role="region" aria-label=${say('title')}><table class="dense" data-testid="sends"><thead><tr>${heads.map(h => html`<th scope="col">${say(h)}</th>`)}</tr></thead>
        <tbody>${rows.map(r => this.row(r))}</tbody></table></div>` : nothing}`;
  }
}

customElements.define('cf-sends', Sends);
