/** When concierges broke glass: what nobody has reviewed first, each with what was stated and its verdict. */
import { html, nothing, type TemplateResult } from 'lit';
import { audit, staff, type Failure } from '../api.ts';
import type { Asking, AuditLook, AuditLooks, Verdict } from '../contract.ts';
import { Page } from '../page.ts';
import { asFailure, broken, empty, reasonOf, skeleton } from '../ui/signs.ts';
import { clock, precise } from '../ui/when.ts';
import { say } from '../words/glass.ts';

const HEADS = ['at', 'who', 'pseudonym', 'what', 'why', 'readings', 'statement', 'verdict'] as const;
const ENDS = { hidden: 'hiddenBy', withdrawn: 'withdrawn', erased: 'erased' } as const;

class Looks extends Page {
  asking: Asking = 'audit';
  private found: AuditLooks | null = null;
  private failure: Failure | null = null;
  private names = new Map<string, string>();
  private stated = new Map<string, string>();
  private word = '';
  private busy = false;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  protected override languageChanged(): void {
    void this.load();
  }

  private async load(): Promise<void> {
    try {
      if (this.names.size === 0) this.names = new Map((await staff.all()).staff.map(one => [one.id, one.name]));
      this.found = await audit.looks(this.asking);
      this.failure = null;
    } catch (e) {
      this.failure = asFailure(e);
      this.again(this.failure, () => void this.load());
    }
    this.requestUpdate();
  }

  private async act(doing: () => Promise<string>): Promise<void> {
    this.busy = true;
    this.word = '';
    this.requestUpdate();
    try {
      this.word = await doing();
    } catch (e) {
      const failure = asFailure(e);
      this.word = failure.status === 409 ? say('changed') : failure.problem.detail ?? reasonOf(failure).reason;
      if (failure.status === 409) await this.load();
    }
    this.busy = false;
    this.requestUpdate();
  }

  private read(l: AuditLook): void {
    void this.act(async () => {
      this.stated.set(l.id, (await audit.statement(l.id)).text ?? say('gone'));
      return '';
    });
  }

  private review(l: AuditLook, verdict: Verdict): void {
    void this.act(async () => {
      await audit.reviewLook(l.id, verdict);
      await this.load();
      return say('reviewed');
    });
  }

  private verdict(l: AuditLook): TemplateResult {
    const at = precise(l.begun);
    if (l.verdict) return html`<b>${say(l.verdict === 'justified' ? 'justified' : 'notJustified')}</b>${l.reviewedAt ? html`<br><time class="soft" datetime=${l.reviewedAt}>${precise(l.reviewedAt)}</time>` : nothing}`;
    return html`<span class="acts"><button type="button" class="quiet small" data-testid="look-justified" aria-label=${say('justifiedOf', { at })} ?disabled=${this.busy} @click=${() => this.review(l, 'justified')}>${say('justified')}</button>
      <button type="button" class="quiet small" data-testid="look-not-justified" aria-label=${say('notJustifiedOf', { at })} ?disabled=${this.busy} @click=${() => this.review(l, 'not-justified')}>${say('notJustified')}</button></span>`;
  }

  private statement(l: AuditLook): TemplateResult {
    const words = this.stated.get(l.id);
    if (words !== undefined) return html`<span data-testid="look-words">${words}</span>`;
    if (!l.statement) return html`<span class="soft">${say('gone')}</span>`;
    return html`<button type="button" class="link" data-testid="look-read" aria-label=${say('readOf', { at: precise(l.begun) })} ?disabled=${this.busy} @click=${() => this.read(l)}>${say('readIt')}</button>`;
  }

  private row(l: AuditLook): TemplateResult {
    const end = l.stands ? say('stands') : l.endedWhy ? say(ENDS[l.endedWhy]) : '';
    return html`<tr data-testid="look" data-verdict=${l.verdict ?? ''}><td><time datetime=${l.begun}>${precise(l.begun)}</time>–<time datetime=${l.ended ?? l.ends}>${clock(l.ended ?? l.ends)}</time>${end ? html`<br><span class="soft">${end}</span>` : nothing}</td>
      <td>${this.names.get(l.concierge) ?? html`<code>${l.concierge.slice(0, 8)}</code>`}</td><td><code>${l.pseudonym.slice(0, 12)}</code></td><td>${l.classTitle}<br><span class="soft">${l.purposeTitle}</span></td><td>${l.whyTitle}</td>
      <td class="num">${l.readings}</td><td>${this.statement(l)}</td><td>${this.verdict(l)}</td></tr>`;
  }

  private table(f: AuditLooks): TemplateResult {
    if (f.total === 0) return empty(say('empty'), say('emptyText'));
    return html`<div class="table-frame" tabindex="0" role="region" aria-label=${say('looks')}><table data-testid="looks"><thead><tr>${HEADS.map(h => html`<th scope="col">${say(h)}</th>`)}</tr></thead>
      <tbody>${f.reviews.map(l => this.row(l))}</tbody></table></div>
      ${f.total > f.reviews.length ? html`<p class="fine">${say('more', { n: f.total - f.reviews.length })}</p>` : nothing}`;
  }

  protected override render(): TemplateResult {
    const f = this.found;
    const open = f && f.total > 0 ? html` <span class="soft" data-testid="looks-open">· ${f.open > 0 ? say('open', { n: f.open }) : say('allSeen')}</span>` : nothing;
    return html`<section><h2>${say('looks')}${open}</h2><p class="fine">${say('looksText')}</p>
      <p role="status" class="card-word" data-testid="look-word">${this.word}</p>
      ${this.failure ? broken(this.failure, () => void this.load()) : f ? this.table(f) : skeleton(3)}</section>`;
  }
}

customElements.define('cf-looks', Looks);
