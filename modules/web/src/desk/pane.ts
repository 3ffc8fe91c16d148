/** One conversation on the desk. A reply is held for five seconds and can be taken back before it leaves. */
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { desk, type Failure } from '../api.ts';
import type { Brief, DeskFrame, DeskMessage } from '../contract.ts';
import { Page, freshId } from '../page.ts';
import { composer, mayLeave } from '../ui/composer.ts';
import { Enclosing } from '../ui/enclosing.ts';
import { icon } from '../ui/icons.ts';
import { asFailure, broken, reasonChip, reasonOf, skeleton } from '../ui/signs.ts';
import { say as common } from '../words/common.ts';
import { say } from '../words/desk.ts';
import { say as filed } from '../words/files.ts';
import { deskMessage } from './message.ts';
import { waitingClock } from './rail.ts';
import type { Room } from './room.ts';

const HOLD_SECONDS = 5;

interface Held { text: string; file: File | null; idempotencyKey: string; draftId?: string; left: number; timer: number }

/** Files on their way from this page, which would be lost with it. */
let underWay = 0;
mayLeave(() => underWay > 0);

export class Pane extends Page {
  static override properties = { room: { attribute: false }, client: { attribute: false }, number: { attribute: false }, now: { attribute: false } };
  declare room: Room;
  declare client: string;
  declare number: number;
  declare now: number;
  private said = new Map<number, DeskMessage>();
  private earlier = false;
  private failure: Failure | null = null;
  private refusal: Failure | null = null;
  private loaded = false;
  private held: Held | null = null;
  private offer: Brief['draft'] | null = null;
  private used: string | undefined;
  /** The last attempt: the same words again keep their key, so an answer that got lost cannot make two messages. */
  private tried: { text: string; file: File | null; idempotencyKey: string } | null = null;
  private enclosing = new Enclosing(() => this.requestUpdate());
  /** Which share of a file has left; absent while none is sent. */
  private share: number | null | undefined;
  private retry = 0;
  private soon = 0;
  private fetching: Promise<void> = Promise.resolve();
  private unwatch: () => void = () => {};

  override connectedCallback(): void {
    super.connectedCallback();
    this.unwatch = this.room.watch(f => {
      if (f && f.clientId === this.client) this.rung(f);
    });
    window.addEventListener('pagehide', this.flush);
    void this.load();
    void this.loadOffer();
  }

  override disconnectedCallback(): void {
    this.unwatch();
    clearTimeout(this.soon);
    window.removeEventListener('pagehide', this.flush);
    this.flush();
    super.disconnectedCallback();
  }

  private rung({ type, seq }: DeskFrame): void {
    // A file that was still on its way has come to its message.
    if (type === 'message' && seq && this.said.get(seq)?.file?.state === 'coming') void this.take(() => desk.messages(this.client, { after: seq - 1 }), false);
    if (type === 'message') void this.load();
    // What was said may have changed: a delivery went on, a question was answered.
    if (type === 'delivery') void this.reread();
    // What rested on a consent goes right after it.
    if (type === 'consent') {
      clearTimeout(this.soon);
      this.soon = window.setTimeout(() => void this.reread(), 300);
    }
    if (type === 'draft') void this.loadOffer();
  }

  /** Looks are taken one after the other; each asks for what came after the last one seen. */
  private load(): Promise<void> {
    this.fetching = this.fetching.then(async () => {
      for (let more = true; more;) {
        const last = Math.max(0, ...this.said.keys());
        const newest = await this.take(() => desk.messages(this.client, last ? { after: last } : {}), last === 0);
        const reached = Math.max(0, ...this.said.keys());
        more = reached > last && reached < newest;
      }
    });
    return this.fetching;
  }

  private reread(): Promise<void> {
    this.fetching = this.fetching.then(async () => {
      await this.take(() => desk.messages(this.client), false);
    });
    return this.fetching;
  }

  /** What a file is kept for stands in its message and on the card. */
  private keptChanged(): void {
    void this.reread();
    this.room.tell({ type: 'proposal', clientId: this.client });
  }

  private async loadEarlier(): Promise<void> {
    await this.take(() => desk.messages(this.client, { before: Math.min(...this.said.keys()) }), true);
  }

  private async take(ask: () => ReturnType<typeof desk.messages>, edge: boolean): Promise<number> {
    let newest = 0;
    try {
      const page = await ask();
      page.messages.forEach(m => this.said.set(m.seq, m));
      newest = page.lastSeq;
      if (edge) this.earlier = page.earlier ?? false;
      this.failure = null;
      this.loaded = true;
    } catch (e) {
      const failure = asFailure(e);
      // Who is not there any more takes what was said along, also what still stands on this page.
      if (failure.status === 404) this.said.clear();
      if (!this.loaded || failure.status === 404) this.failure = failure;
      if (failure.passing && this.isConnected) {
        clearTimeout(this.retry);
        this.retry = window.setTimeout(() => void this.load(), 3000);
      }
    }
    this.requestUpdate();
    return newest;
  }

  private async loadOffer(): Promise<void> {
    try {
      this.offer = (await desk.brief(this.client)).draft ?? null;
    } catch {
      // The brief beside the pane says what is wrong; a pane works without an offer.
    }
    this.requestUpdate();
  }

  private get text(): string {
    return this.room.drafts.get(this.client) ?? '';
  }

  private write(text: string): void {
    this.room.drafts.set(this.client, text);
    this.requestUpdate();
  }

  private hold(): void {
    const text = this.text.trim();
    const file = this.enclosing.file;
    if ((!text && !file) || this.held || this.share !== undefined || !this.enclosing.fits(text)) return;
    this.refusal = null;
    const timer = window.setInterval(() => this.tick(), 1000);
    const idempotencyKey = this.tried?.text === text && this.tried.file === file ? this.tried.idempotencyKey : freshId();
    this.held = { text, file, idempotencyKey, left: HOLD_SECONDS, timer, ...(this.used ? { draftId: this.used } : {}) };
    if (file) underWay += 1;
    this.used = undefined;
    this.enclosing.off();
    this.write('');
  }

  private tick(): void {
    if (!this.held) return;
    this.held.left -= 1;
    if (this.held.left <= 0) void this.leave();
    this.requestUpdate();
  }

  private takeBack(): void {
    const held = this.release();
    if (!held) return;
    this.used = held.draftId;
    if (held.file) {
      underWay -= 1;
      this.enclosing.take(held.file);
    }
    this.write(held.text);
    this.querySelector('textarea')?.focus();
  }

  private release(): Held | null {
    const held = this.held;
    if (held) clearInterval(held.timer);
    this.held = null;
    return held;
  }

  private async leave(keepalive = false): Promise<void> {
    const held = this.release();
    if (!held) return;
    const { text, file, idempotencyKey, draftId } = held;
    this.tried = { text, file, idempotencyKey };
    try {
      if (file) await this.hand(held, file);
      else await desk.reply(this.client, { idempotencyKey, text, ...(draftId ? { draftId } : {}) }, keepalive);
      this.tried = null;
      this.offer = null;
      await this.load();
    } catch (e) {
      this.refusal = asFailure(e);
      if (file && !this.enclosing.file) this.enclosing.take(file);
      this.write(this.text && text ? `${text}\n${this.text}` : text || this.text);
    }
    this.requestUpdate();
  }

  private async hand(held: Held, file: File): Promise<void> {
    this.share = null;
    this.requestUpdate();
    try {
      await desk.sendFile(this.client, held.idempotencyKey, file, held.text, share => {
        this.share = share;
        this.requestUpdate();
      });
    } finally {
      underWay -= 1;
      this.share = undefined;
    }
  }

  /** The page goes away: what the concierge has sent leaves now. */
  private flush = (): void => void this.leave(true);

  private async ask(purpose: string): Promise<void> {
    try {
      await desk.askConsent(this.client, purpose);
      this.refusal = null;
      await this.load();
    } catch (e) {
      this.refusal = asFailure(e);
    }
    this.requestUpdate();
  }

  private useOffer(): void {
    const offer = this.offer!;
    this.used = offer.id;
    this.offer = null;
    this.write(offer.text);
    this.querySelector('textarea')?.focus();
  }

  private top(name: string): TemplateResult {
    const row = this.room.row(this.client);
    return html`<header class="pane-top"><button type="button" class="round small phone-only" aria-label=${say('back')} @click=${() => this.room.leave(this.client)}>${icon('back')}</button>
      <kbd aria-hidden="true">${this.number}</kbd>
      <div class="pane-who"><h2>${name}</h2><span class="fine">${row ? html`${common(row.channel)} · ${say(row.assistant === 'on' ? 'assistantOn' : 'assistantSilent')}` : nothing}</span></div>
      ${row?.waitingSince ? waitingClock(row, this.room.inbox?.promisedMinutes ?? 15, this.now) : nothing}
      <button type="button" class="round small phone-only" aria-label=${say('showCard')} data-testid="show-card" @click=${() => this.dispatchEvent(new CustomEvent('show-card', { bubbles: true }))}>${icon('card')}</button>
      <button type="button" class="round small wide-only" aria-label=${say('closePane', { name })} data-testid="close-pane" @click=${() => this.room.leave(this.client)}>${icon('close')}</button></header>`;
  }

  private foot(name: string): TemplateResult {
    const purpose = this.refusal?.problem.remedyAction?.purpose;
    return html`<div class="pane-foot">
      ${this.offer && !this.held && !this.text ? html`<div class="offer" data-testid="draft"><span class="by">${icon('chat')}${say('draftBy')}</span><p>${this.offer.text}</p>
        <div class="acts"><button type="button" class="quiet small" data-testid="use-draft" @click=${() => this.useOffer()}>${say('use')}</button>
        <button type="button" class="link" @click=${() => { this.offer = null; this.requestUpdate(); }}>${say('dismiss')}</button></div></div>` : nothing}
      ${this.refusal ? html`<div role="alert" class="refusal" data-testid="reply-refused">${reasonChip(reasonOf(this.refusal), purpose ? () => void this.ask(purpose) : undefined)}<span class="fine">${this.enclosing.file ? filed('notSentFile') : say('notSent')}</span></div>` : nothing}
      ${this.share === undefined ? nothing : html`<div class="held" role="status" data-testid="handing"><span class="fine">${this.share === null ? say('sending') : filed('sendingShare', { n: Math.floor(this.share * 100) })}</span><progress max="1" .value=${this.share ?? 0} aria-label=${say('sending')}></progress></div>`}
      ${this.held ? html`<div class="held" role="status" data-testid="held">${this.held.file ? html`<p class="held-file">${icon('clip')}${this.held.file.name || filed('file')}</p>` : nothing}${this.held.text ? html`<p>${this.held.text}</p>` : nothing}
        <div class="acts"><span class="fine clock">${say('holding', { n: this.held.left })}</span>
        <button type="button" class="quiet small" data-testid="undo" @click=${() => this.takeBack()}>${common('undo')}</button>
        <button type="button" class="link" data-testid="send-now" @click=${() => void this.leave()}>${say('sendNow')}</button></div><span class="fuse" aria-hidden="true"></span></div>` : nothing}
      ${composer({ id: `reply-${this.client}`, label: say('reply', { name }), placeholder: say('replyTo', { name }), value: this.text, send: say('send'), disabled: this.held !== null || this.share !== undefined, enclosing: this.enclosing, hint: this.hint() }, v => this.write(v), () => this.hold())}</div>`;
  }

  /** Over an app a file goes as a link. */
  private hint(): string {
    const channel = this.room.row(this.client)?.channel;
    return channel && channel !== 'webchat' ? filed('overApp', { channel: common(channel) }) : '';
  }

  private talk(name: string): TemplateResult {
    if (this.failure) return broken(this.failure, () => void this.load());
    if (!this.loaded) return skeleton(5);
    const messages = [...this.said.values()].sort((a, b) => a.seq - b.seq);
    return html`${this.earlier ? html`<button type="button" class="link earlier" @click=${() => void this.loadEarlier()}>${say('earlier')}</button>` : nothing}
      <ol class="talk">${repeat(messages, m => m.seq, (m, i) => deskMessage(m, messages[i - 1], { room: this.room, client: this.client, name }))}</ol>`;
  }

  protected override render(): TemplateResult {
    const name = this.room.row(this.client)?.name ?? this.room.names.get(this.client) ?? say('nameless');
    return html`<section class="pane tone-${this.number} ${this.room.focused === this.client ? 'focused' : ''}" aria-label=${say('pane', { name })} data-testid="pane-${this.client}" @dragover=${this.enclosing.over} @drop=${this.enclosing.drop} @kept-changed=${() => this.keptChanged()}
        @focusin=${() => this.room.focused !== this.client && this.room.focus(this.client)} @pointerdown=${() => this.room.focused !== this.client && this.room.focus(this.client)}>
      ${this.top(name)}<div class="pane-talk" role="log" aria-label=${say('pane', { name })} tabindex="0"><div class="flow">${this.talk(name)}</div></div>${this.foot(name)}</section>`;
  }
}

customElements.define('cf-pane', Pane);
