/** What the client asks of the compliance officer by law, and what became of it. */
import { html, nothing, type TemplateResult } from 'lit';
import { privacy } from '../api.ts';
import { RIGHTS, type OwnRequest, type Right } from '../contract.ts';
import { Page, freshId } from '../page.ts';
import { asFailure, reasonOf, skeleton } from '../ui/signs.ts';
import { taken } from '../ui/steps.ts';
import { day } from '../ui/when.ts';
import { say as common } from '../words/common.ts';
import { say } from '../words/requests.ts';

class OwnRequests extends Page {
  private requests: OwnRequest[] | null = null;
  private right: Right = 'access';
  private words = '';
  private replies = new Map<string, string>();
  /** The same for every try to send the same request. */
  private key = freshId();
  private busy = false;
  private word = '';

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  private async load(): Promise<void> {
    try {
      this.requests = (await privacy.requests()).requests;
    } catch (e) {
      this.again(asFailure(e), () => void this.load());
    }
    this.requestUpdate();
  }

  private async act(doing: () => Promise<string>): Promise<void> {
    this.busy = true;
    this.word = '';
    this.requestUpdate();
    try {
      this.word = await doing();
      await this.load();
    } catch (e) {
      const failure = asFailure(e);
      this.word = failure.passing ? common('awayTitle') : failure.problem.detail ?? reasonOf(failure).reason;
    }
    this.busy = false;
    this.requestUpdate();
  }

  private send(e: Event): void {
    e.preventDefault();
    void this.act(async () => {
      await privacy.ask(this.key, this.right, this.words);
      this.words = '';
      this.key = freshId();
      return say('sent');
    });
  }

  private reply(e: Event, id: string): void {
    e.preventDefault();
    void this.act(async () => {
      await privacy.reply(id, this.replies.get(id) ?? '');
      this.replies.delete(id);
      return say('replied');
    });
  }

  private state(r: OwnRequest): string {
    if (r.waiting) return say('yourTurn');
    if (!r.open) return '';
    if (!r.due) return say('noDate');
    return say(r.late ? 'overdue' : 'by', { at: day(r.due) });
  }

  private one(r: OwnRequest): TemplateResult {
    const state = this.state(r);
    return html`<details data-testid="own-request" ?open=${r.open}><summary>${say(r.right)} <span class="fine">${day(r.received)}</span>${state ? html` <span class="chip" data-testid="request-state">${state}</span>` : nothing}</summary>
      ${taken(r.steps)}
      ${r.waiting ? html`<form @submit=${(e: Event) => this.reply(e, r.id)}><label class="field"><span>${say('reply')}</span><textarea rows="3" maxlength="2000" required data-testid="request-reply" .value=${this.replies.get(r.id) ?? ''} @input=${(e: Event) => { this.replies.set(r.id, (e.target as HTMLTextAreaElement).value); }}></textarea></label>
        <button class="main" data-testid="request-reply-send" ?disabled=${this.busy}>${say('replySend')}</button></form>` : nothing}</details>`;
  }

  protected override render(): TemplateResult {
    const list = this.requests;
    return html`<section class="looks" data-testid="requests"><h2>${say('ask')}</h2><p class="soft">${say('askText')}</p>
      <form class="asking" @submit=${(e: Event) => this.send(e)}>
        <label class="field"><span>${say('right')}</span><select data-testid="request-right" @change=${(e: Event) => { this.right = (e.target as HTMLSelectElement).value as Right; }}>${RIGHTS.map(r => html`<option value=${r} ?selected=${r === this.right}>${say(r)}</option>`)}</select></label>
        <label class="field"><span>${say('words')}</span><textarea rows="3" maxlength="2000" required data-testid="request-words" .value=${this.words} @input=${(e: Event) => { this.words = (e.target as HTMLTextAreaElement).value; }}></textarea></label>
        <button class="main" data-testid="request-send" ?disabled=${this.busy}>${say('send')}</button></form>
      <p role="status" class="fine" data-testid="request-word">${this.word}</p>
      ${list === null ? skeleton(2) : list.length === 0 ? nothing : html`<h3>${say('own')}</h3><div class="receipts">${list.map(r => this.one(r))}</div>`}</section>`;
  }
}

customElements.define('cf-own-requests', OwnRequests);
