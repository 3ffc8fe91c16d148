/** Beginnings of conversations that will be taken away because their time is over. */
import { html, type TemplateResult } from 'lit';
import { audit } from '../api.ts';
import type { AuditOldMessages, OldMessagesRow } from '../contract.ts';
import { empty } from '../ui/signs.ts';
import { precise } from '../ui/when.ts';
import { say } from '../words/messages.ts';
import { Listing, type Words } from './listing.ts';

const DAYS = [[30, 'days30'], [90, 'days90'], [365, 'days365'], [1095, 'days1095']] as const;
const STATES = { due: 'isDue', held: 'isHeld', shut: 'isShut' } as const;

class OldMessages extends Listing<OldMessagesRow, AuditOldMessages> {
  protected readonly name = 'old-messages';
  private looked = 0;

  protected bring(cursor?: string) {
    return audit.oldMessages(this.asking, this.days, cursor);
  }

  protected override taken(part: AuditOldMessages, first: boolean): void {
    this.looked = (first ? 0 : this.looked) + part.looked;
  }

  protected words(): Words {
    return { title: say('title'), lead: say('lead'), within: say('within'), show: say('show'), more: say('more') };
  }

  protected choices() {
    return DAYS.map(([n, word]) => [n, say(word)] as const);
  }

  private row(r: OldMessagesRow): TemplateResult {
    return html`<tr data-state=${r.state}><td><time datetime=${r.due}>${precise(r.due)}</time></td><td><code>${r.pseudonym.slice(0, 12)}</code></td><td class="num">${r.more ? say('atLeast', { n: r.count }) : r.count}</td>
      <td>${say('kept', { n: r.keptDays })}</td><td>${r.ruleTitle}<br><code class="soft">${r.rule}</code></td><td>${say(STATES[r.state])}</td></tr>`;
  }

  protected table(rows: OldMessagesRow[]): TemplateResult {
    const looked = html`<p class="fine" data-testid="old-messages-looked">${say(this.next ? 'soFar' : 'looked', { n: this.looked.toLocaleString() })}</p>`;
    if (rows.length === 0) return html`${looked}${empty(say('empty'), say('emptyText'))}`;
    const heads = ['due', 'pseudonym', 'count', 'cause', 'rule', 'state'] as const;
    return html`${looked}<div class="table-frame tall" tabindex="0" role="region" aria-label=${say('title')}><table class="dense" data-testid="old-messages"><thead><tr>${heads.map(h => html`<th scope="col">${say(h)}</th>`)}</tr></thead>
      <tbody>${rows.map(r => this.row(r))}</tbody></table></div>`;
  }
}

customElements.define('cf-old-messages', OldMessages);
