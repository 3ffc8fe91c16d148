/** What will be taken away because its time is over. */
import { html, type TemplateResult } from 'lit';
import { audit } from '../api.ts';
import type { RetentionRow } from '../contract.ts';
import { empty } from '../ui/signs.ts';
import { precise } from '../ui/when.ts';
import { say } from '../words/retention.ts';
import { Listing, type Words } from './listing.ts';

const DAYS = [[30, 'days30'], [90, 'days90'], [365, 'days365'], [1095, 'days1095']] as const;
const STATES = { due: 'isDue', held: 'isHeld', shut: 'isShut' } as const;

class Retention extends Listing<RetentionRow> {
  protected readonly name = 'retention';

  protected bring(cursor?: string) {
    return audit.retention(this.asking, this.days, cursor);
  }

  protected words(): Words {
    return { title: say('title'), lead: say('lead'), within: say('within'), show: say('show'), more: say('more') };
  }

  protected choices() {
    return DAYS.map(([n, word]) => [n, say(word)] as const);
  }

  private row(r: RetentionRow): TemplateResult {
    return html`<tr data-state=${r.state} data-class=${r.dataClass}><td><time datetime=${r.due}>${precise(r.due)}</time></td><td><code>${r.pseudonym.slice(0, 12)}</code></td><td>${r.classTitle}</td><td>${r.purposeTitle}</td><td class="num">${r.count}</td>
      <td>${r.cause === 'own' ? say('byOwn') : say('byClass', { n: r.keptDays })}</td><td>${r.ruleTitle}<br><code class="soft">${r.rule}</code></td><td>${say(STATES[r.state])}</td></tr>`;
  }

  protected table(rows: RetentionRow[]): TemplateResult {
    if (rows.length === 0) return empty(say('empty'), say('emptyText'));
    const heads = ['due', 'pseudonym', 'dataClass', 'purpose', 'count', 'cause', 'rule', 'state'] as const;
    return html`<div class="table-frame tall" tabindex="0" role="region" aria-label=${say('title')}><table class="dense" data-testid="retention"><thead><tr>${heads.map(h => html`<th scope="col">${say(h)}</th>`)}</tr></thead>
      <tbody>${rows.map(r => this.row(r))}</tbody></table></div>`;
  }
}

customElements.define('cf-retention', Retention);
