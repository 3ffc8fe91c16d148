/** The card beside the focused conversation: brief, proposals, tags with their consent, dates. */
import { html, nothing, type TemplateResult } from 'lit';
import { desk, type Failure } from '../api.ts';
import type { Brief, Card, ConsentState, DeskFrame, DeskHandover, FileLine, Tag, TagProposal } from '../contract.ts';
import { Page } from '../page.ts';
import { icon } from '../ui/icons.ts';
import { asFailure, badge, broken, reasonChip, reasonOf, skeleton, sourceWord, valid } from '../ui/signs.ts';
import { clock, day, lunar, monthDay } from '../ui/when.ts';
import { say as common } from '../words/common.ts';
import { say } from '../words/desk.ts';
import { say as filed } from '../words/files.ts';
import { say as glass } from '../words/glass.ts';
import { say as told } from '../words/told.ts';
import { Exact } from './exact.ts';
import type { Shown } from './glass-dialog.ts';
import { keptOf, keptPart, type Kept } from './kept.ts';
import { cameFrom, handedOver, handoverPart, type Leaving } from './handover.ts';
import type { Room } from './room.ts';
import { toldButton, toldPart, type TellActs, type Told } from './told.ts';

export class ClientCard extends Page {
  static override properties = { room: { attribute: false }, client: { attribute: false } };
  declare room: Room;
  declare client: string;
  private shown = '';
  private card: Card | null = null;
  private brief: Brief | null = null;
  private kept: Kept[] = [];
  private handover: DeskHandover | null = null;
  private offering = false;
  private failure: Failure | null = null;
  private refusal: Failure | null = null;
  private busy = new Set<string>();
  /** The purpose about which something is being noted as said aloud. */
  private told = '';
  private word = '';
  private soon = 0;
  private undo: (() => void) | null = null;
  private unwatch: () => void = () => {};
  private readonly exact = new Exact(() => this.requestUpdate());

  override connectedCallback(): void {
    super.connectedCallback();
    this.unwatch = this.room.watch(f => this.rung(f));
  }

  override disconnectedCallback(): void {
    this.unwatch();
    this.exact.forget();
    clearTimeout(this.soon);
    super.disconnectedCallback();
  }

  protected override languageChanged(): void {
    void this.load();
  }

  private rung(frame: DeskFrame | null): void {
    if (frame?.clientId !== this.client || !['message', 'proposal', 'consent'].includes(frame.type)) return;
    // Every look at a card is an entry in the ledger: several rings within a moment make one.
    clearTimeout(this.soon);
    this.soon = window.setTimeout(() => void this.load(), 300);
  }

  protected override willUpdate(): void {
    if (this.client === this.shown) return;
    this.shown = this.client;
    this.card = null;
    this.brief = null;
    this.kept = [];
    this.handover = null;
    this.offering = false;
    this.told = '';
    this.refusal = null;
    this.exact.forget();
    this.say('');
    void this.load();
  }

  private say(word: string, undo: (() => void) | null = null): void {
    this.word = word;
    this.undo = undo;
  }

  async load(): Promise<void> {
    const client = this.client;
    if (!client) return;
    try {
      const [brief, card] = await Promise.all([desk.brief(client), desk.card(client)]);
      if (client !== this.client) return;
      this.brief = brief;
      this.card = card;
      this.failure = null;
      if (card.name) this.room.names.set(client, card.name);
      const kept = await keptOf(card);
      if (client === this.client) this.kept = kept;
    } catch (e) {
      if (client === this.client) this.failure = asFailure(e);
    }
    try {
      const handover = await desk.handover(client);
      if (client === this.client) this.handover = handover;
    } catch {
      // The card says by itself what is wrong, and works without this part.
    }
    this.requestUpdate();
  }

  private async act(key: string, doing: () => Promise<void>): Promise<void> {
    this.busy.add(key);
    this.refusal = null;
    this.requestUpdate();
    try {
      await doing();
      await this.load();
    } catch (e) {
      this.refusal = asFailure(e);
    }
    this.busy.delete(key);
    this.requestUpdate();
  }

  /** Something is seen exactly for a while. */
  seen(shown: Shown): void {
    if (shown.client !== this.client) return;
    this.say(glass(this.exact.take(shown) ? 'shown' : 'nothing', { kind: shown.tag.kindTitle }));
    this.requestUpdate();
  }

  /** A tag was added elsewhere on the desk: show it, with a way back. */
  added(tag: Tag): void {
    this.say(say('tagAdded', { kind: tag.kindTitle }), () => this.takeAway(tag));
    void this.load();
  }

  private takeAway(tag: Tag): void {
    void this.act(tag.id, async () => {
      await desk.removeTag(this.client, tag.id);
      this.say(say('tagRemoved', { kind: tag.kindTitle }));
    });
  }

  private accept(p: TagProposal): void {
    void this.act(p.id, async () => {
      const tag = await desk.accept(this.client, p.id);
      this.say(say('tagAdded', { kind: p.kindTitle }), () => this.takeAway(tag));
    });
  }

  private drop(p: TagProposal): void {
    void this.act(p.id, () => desk.drop(this.client, p.id));
  }

  private ask(purpose: string): void {
    void this.act(purpose, async () => {
      await desk.askConsent(this.client, purpose);
      this.say(say('askSent'));
    });
  }

  private tell(c: ConsentState): [Told, TellActs] {
    const open = this.told === c.purpose;
    const note = (word: string, doing: () => Promise<unknown>) => void this.act(c.purpose, async () => {
      await doing();
      this.told = '';
      this.say(word);
    });
    return [{ open, busy: this.busy.has(c.purpose), refusal: open ? this.refusal : null }, {
      open: on => {
        this.told = on ? c.purpose : '';
        this.refusal = null;
        this.say('');
        this.requestUpdate();
      },
      yes: () => note(told('yesNoted'), () => desk.saidYes(this.client, c.purpose)),
      no: () => note(told('noNoted', { title: c.title }), () => desk.saidNo(this.client, c.purpose)),
      ask: () => this.ask(c.purpose),
    }];
  }

  private release(file: FileLine, kept: Kept): void {
    void this.act(file.id, async () => {
      await desk.keepFile(this.client, file.id, kept.purpose, false);
      this.say(filed('noLonger', { title: kept.title }), () => this.keepAgain(file, kept));
      this.room.tell({ type: 'delivery', clientId: this.client });
    });
  }

  private keepAgain(file: FileLine, kept: Kept): void {
    void this.act(file.id, async () => {
      await desk.keepFile(this.client, file.id, kept.purpose, true);
      this.say(filed('keptFor', { title: kept.title }));
      this.room.tell({ type: 'delivery', clientId: this.client });
    });
  }

  private offer(why: Leaving): void {
    void this.act('handover', async () => {
      this.handover = await desk.offerHandover(this.client, why);
      this.offering = false;
    });
  }

  private askWhy(asking: boolean): void {
    this.offering = asking;
    this.requestUpdate();
  }

  private briefView(b: Brief): TemplateResult {
    return html`<section class="brief" data-testid="brief"><h3>${say('brief')}</h3><dl>
      <div><dt>${say('lastWords')}</dt><dd>${b.lastWords || say('nothingYet')}</dd></div>
      <div><dt>${say('openQuestion')}</dt><dd>${b.openQuestion || say('nothingYet')}</dd></div>
      <div><dt>${say('whatHelps')}</dt><dd>${b.whatHelps.length === 0 ? say('nothingYet') : b.whatHelps.map(h => html`<span class="help">${h.text} ${badge({ title: h.purposeTitle ?? h.purpose, status: 'given' }, false)}</span>`)}</dd></div></dl></section>`;
  }

  private proposal(p: TagProposal): TemplateResult {
    const names = { kind: p.kindTitle, value: p.value };
    return html`<li class="proposal" data-testid="proposal-${p.id}"><p><b>${p.kindTitle}: ${p.value}</b>
      <span class="fine">${p.purposeTitle ?? p.purpose} · ${p.evidenceSeq ? html`${say('proposed', { n: p.evidenceSeq })} · ` : nothing}${say('sure', { n: Math.round(p.confidence * 100) })}</span></p>
      <div class="acts"><button type="button" class="quiet small" aria-label=${say('acceptItem', names)} data-testid="accept" ?disabled=${this.busy.has(p.id)} @click=${() => this.accept(p)}>${icon('check')}${say('accept')}</button>
      <button type="button" class="link" aria-label=${say('dropItem', names)} data-testid="drop" ?disabled=${this.busy.has(p.id)} @click=${() => this.drop(p)}>${say('drop')}</button></div></li>`;
  }

  private tag(t: Tag): TemplateResult {
    const blunt = t.precision === 'general' || t.precision === 'presence';
    const value = t.precision === 'presence' ? say('present') : t.value;
    const exact = this.exact.of(t, () => this.say(glass('hidden', { kind: t.kindTitle })));
    return html`<li class="tag" data-testid="tag-${t.id}" data-kind=${t.kind}>${badge({ title: t.purposeTitle ?? t.purpose, status: t.status, since: t.since, until: t.until }, false)}
      <span class="tag-words"><span class="soft">${t.kindTitle}</span> ${exact ?? html`<span class=${blunt ? 'general' : ''} title=${blunt ? t.reason?.reason ?? say('kept') : sourceWord(t.source)}>${value}</span>`}
        ${t.reason && blunt ? html`<span class="unseen">${t.reason.reason}</span>` : nothing}${t.precision === 'general' && t.dataClass && !exact ? html`<button type="button" class="link" data-testid="exactly" aria-label=${glass('exactlyOf', { kind: t.kindTitle })} @click=${() => this.dispatchEvent(new CustomEvent<Tag>('exactly', { detail: t, bubbles: true }))}>${glass('exactly')}</button>` : nothing}</span>
      <button type="button" class="round small" aria-label=${say('removeTag', { kind: t.kindTitle, value })} data-testid="remove-tag" ?disabled=${this.busy.has(t.id)} @click=${() => this.takeAway(t)}>${icon('close')}</button></li>`;
  }

  private tags(c: Card): TemplateResult {
    const purposes = [...new Set(c.tags.map(t => t.purpose))];
    return html`<section><div class="card-head"><h3>${say('tags')}</h3>
        <button type="button" class="quiet small" data-testid="add-tag" @click=${() => this.dispatchEvent(new CustomEvent('add-tag', { bubbles: true }))}>${icon('plus')}${say('addTag')} <kbd aria-hidden="true">t</kbd></button></div>
      ${c.tags.length === 0 ? html`<p class="fine">${say('tagsEmpty')}</p>` : nothing}
      ${purposes.map(p => {
        const own = c.tags.filter(t => t.purpose === p);
        return html`<h4 class="fine">${own[0]?.purposeTitle ?? p}</h4><ul class="tags">${own.map(t => this.tag(t))}</ul>`;
      })}</section>`;
  }

  private consent(c: ConsentState): TemplateResult {
    const mayAsk = c.basis === 'consent' && !valid(c.status) && c.status !== 'requested' && c.status !== 'pending';
    const [state, acts] = this.tell(c);
    const asked = c.status === 'pending' ? 'pending' : c.status === 'requested' ? 'requested' : 'given';
    return html`<li class="consent" data-testid="consent-${c.purpose}" data-status=${c.status}>${badge(c)}<span class="consent-acts">
      ${mayAsk ? html`<button type="button" class="link" aria-label=${say('askFor', { title: c.title })} data-testid="ask-${c.purpose}" ?disabled=${this.busy.has(c.purpose)} @click=${() => this.ask(c.purpose)}>${common('askConsent')}</button>`
        : html`<span class="fine">${c.basis === 'consent' ? (c.until ? common('until', { at: day(c.until) }) : common(asked)) : common(c.basis === 'contract' ? 'contract' : 'legal')}</span>`}${toldButton(c, state, acts)}</span>${toldPart(c, state, acts)}</li>`;
  }

  private occasions(c: Card): TemplateResult | typeof nothing {
    return c.occasions.length === 0 ? nothing : html`<section><h3>${say('occasions')}</h3><ul class="tags">${c.occasions.map(o => html`<li class="tag">${icon('gift')}
      <span class="tag-words"><span class="soft">${o.kindTitle}</span> ${o.nextAt ? html`${monthDay(o.nextAt)}${o.calendar === 'chinese-lunar' ? html` <span class="fine">${say('lunar', { day: lunar(o.nextAt) })}</span>` : nothing}` : nothing}</span></li>`)}</ul></section>`;
  }

  private there(c: Card): string {
    return clock(new Date().toISOString(), c.zone);
  }

  /** Who has been silent for years is let go soon: until then a word from them is enough. */
  private letGo(c: Card): TemplateResult | typeof nothing {
    if (!c.letGo) return nothing;
    const soon = !c.letGo.at || Date.parse(c.letGo.at) <= Date.now();
    return html`<p class="fine" data-testid="let-go">${say('silentSince', { day: day(c.letGo.silentSince) })} ${soon || !c.letGo.at ? say('letGoSoon') : say('letGoOn', { day: day(c.letGo.at) })}</p>`;
  }

  private body(): TemplateResult {
    if (this.failure?.status === 404 && this.handover?.state === 'done') return handedOver(this.handover);
    if (this.failure) return broken(this.failure, () => void this.load());
    if (!this.card || !this.brief) return skeleton(8);
    const c = this.card;
    const purpose = this.refusal?.problem.remedyAction?.purpose;
    return html`<header class="card-top"><span class="face" aria-hidden="true">${[...(c.name ?? '?')][0]}</span><div><h2>${c.name ?? say('nameless')}</h2>
        <span class="fine">${common(c.channel)} · ${say('localTime', { time: this.there(c) })}</span>${cameFrom(this.handover)}${this.letGo(c)}</div></header>
      ${this.refusal && !this.told ? html`<div role="alert">${reasonChip(reasonOf(this.refusal), purpose ? () => this.ask(purpose) : undefined)}</div>` : nothing}
      <p role="status" class="card-word">${this.word ? html`<span>${this.word}</span>${this.undo ? html` <button type="button" class="link" data-testid="undo-tag" @click=${() => this.undo?.()}>${common('undo')}</button>` : nothing}` : nothing}</p>
      ${this.briefView(this.brief)}
      ${c.proposals.length === 0 ? nothing : html`<section data-testid="proposals"><h3>${say('proposals')}</h3><ul class="proposals">${c.proposals.map(p => this.proposal(p))}</ul></section>`}
      ${this.tags(c)}${keptPart(this.client, this.kept, this.busy, (file, kept) => this.release(file, kept))}${this.occasions(c)}
      <section><h3>${say('consents')}</h3><ul>${c.consents.map(k => this.consent(k))}</ul></section>
      ${this.handover ? handoverPart(this.handover, c.name ?? say('nameless'), this.offering, this.busy.has('handover'), on => this.askWhy(on), why => this.offer(why)) : nothing}`;
  }

  protected override render(): TemplateResult {
    return html`<div class="card" data-testid="card">${this.body()}</div>`;
  }
}

customElements.define('cf-card', ClientCard);
