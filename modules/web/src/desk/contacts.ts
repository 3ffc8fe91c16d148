/** Contacts from elsewhere: a file is tried first, then taken over; and who came that way. */
import { html, nothing, type TemplateResult } from 'lit';
import { desk, type Failure } from '../api.ts';
import type { Import, ImportTrial, Newcomers } from '../contract.ts';
import { Page } from '../page.ts';
import { icon } from '../ui/icons.ts';
import { asFailure, broken, empty, reasonChip, reasonOf, skeleton } from '../ui/signs.ts';
import { day } from '../ui/when.ts';
import { say as common } from '../words/common.ts';
import { say, type Word } from '../words/contacts.ts';
import { say as room } from '../words/desk.ts';
import type { Room } from './room.ts';

const MOST = 2_000_000;
const LINES = 50;
const EXAMPLE = 'channel,account,address,name,language,zone,purpose,agreed_at,evidence\nline,main,U0123456789abcdef0123456789abcdef,Lin Mei,zh-Hant,Asia/Taipei,sharing,2026-05-01,"form at the shop, page 2"';

export class ContactsRoom extends Page {
  static override properties = { room: { attribute: false } };
  declare room: Room;
  private text = '';
  private unread: Word | '' = '';
  private looking = false;
  private trial: ImportTrial | null = null;
  private from = 0;
  private run: Import | null = null;
  private refusal: Failure | null = null;
  private people: Newcomers | null = null;
  private failure: Failure | null = null;
  private timer = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  override disconnectedCallback(): void {
    clearTimeout(this.timer);
    super.disconnectedCallback();
  }

  private async load(): Promise<void> {
    try {
      const [people, past] = await Promise.all([desk.newcomers(), desk.imports()]);
      this.people = people;
      this.name(people);
      this.failure = null;
      // An import that was begun in a page that is closed by now is followed on.
      const going = past.imports.find(one => one.state === 'running');
      if (going && !this.run && !this.trial) void this.follow(going.importId);
    } catch (e) {
      this.failure = asFailure(e);
      this.again(this.failure, () => void this.load());
    }
    this.requestUpdate();
  }

  private name(people: Newcomers): void {
    for (const one of people.clients) if (one.name) this.room.names.set(one.clientId, one.name);
  }

  private async more(): Promise<void> {
    const next = await desk.newcomers(this.people?.next).catch(() => null);
    if (!next || !this.people) return;
    this.name(next);
    this.people = { ...next, clients: [...this.people.clients, ...next.clients] };
    this.requestUpdate();
  }

  private async picked(input: HTMLInputElement): Promise<void> {
    const file = input.files?.[0];
    if (!file) return;
    clearTimeout(this.timer);
    Object.assign(this, { text: '', unread: '', trial: null, run: null, refusal: null, from: 0 });
    try {
      // The decoder leaves a mark at the beginning out.
      this.text = file.size > 4 * MOST ? '' : new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer());
      if (file.size > 4 * MOST || this.text.length > MOST) this.unread = 'tooBig';
      else if (this.text === '') this.unread = 'problem_empty';
    } catch {
      this.unread = 'notUtf8';
    }
    input.value = '';
    if (this.unread) this.requestUpdate();
    else await this.attempt();
  }

  private async attempt(): Promise<void> {
    this.looking = true;
    this.requestUpdate();
    try {
      this.trial = await desk.tryImport(this.text);
    } catch (e) {
      this.refusal = asFailure(e);
    }
    this.looking = false;
    this.requestUpdate();
  }

  private async take(): Promise<void> {
    this.refusal = null;
    this.looking = true;
    this.requestUpdate();
    try {
      this.run = await desk.startImport(this.text);
      Object.assign(this, { trial: null, text: '' });
      void this.follow(this.run.importId);
    } catch (e) {
      this.refusal = asFailure(e);
    }
    this.looking = false;
    this.requestUpdate();
  }

  private async follow(id: string): Promise<void> {
    clearTimeout(this.timer);
    try {
      this.run = await desk.importProgress(id);
    } catch (e) {
      if (!asFailure(e).passing) return;
    }
    if (this.run?.state !== 'running') void this.load();
    else if (this.isConnected) this.timer = window.setTimeout(() => void this.follow(id), 1000);
    this.requestUpdate();
  }

  private numbers(n: { fresh: number; known: number; erased: number; faulty: number }): TemplateResult {
    const one = (id: 'fresh' | 'known' | 'erased' | 'faulty') => html`<p><b class="count ${id === 'fresh' ? 'strong' : ''}" data-testid="import-${id}">${n[id]}</b><span>${say(id)}</span></p>`;
    return html`<div class="counts">${one('fresh')}${one('known')}${one('erased')}${one('faulty')}</div>`;
  }

  private lines(t: ImportTrial): TemplateResult | typeof nothing {
    const all = t.lines.length;
    if (all === 0) return nothing;
    const to = Math.min(all, this.from + LINES);
    const turn = (by: number) => { this.from += by; this.requestUpdate(); };
    return html`<h3>${say('lines', { n: all })}</h3><ul class="fault-lines" data-testid="import-lines">${t.lines.slice(this.from, to).map(l => html`<li><b>${say('line', { n: l.line })}</b> <span>${say(`reason_${l.reason}` as Word)}</span></li>`)}</ul>
      ${all <= LINES ? nothing : html`<div class="room-bar"><span class="fine" role="status">${say('pageOf', { from: this.from + 1, to, all })}</span><span>
        <button type="button" class="quiet small" data-testid="lines-before" ?disabled=${this.from === 0} @click=${() => turn(-LINES)}>${say('before')}</button>
        <button type="button" class="quiet small" data-testid="lines-after" ?disabled=${to === all} @click=${() => turn(LINES)}>${say('after')}</button></span></div>`}`;
  }

  private trialView(t: ImportTrial): TemplateResult {
    if (t.problem && t.problem !== 'full') return html`<p role="alert" class="chip" data-testid="import-problem">${icon('alert')}${say(`problem_${t.problem}` as Word)}</p>`;
    return html`<section class="answer" data-testid="import-trial"><h2>${say('trial')}</h2>${this.numbers(t)}
      ${t.problem === 'full' ? html`<p role="alert" class="chip" data-testid="import-problem">${icon('alert')}${say('problem_full', { room: t.room })}</p>`
        : t.fresh === 0 ? html`<p class="soft">${say('nothingNew')}</p>`
        : html`<button type="button" class="main start" data-testid="import-take" ?disabled=${this.looking} @click=${() => void this.take()}>${icon('check')}${say('take', { n: t.fresh })}</button>`}
      ${this.lines(t)}</section>`;
  }

  private runView(r: Import): TemplateResult {
    return html`<section class="answer" data-testid="import-run" data-state=${r.state}><h2>${say(r.state)}</h2>
      <progress max=${Math.max(1, r.total)} value=${r.state === 'done' ? Math.max(1, r.total) : r.done} aria-label=${say('running')}></progress>
      <p role="status">${say('runningOf', { done: r.done, total: r.total })}</p>${this.numbers(r)}
      ${r.state === 'broken' ? html`<p class="soft">${say('brokenText')}</p>` : nothing}</section>`;
  }

  private outcome(): TemplateResult | typeof nothing {
    if (this.refusal) return html`<div role="alert">${reasonChip(reasonOf(this.refusal))}</div>`;
    if (this.unread) return html`<p role="alert" class="chip" data-testid="import-problem">${icon('alert')}${say(this.unread)}</p>`;
    if (this.trial) return this.trialView(this.trial);
    if (this.run) return this.runView(this.run);
    return this.looking ? html`<p role="status">${say('looking')}</p>${skeleton(2)}` : nothing;
  }

  private list(): TemplateResult {
    if (this.failure) return broken(this.failure, () => void this.load());
    if (!this.people) return skeleton(3);
    if (this.people.clients.length === 0) return empty(say('nobody'), say('nobodyText'));
    return html`<ul class="names newcomers" data-testid="newcomers">${this.people.clients.map(p => html`<li><button type="button" class="quiet" data-testid="open-${p.clientId}"
        aria-label=${room('openPane', { name: p.name ?? room('nameless') })} @click=${() => this.dispatchEvent(new CustomEvent('bring', { detail: p.clientId, bubbles: true }))}>
        <span class="face small" aria-hidden="true">${[...(p.name ?? '?')][0]}</span><span class="newcomer"><span>${p.name ?? room('nameless')}</span>
        <span class="fine">${common(p.channel)} · ${say('cameAt', { at: day(p.at) })}${p.talking ? nothing : html` · ${say('silent')}`}</span></span></button></li>`)}</ul>
      ${this.people.next ? html`<button type="button" class="quiet start" @click=${() => void this.more()}>${common('more')}</button>` : nothing}`;
  }

  protected override render(): TemplateResult {
    return html`<div class="room" data-testid="contacts"><header class="room-bar"><div><h1>${say('title')}</h1><p class="soft">${say('text')}</p></div>
        <button type="button" class="quiet" data-testid="contacts-back" @click=${() => this.room.show('pool')}>${icon('back')}${say('backToPool')}</button></header>
      <div class="contact-file"><label class="field"><span>${say('file')}</span><input type="file" accept=".csv,.tsv,.txt,text/csv" data-testid="import-file" aria-describedby="import-file-text"
          ?disabled=${this.looking || this.run?.state === 'running'} @change=${(e: Event) => void this.picked(e.target as HTMLInputElement)}></label>
        <p class="fine" id="import-file-text">${say('fileText')}</p>
        <details><summary>${say('example')}</summary><pre class="example" tabindex="0">${EXAMPLE}</pre></details></div>
      ${this.outcome()}
      <section class="answer"><h2>${say('people')}${this.people?.total ? html` <span class="count">${this.people.total}</span>` : nothing}</h2>${this.list()}</section></div>`;
  }
}

customElements.define('cf-contacts', ContactsRoom);
