/** What a file of contacts said of a client's earlier consents; asked for by a click, since it is a reading. */
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { audit, type Failure } from '../api.ts';
import type { Asking, AuditEvidence } from '../contract.ts';
import { Page } from '../page.ts';
import { asFailure, broken, empty } from '../ui/signs.ts';
import { precise } from '../ui/when.ts';
import { say } from '../words/evidence.ts';

class Evidence extends Page {
  static override properties = { pseudonym: { attribute: false } };
  declare pseudonym: string;
  asking: Asking = 'audit';
  private found: AuditEvidence | null = null;
  private failure: Failure | null = null;

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('pseudonym')) this.found = this.failure = null;
  }

  private async ask(): Promise<void> {
    const whose = this.pseudonym;
    try {
      const found = await audit.evidence(whose, this.asking);
      if (whose === this.pseudonym) this.found = found;
      this.failure = null;
    } catch (e) {
      this.failure = asFailure(e);
    }
    this.requestUpdate();
  }

  private table(found: AuditEvidence): TemplateResult {
    if (found.papers.length === 0) return empty(say('none'), say('noneText'));
    return html`<p class="fine" role="status">${say('lead')}</p><div class="table-frame" tabindex="0" role="region" aria-label=${say('title')}><table data-testid="evidence"><thead><tr><th scope="col">${say('purpose')}</th><th scope="col">${say('agreed')}</th><th scope="col">${say('words')}</th><th scope="col">${say('at')}</th></tr></thead>
      <tbody>${found.papers.map(p => html`<tr><td>${p.purpose}</td><td>${p.agreedAt}</td><td>${p.words}</td><td><time datetime=${p.at}>${precise(p.at)}</time></td></tr>`)}</tbody></table></div>`;
  }

  protected override render(): TemplateResult {
    return html`<div class="room-bar"><button type="button" class="quiet small" data-testid="evidence-show" @click=${() => void this.ask()}>${say('show')}</button></div>
      ${this.failure ? broken(this.failure, () => void this.ask()) : this.found ? this.table(this.found) : nothing}`;
  }
}

customElements.define('cf-evidence', Evidence);
