/** The desk: inbox on the left, one to four conversations, the card of the focused one on the right. */
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Tag } from '../contract.ts';
import { Page } from '../page.ts';
import { icon, mark } from '../ui/icons.ts';
import { broken, empty, languageSwitch, skeleton } from '../ui/signs.ts';
import { say as common } from '../words/common.ts';
import { say } from '../words/desk.ts';
import { say as key } from '../words/passkey.ts';
import '../ui/stepup.ts';
import './card.ts';
import type { ClientCard } from './card.ts';
import { keysOf, KEYS } from './keys.ts';
import './contacts.ts';
import './library.ts';
import './pane.ts';
import { rail, sections } from './rail.ts';
import { inOrder, MOST_PANES, Room } from './room.ts';
import './segment.ts';
import type { Question } from './segment.ts';
import './tag-dialog.ts';
import type { TagDialog } from './tag-dialog.ts';
import './today.ts';
import './glass-dialog.ts';
import type { GlassDialog, Shown } from './glass-dialog.ts';

const narrow = matchMedia('(max-width: 800px)');

class Desk extends Page {
  private room = new Room();
  private search = '';
  private now = Date.now();
  private sheet = false;
  private question: Question = { purpose: 'sharing', conditions: [] };
  private touch: { x: number; y: number } | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    this.room.watch(() => this.requestUpdate());
    void this.room.enter();
    setInterval(() => {
      this.now = Date.now();
      this.requestUpdate();
    }, 1000);
    narrow.addEventListener('change', () => this.requestUpdate());
    document.addEventListener('keydown', keysOf({
      focus: n => this.choosePane(n), step: by => this.step(by), done: () => this.done(), tag: () => this.tag(),
      search: () => this.querySelector<HTMLInputElement>('input[type=search]')?.focus(), help: () => this.dialog('keys-dialog')?.showModal(),
    }));
  }

  protected override languageChanged(): void {
    void this.room.words().then(() => this.room.reload()).catch(() => {});
  }

  private dialog(id: string): HTMLDialogElement | null {
    return this.querySelector<HTMLDialogElement>(`#${id}`);
  }

  /** As many panes as fit with 360 px each, two at least on a desk, one on a phone. */
  private capacity(): number {
    return narrow.matches ? 1 : MOST_PANES;
  }

  private bring(clientId: string): void {
    this.room.bring(clientId, this.capacity());
    void this.updateComplete.then(() => {
      if (!narrow.matches) document.getElementById(`reply-${clientId}`)?.focus();
    });
  }

  private choosePane(n: number): void {
    const client = this.room.panes[n - 1];
    if (!client) return;
    this.room.show('waiting');
    this.bring(client);
  }

  private step(by: number): void {
    const { waiting, others } = inOrder(this.room.inbox?.rows ?? []);
    const order = [...waiting, ...others].map(r => r.clientId);
    if (order.length === 0) return;
    const here = order.indexOf(this.room.focused);
    const next = order[here < 0 ? 0 : Math.min(order.length - 1, Math.max(0, here + by))]!;
    // Stepping looks through one pane; it must not fill the desk.
    if (here >= 0 && !this.room.panes.includes(next)) this.room.bring(next, this.room.panes.length);
    else this.room.bring(next, this.capacity());
  }

  private done(): void {
    const client = this.room.focused;
    if (!client) return;
    this.step(1);
    if (this.room.focused !== client) this.room.leave(client);
  }

  private tag(): void {
    if (this.room.focused) void this.querySelector<TagDialog>('cf-tag-dialog')?.show(this.room.focused);
  }

  /** Over the card, which shows the value afterwards; on a phone over its sheet. */
  private exactly(e: CustomEvent<Tag>): void {
    if (this.room.focused) void this.querySelector<GlassDialog>('cf-glass-dialog')?.show(this.room.focused, e.detail);
  }

  private showCard(): void {
    this.sheet = true;
    this.requestUpdate();
    void this.updateComplete.then(() => this.dialog('card-sheet')?.showModal());
  }

  private swipe(e: TouchEvent): void {
    const end = e.changedTouches[0];
    if (!this.touch || !end || !narrow.matches || !this.room.focused) return;
    const dx = end.clientX - this.touch.x;
    if (Math.abs(dx) > 80 && Math.abs(dx) > 3 * Math.abs(end.clientY - this.touch.y)) this.step(dx < 0 ? 1 : -1);
    this.touch = null;
  }

  private panes(): TemplateResult {
    const open = narrow.matches ? this.room.panes.filter(p => p === this.room.focused) : this.room.panes;
    if (open.length === 0) return html`<div class="panes none">${empty(say('panesEmpty'), say('panesEmptyText'))}</div>`;
    return html`<div class="panes n${open.length}" @show-card=${() => this.showCard()}
      @touchstart=${(e: TouchEvent) => { const t = e.touches[0]; this.touch = t ? { x: t.clientX, y: t.clientY } : null; }} @touchend=${(e: TouchEvent) => this.swipe(e)}>
      ${repeat(open, id => id, id => html`<cf-pane .room=${this.room} .client=${id} .number=${this.room.panes.indexOf(id) + 1} .now=${this.now}></cf-pane>`)}</div>`;
  }

  private me(): TemplateResult {
    return html`<div class="room me" data-testid="me"><h1>${say('signedInAs', { name: this.room.session?.name ?? '' })}</h1>
      <div class="me-acts">${languageSwitch()}<button type="button" class="quiet" @click=${() => this.dialog('keys-dialog')?.showModal()}>${icon('keys')}${say('keys')}</button>
      <a class="button" href="/passkeys" data-testid="passkeys-link">${key('title')}</a>
      <button type="button" class="quiet" data-testid="sign-out" @click=${() => void this.room.signOut()}>${say('signOut')}</button></div></div>`;
  }

  private middle(): TemplateResult {
    const r = this.room;
    if (r.failure && !r.inbox && r.failure.status !== 401) return html`<div class="room">${broken(r.failure, () => void r.enter())}</div>`;
    if (!r.session) return html`<div class="room">${skeleton(6)}</div>`;
    if (r.section === 'today') return html`<cf-today .room=${r}></cf-today>`;
    if (r.section === 'pool') return html`<cf-segment .room=${r} .question=${this.question}></cf-segment>`;
    if (r.section === 'library') return html`<cf-library .room=${r} .question=${this.question}></cf-library>`;
    if (r.section === 'contacts') return html`<cf-contacts .room=${r}></cf-contacts>`;
    return r.section === 'me' ? this.me() : this.panes();
  }

  private keysDialog(): TemplateResult {
    return html`<dialog id="keys-dialog" aria-labelledby="keys-title"><div class="dialog-top"><h2 id="keys-title">${say('keys')}</h2>
      <button type="button" class="round small" aria-label=${common('close')} @click=${() => this.dialog('keys-dialog')?.close()}>${icon('close')}</button></div>
      <dl class="keys">${KEYS.map(([keys, meaning]) => html`<div><dt>${keys.map(k => html`<kbd>${k}</kbd> `)}</dt><dd>${say(meaning)}</dd></div>`)}</dl></dialog>`;
  }

  private cardSheet(): TemplateResult | typeof nothing {
    return !this.sheet ? nothing : html`<dialog id="card-sheet" class="sheet" aria-label=${say('showCard')} @close=${() => { this.sheet = false; this.requestUpdate(); }}>
      <button type="button" class="round small sheet-close" aria-label=${common('close')} @click=${() => this.dialog('card-sheet')?.close()}>${icon('close')}</button>
      <cf-card .room=${this.room} .client=${this.room.focused}></cf-card></dialog>`;
  }

  protected override render(): TemplateResult {
    const r = this.room;
    if (r.failure?.status === 401 || (r.session && r.session.role !== 'concierge')) return html`<header class="top"><a class="brand" href="/">${mark()}<span>Confidant</span></a>${languageSwitch()}</header><main class="column"><h1 class="unseen">${say('signedOut')}</h1>${empty(say('signedOut'), say('signedOutText'), html`<a class="button" href="/signin">${key('enter')}</a>`)}</main>`;
    const talking = r.section === 'waiting' && r.panes.length > 0;
    const name = r.names.get(r.focused) ?? say('nameless');
    return html`<div class="desk at-${r.section} ${talking ? 'talking' : ''} ${talking && r.focused ? 'carded' : ''}" data-line=${r.line}>
      ${rail({ room: r, narrow: narrow.matches, search: this.search, now: this.now, find: t => { this.search = t; this.requestUpdate(); }, choose: id => this.bring(id) })}
      <main @bring=${(e: CustomEvent<string>) => this.bring(e.detail)}>
        ${r.line === 'away' || (r.inbox && r.failure?.passing) ? html`<p class="strip" role="status">${say('away')}</p>` : nothing}
        ${r.section === 'waiting' ? html`<h1 class="unseen">${say('inbox')}</h1>` : nothing}${this.middle()}</main>
      ${talking && r.focused && !narrow.matches ? html`<aside class="card-side" aria-label=${say('cardOf', { name })} @add-tag=${() => this.tag()} @exactly=${(e: CustomEvent<Tag>) => this.exactly(e)}><cf-card .room=${r} .client=${r.focused}></cf-card></aside>` : nothing}
      ${narrow.matches ? sections(r) : nothing}</div>
      <div @add-tag=${() => { this.dialog('card-sheet')?.close(); this.tag(); }} @exactly=${(e: CustomEvent<Tag>) => this.exactly(e)}>${this.cardSheet()}</div>${this.keysDialog()}
      <cf-tag-dialog .room=${r} @tagged=${(e: CustomEvent<Tag>) => this.querySelector<ClientCard>('cf-card')?.added(e.detail)}></cf-tag-dialog>
      <cf-glass-dialog @seen=${(e: CustomEvent<Shown>) => this.querySelector<ClientCard>('cf-card')?.seen(e.detail)}></cf-glass-dialog>`;
  }
}

customElements.define('cf-desk', Desk);

/** Only the desk has a worker; its one script address is all that this policy lets through. */
function register(): void {
  if (!('serviceWorker' in navigator) || !window.isSecureContext) return;
  const policies = (window as unknown as { trustedTypes?: { createPolicy(n: string, p: object): { createScriptURL(u: string): unknown } } }).trustedTypes;
  const policy = policies?.createPolicy('cf-sw', { createScriptURL: (url: string) => { if (url === '/sw.js') return url; throw new TypeError('not the worker'); } });
  navigator.serviceWorker.register((policy?.createScriptURL('/sw.js') ?? '/sw.js') as string).catch(() => {});
}

register();
