/** Clients who have been silent for as long as their name or address is kept, and what keeps them. */
import { html, nothing, type TemplateResult } from 'lit';
import { audit } from '../api.ts';
import type { AuditSilentClients, SilentClient } from '../contract.ts';
import { empty } from '../ui/signs.ts';
import { day, precise } from '../ui/when.ts';
import { say } from '../words/silent.ts';
import { Listing, type Words } from './listing.ts';

const DAYS = [[30, 'days30'], [90, 'days90'], [365, 'days365'], [1095, 'days1095']] as const;
const SIGNS = { joined: 'joined', wrote: 'wrote', consent: 'consented' } as const;
const KEEPERS = {
  consent: 'byConsent', hold: 'byHold', request: 'byRequest', complaint: 'byComplaint', handover: 'byHandover', message: 'byMessage', share: 'byShare', rules: 'byRules',
} as const;

class SilentClients extends Listing<SilentClient, AuditSilentClients> {
  protected readonly name = 'silent-clients';
  private looked = 0;

  protected bring(cursor?: string) {
    return audit.silentClients(this.asking, this.days, cursor);
  }

  protected override taken(part: AuditSilentClients, first: boolean): void {
    this.looked = (first ? 0 : this.looked) + part.looked;
  }

  protected words(): Words {
    return { title: say('title'), lead: say('lead'), within: say('within'), show: say('show'), more: say('more') };
  }

  protected choices() {
    return DAYS.map(([n, word]) => [n, say(word)] as const);
  }

  private row(r: SilentClient): TemplateResult {
    return html`<tr data-kept=${r.keptBy.length > 0}><td>${r.due ? html`<time datetime=${r.due}>${precise(r.due)}</time>` : say('noDue')}</td><td><code>${r.pseudonym.slice(0, 12)}</code></td>
      <td><time datetime=${r.since}>${day(r.since)}</time><br><span class="soft">${say(SIGNS[r.sign])}</span></td>
      <td>${r.classes.map(c => c.title).join(' · ')}<br><span class="soft">${say('kept', { n: r.keptDays })}</span></td><td>${r.ruleTitle}<br><code class="soft">${r.rule}</code></td>
      <td>${r.keptBy.length === 0 ? say('isDue') : html`${say('isKept')}<br>${r.keptBy.map((k, i) => html`${i > 0 ? html`<br>` : nothing}<span class="soft">${say(KEEPERS[k])}</span>`)}`}</td></tr>`;
  }

  protected table(rows: SilentClient[]): TemplateResult {
    const looked = html`<p class="fine" data-testid="silent-clients-looked">${say(this.next ? 'soFar' : 'looked', { n: this.looked.toLocaleString() })}</p>`;
    if (rows.length === 0) return html`${looked}${empty(say('empty'), say('emptyText'))}`;
    const heads = ['due', 'pseudonym', 'since', 'what', 'rule', 'state'] as const;
    return html`${looked}<div class="table-frame tall" tabindex="0" role="region" aria-label=${say('title')}><table class="dense" data-testid="silent-clients"><thead><tr>${heads.map(h => html`<th scope="col">${say(h)}</th>`)}</tr></thead>
      <tbody>${rows.map(r => this.row(r))}</tbody></table></div>`;
  }
}

customElements.define('cf-silent-clients', SilentClients);
