/** The client's chat: a notice, then one conversation that survives a lost connection. */
import { html, nothing, type TemplateResult } from 'lit';
import { chat, lineAddress, open, useToken, type Failure } from '../api.ts';
import type { ChatFrame, ChatMessage, ChatState, Concierge, Notice } from '../contract.ts';
import { chosen, lang, speakIn } from '../language.ts';
import { LiveLine, pause, type LineState } from '../live.ts';
import { Page, freshId } from '../page.ts';
import { composer, mayLeave } from '../ui/composer.ts';
import { Enclosing } from '../ui/enclosing.ts';
import { icon } from '../ui/icons.ts';
import { asFailure, broken, empty, languageSwitch, skeleton } from '../ui/signs.ts';
import { span } from '../ui/when.ts';
import { say } from '../words/client.ts';
import { say as filed } from '../words/files.ts';
import { talkView } from './conversation.ts';
import { noticeView } from './notice.ts';
import { Outgoing, type Outcome, type Waiting } from './outgoing.ts';

let handle = decodeURIComponent(location.pathname.split('/')[2] ?? '');
/** Says only that this browser has begun a chat here, so that a first visit need not ask the house for one. */
const begun = () => `confidant-chat-${handle}`;

class Chat extends Page {
  private state: ChatState | null = null;
  private notice: Notice | null = null;
  private person: Concierge | null = null;
  private noticeChanged = false;
  private failure: Failure | null = null;
  private ended = false;
  private busy = false;
  private given = new Set<string>();
  private said = new Map<number, ChatMessage>();
  private answering = new Set<number>();
  private line: LiveLine<ChatFrame> | null = null;
  private lineState: LineState = 'connecting';
  private catching = false;
  private behind = false;
  private draft = '';
  private enclosing = new Enclosing(() => this.requestUpdate());
  private outgoing = new Outgoing(m => (m.file ? this.hand(m, m.file) : this.deliver(m.clientMessageId, m.text)), () => this.requestUpdate(), n => pause(n, Math.random()));

  override connectedCallback(): void {
    super.connectedCallback();
    mayLeave(() => this.outgoing.waiting.some(w => w.state !== 'failed'));
    void this.begin();
  }

  override disconnectedCallback(): void {
    this.line?.close();
    super.disconnectedCallback();
  }

  protected override languageChanged(): void {
    if (!this.state && this.notice) void this.showNotice();
  }

  private async begin(): Promise<void> {
    this.failure = null;
    if (!localStorage.getItem(begun())) return this.showNotice();
    try {
      const state = await chat.state();
      if (state.concierge.handle === handle || state.before === handle) return this.enter(state);
    } catch (e) {
      const failure = asFailure(e);
      if (failure.status !== 401) return this.fail(failure);
    }
    await this.showNotice();
  }

  private async showNotice(): Promise<void> {
    try {
      const [notice, there] = await Promise.all([open.notice(handle), open.concierges().catch(() => null)]);
      this.notice = notice;
      this.person = there?.concierges.find(c => c.handle === handle) ?? null;
    } catch (e) {
      return this.fail(asFailure(e));
    }
    this.requestUpdate();
  }

  private fail(failure: Failure): void {
    this.failure = failure;
    this.again(failure, () => void this.begin());
    this.requestUpdate();
  }

  private async start(): Promise<void> {
    const notice = this.notice!;
    this.busy = true;
    this.requestUpdate();
    try {
      const asked = notice.purposes.filter(p => p.basis === 'consent');
      this.enter(await chat.start({
        concierge: handle, lang: lang(), zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
        noticeId: notice.id, noticeVersion: notice.version,
        consents: asked.map(p => ({ purpose: p.id, given: this.given.has(p.id) })),
      }));
    } catch (e) {
      const failure = asFailure(e);
      this.noticeChanged = failure.status === 409;
      if (this.noticeChanged) {
        this.given.clear();
        await this.showNotice();
      } else this.fail(failure);
    }
    this.busy = false;
    this.requestUpdate();
  }

  private enter(state: ChatState): void {
    this.state = state;
    // Whoever was handed over goes on under the address of the next concierge.
    if (handle !== state.concierge.handle) history.replaceState(null, '', `/chat/${encodeURIComponent(state.concierge.handle)}`);
    handle = state.concierge.handle;
    this.line?.close();
    localStorage.setItem(begun(), '1');
    useToken(state.csrf);
    document.title = state.concierge.name;
    if (!chosen()) speakIn(state.lang);
    this.line = new LiveLine<ChatFrame>(lineAddress('/chat/live'), f => void this.rung(f), s => this.lineChanged(s));
    void this.catchUp();
    this.requestUpdate();
  }

  private async rung(frame: ChatFrame): Promise<void> {
    if (this.said.get(frame.seq)?.file?.state === 'coming') {
      // A file that was still on its way has come to its message.
      const page = await chat.messages(frame.seq - 1, 1).catch(() => null);
      if (page?.concierge === handle) page.messages.forEach(m => this.keep(m));
    }
    void this.catchUp();
  }

  private lineChanged(state: LineState): void {
    this.lineState = state;
    this.requestUpdate();
    if (state !== 'open') return;
    void this.catchUp();
    this.outgoing.hurry();
  }

  /** Fetches all that is new. A ring during a fetch makes it look once more, so nothing falls between two looks. */
  private async catchUp(): Promise<void> {
    if (this.catching) {
      this.behind = true;
      return;
    }
    this.catching = true;
    try {
      for (let more = true; more;) {
        this.behind = false;
        const page = await chat.messages(Math.max(0, ...this.said.keys()));
        if (page.concierge !== handle) return await this.handedOver();
        page.messages.forEach(m => this.keep(m));
        more = (page.more && page.messages.length > 0) || this.behind;
      }
    } catch (e) {
      const failure = asFailure(e);
      this.ended = failure.status === 401;
      if (failure.passing) setTimeout(() => void this.catchUp(), 3000);
    }
    this.catching = false;
    this.requestUpdate();
  }

  /** Another concierge, another conversation: its numbers begin anew. What is still to be sent is sent there. */
  private async handedOver(): Promise<void> {
    const state = await chat.state();
    this.said.clear();
    this.catching = false;
    this.enter(state);
  }

  private keep(m: ChatMessage): void {
    this.said.set(m.seq, m);
    if (m.clientMessageId) this.outgoing.seen(m.clientMessageId);
  }

  private async deliver(id: string, text: string): Promise<Outcome> {
    try {
      const ack = await chat.say(id, text);
      const at = this.outgoing.waiting.find(w => w.clientMessageId === id)?.at ?? new Date().toISOString();
      const last = Math.max(0, ...this.said.keys());
      const gap = ack.seq > last + 1 || (ack.seq <= last && !ack.duplicate);
      if (!this.said.has(ack.seq) && !gap) this.keep({ seq: ack.seq, id: ack.id ?? id, author: 'client', at, text, automated: false, betweenUs: ack.betweenUs ?? false, clientMessageId: id });
      if (gap) await this.catchUp();
      return { done: true, again: false };
    } catch (e) {
      const failure = asFailure(e);
      this.ended = failure.status === 401;
      return { done: false, again: failure.passing };
    }
  }

  /** Sends a file with its words; what it became is read from the conversation. */
  private async hand(m: Waiting, file: File): Promise<Outcome> {
    try {
      await chat.sendFile(m.clientMessageId, file, m.text, share => {
        m.share = share;
        this.requestUpdate();
      });
      await this.catchUp();
      return { done: true, again: false };
    } catch (e) {
      const failure = asFailure(e);
      this.ended = failure.status === 401;
      if (failure.status === 409) return { done: false, again: false, why: filed('tooMany') };
      return { done: false, again: failure.passing, ...(failure.problem.ruleTitle ? { why: failure.problem.ruleTitle } : {}) };
    }
  }

  private async answer(m: ChatMessage, given: boolean): Promise<void> {
    this.answering.add(m.seq);
    this.requestUpdate();
    try {
      await chat.consent(m.request!.purpose, given, m.seq);
      this.said.set(m.seq, { ...m, request: { ...m.request!, answered: given ? 'yes' : 'no' } });
      void this.catchUp();
    } catch (e) {
      this.ended = asFailure(e).status === 401;
    }
    this.answering.delete(m.seq);
    this.requestUpdate();
  }

  private async toPrivacy(): Promise<void> {
    try {
      location.assign((await chat.privacyLink()).url);
    } catch (e) {
      this.ended = asFailure(e).status === 401;
      this.requestUpdate();
    }
  }

  private send(): void {
    const text = this.draft.trim();
    const file = this.enclosing.file;
    if ((!text && !file) || !this.enclosing.fits(text)) return;
    this.draft = '';
    this.enclosing.off();
    const frame = this.querySelector('.talk-frame');
    if (frame) frame.scrollTop = 0;
    this.outgoing.add(freshId(), text, new Date().toISOString(), file);
  }

  protected override updated(): void {
    this.dataset['line'] = this.lineState;
  }

  private conversation(state: ChatState): TemplateResult {
    const messages = [...this.said.values()].sort((a, b) => a.seq - b.seq);
    const name = state.concierge.name;
    const quiet = messages.length + this.outgoing.waiting.length === 0;
    return html`<div class="talk-frame" role="log" aria-label=${say('messages')} tabindex="0" data-testid="conversation"><div class="flow">
        ${quiet ? empty(say('emptyTitle'), say('emptyText', { name, time: span(state.concierge.promisedMinutes) })) : nothing}
        ${talkView({ messages, waiting: this.outgoing.waiting, concierge: name, answering: this.answering },
          { answer: (m, g) => void this.answer(m, g), retry: id => this.outgoing.retry(id), drop: id => this.outgoing.drop(id) })}</div></div>
      ${this.lineState === 'away' ? html`<p class="strip" role="status">${say('back')}</p>` : nothing}
      ${this.ended ? html`<p class="strip" role="alert">${say('ended')} <a href=${location.pathname}>${say('restart')}</a></p>` : nothing}
      ${composer({ id: 'say', label: say('message'), placeholder: say('placeholder', { name }), value: this.draft, send: say('send'), enclosing: this.enclosing },
        v => { this.draft = v; this.requestUpdate(); }, () => this.send())}`;
  }

  private body(): TemplateResult {
    if (this.failure) return broken(this.failure, () => void this.begin());
    if (this.state) return this.conversation(this.state);
    if (!this.notice) return skeleton(5);
    return noticeView({ notice: this.notice, given: this.given, changed: this.noticeChanged, busy: this.busy }, p => {
      if (!this.given.delete(p)) this.given.add(p);
      this.requestUpdate();
    }, () => void this.start());
  }

  protected override render(): TemplateResult {
    const c = this.state?.concierge ?? this.person;
    return html`<header class="top chat-top"><a class="round" href="/" aria-label="Confidant">${icon('back')}</a>
        ${c ? html`<div class="who">${this.state ? html`<h1>${c.name}</h1>` : html`<b>${c.name}</b>`}<span class="soft">${say('replies', { time: span(c.promisedMinutes) })}</span></div>` : html`<div class="who"></div>`}
        ${this.state ? html`<button type="button" class="quiet" data-testid="privacy-link" aria-label=${say('known')} @click=${() => void this.toPrivacy()}>${icon('letter')}<span>${say('known')}</span></button>` : nothing}
        ${languageSwitch()}</header>
      <main class="column ${this.state ? 'chatting' : ''}" @dragover=${this.enclosing.over} @drop=${this.enclosing.drop}>${this.body()}</main>`;
  }
}

customElements.define('cf-chat', Chat);
