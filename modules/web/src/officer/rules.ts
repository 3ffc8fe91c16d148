/** Which rules are in force, what others would change, and putting those in force. */
import { html, nothing, type TemplateResult } from 'lit';
import { rules, type Failure } from '../api.ts';
import type { Asking, RulesFrom, RulesInForce, RulesProposal } from '../contract.ts';
import { Page } from '../page.ts';
import { asFailure, broken, skeleton } from '../ui/signs.ts';
import { precise } from '../ui/when.ts';
import { say } from '../words/rules.ts';

const KINDS = ['more', 'less', 'reason', 'file'] as const;

/** What stands in backticks is a name of the files, and is shown as one. */
function named(words: string): (TemplateResult | string)[] {
  return words.split('`').map((part, i) => (i % 2 === 1 ? html`<code>${part}</code>` : part));
}

class Rules extends Page {
  /** Why the officer looks; set by the console. */
  asking: Asking = 'audit';
  private inForce: RulesInForce | null = null;
  private from: RulesFrom = 'folder';
  private proposal: RulesProposal | null = null;
  private busy = false;
  private failure: Failure | null = null;
  private word = '';

  override connectedCallback(): void {
    super.connectedCallback();
    void this.attempt(async () => {});
  }

  protected override languageChanged(): void {
    if (this.proposal) void this.compare(this.from);
  }

  private async attempt(doing: () => Promise<void>): Promise<void> {
    try {
      await doing();
      this.inForce = await rules.inForce(this.asking);
      this.failure = null;
    } catch (e) {
      this.failure = asFailure(e);
    }
    this.busy = false;
    this.requestUpdate();
  }

  private async compare(from: RulesFrom): Promise<void> {
    this.from = from;
    this.busy = true;
    this.proposal = null;
    this.word = '';
    this.requestUpdate();
    await this.attempt(async () => {
      const proposal = await rules.proposal(this.asking, from);
      if (this.from === from) this.proposal = proposal;
    });
  }

  private async release(hash: string): Promise<void> {
    this.querySelector('dialog')?.close();
    await this.attempt(async () => {
      await rules.release(this.from, hash);
      this.proposal = null;
      this.word = say('done');
    });
  }

  private now(r: RulesInForce): TemplateResult {
    return html`<dl class="facts" data-testid="rules-in-force"><dt>${say('hash')}</dt><dd><code data-testid="rules-hash">${r.hash}</code></dd>
      <dt>${say('since')}</dt><dd><time datetime=${r.at}>${precise(r.at)}</time></dd>
      <dt>${say('by')}</dt><dd>${r.by === 'start' ? say('start') : html`<code>${r.by}</code>`}</dd></dl>
      <div class="acts"><button type="button" class="quiet" data-testid="rules-folder" ?disabled=${this.busy} @click=${() => void this.compare('folder')}>${say('folder')}</button>
        ${r.before ? html`<button type="button" class="quiet" data-testid="rules-before" ?disabled=${this.busy} @click=${() => void this.compare('before')}>${say('before')}</button>` : nothing}</div>`;
  }

  private changes(p: RulesProposal): TemplateResult {
    const lists = KINDS.map(kind => ({ kind, some: p.changes.filter(c => c.kind === kind) })).filter(l => l.some.length > 0);
    return html`<p><b>${p.summary}</b></p>${lists.map(l => html`<h4>${say(l.kind)}</h4><ul data-kind=${l.kind}>${l.some.map(c => html`<li>${named(c.words)}</li>`)}</ul>`)}`;
  }

  private proposed(p: RulesProposal): TemplateResult {
    if (p.same && p.problems.length === 0) return html`<p data-testid="rules-same">${say('same')}</p>`;
    const hash = p.hash;
    return html`<div class="proposal" data-testid="rules-proposal"><h3>${say(this.from === 'folder' ? 'folderTitle' : 'beforeTitle')}</h3>
      ${hash ? html`<p class="fine">${say('hash')} <code>${hash}</code></p>` : nothing}
      ${p.problems.length > 0 ? html`<div role="alert" data-testid="rules-problems"><p class="fault">${say('problems')}</p><ul>${p.problems.map(line => html`<li>${named(line)}</li>`)}</ul></div>` : nothing}
      ${this.changes(p)}
      ${hash && p.problems.length === 0 ? html`<button type="button" class="main" data-testid="rules-release" @click=${() => this.querySelector('dialog')?.showModal()}>${say(this.from === 'folder' ? 'release' : 'back')}</button>
        <dialog aria-labelledby="rules-title"><h2 id="rules-title">${say('askTitle')}</h2><p>${say('askText')}</p>
          <div class="dialog-acts"><button type="button" class="quiet" @click=${() => this.querySelector('dialog')?.close()}>${say('cancel')}</button>
            <button type="button" class="main" data-testid="rules-yes" @click=${() => void this.release(hash)}>${say(this.from === 'folder' ? 'release' : 'back')}</button></div></dialog>` : nothing}</div>`;
  }

  protected override render(): TemplateResult {
    return html`<section class="rules"><h2>${say('title')}</h2><p class="fine">${say('lead')}</p>
      ${this.failure ? broken(this.failure, () => void this.attempt(async () => {})) : nothing}
      ${this.inForce ? this.now(this.inForce) : skeleton(2)}
      <p role="status" data-testid="rules-word">${this.busy ? say('reading') : this.word}</p>
      ${this.proposal ? this.proposed(this.proposal) : nothing}</section>`;
  }
}

customElements.define('cf-rules', Rules);
