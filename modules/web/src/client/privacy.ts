/** The letter: what is known, why, since when and who looked, with one switch for each purpose. */
import { html, nothing, type TemplateResult } from 'lit';
import { privacy, useToken, type Failure } from '../api.ts';
import type { Erasure, Letter, LetterPurpose, LetterTag, Receipt } from '../contract.ts';
import { chosen, speakIn } from '../language.ts';
import { Page } from '../page.ts';
import { certificate, eraseAll } from './erasure.ts';
import './files.ts';
import type { OwnFiles } from './files.ts';
import './requests.ts';
import type { HandoverPart } from './handover.ts';
import './handover.ts';
import { icon, mark } from '../ui/icons.ts';
import { asFailure, badge, broken, empty, languageSwitch, precisionWord, reasonOf, skeleton, sourceWord, statusWord, valid } from '../ui/signs.ts';
import { day, full, precise } from '../ui/when.ts';
import { say } from '../words/client.ts';
import { say as common } from '../words/common.ts';
import { say as handing } from '../words/handover.ts';

class Privacy extends Page {
  private letter: Letter | null = null;
  private failure: Failure | null = null;
  private busy = new Set<string>();
  private word = '';
  private allLooks = false;
  /** What a link from the chat wants in front. */
  private go = '';
  private erasure: Erasure | null = null;
  private sure = false;

  override connectedCallback(): void {
    super.connectedCallback();
    const asked = new URLSearchParams(location.hash.slice(1));
    const token = asked.get('t');
    this.go = asked.get('go') ?? '';
    history.replaceState(null, '', '/privacy');
    void this.begin(token);
  }

  protected override languageChanged(): void {
    if (this.letter) void this.load();
  }

  private async begin(token: string | null): Promise<void> {
    try {
      if (token) {
        const session = await privacy.open(token);
        useToken(session.csrf);
        if (!chosen()) speakIn(session.lang);
      }
    } catch (e) {
      // A link that was opened before may have left a session here; the letter decides.
      const failure = asFailure(e);
      if (failure.passing) return this.fail(failure, () => void this.begin(token));
    }
    await this.load();
  }

  private async load(): Promise<void> {
    try {
      this.letter = await privacy.letter();
      this.failure = null;
      useToken(this.letter.csrf);
      if (!chosen()) speakIn(this.letter.lang);
    } catch (e) {
      const failure = asFailure(e);
      return failure.status === 404 ? this.erased(failure) : this.fail(failure);
    }
    this.requestUpdate();
    await this.updateComplete;
    if (this.go === 'archive') this.querySelector<HTMLElement>('[data-testid=archive]')?.focus();
    if (this.go === 'handover') void this.toHandover();
    this.go = '';
  }

  private async toHandover(): Promise<void> {
    const part = this.querySelector<HandoverPart>('cf-handover');
    // It fetches by itself what it shows.
    for (let tries = 0; part && tries < 50 && !part.querySelector('h2'); tries++) await new Promise(r => setTimeout(r, 100));
    part?.querySelector<HTMLElement>('h2')?.focus();
  }

  private async handedOver(): Promise<void> {
    await this.load();
    if (this.letter) this.word = handing('done', { name: this.letter.concierge });
    this.requestUpdate();
    await this.updateComplete;
    this.querySelector<HTMLElement>('main h1')?.focus();
  }

  /** There is no letter to somebody who was erased, but a certificate. */
  private async erased(failure: Failure): Promise<void> {
    try {
      this.erasure = (await privacy.erasure()) ?? null;
    } catch (e) {
      return this.fail(asFailure(e));
    }
    if (!this.erasure) return this.fail(failure);
    this.failure = null;
    this.requestUpdate();
  }

  private async erase(): Promise<void> {
    this.busy.add('erase');
    this.requestUpdate();
    try {
      this.erasure = await privacy.erase();
      this.letter = null;
      this.word = say('erasedNow');
      requestAnimationFrame(() => this.querySelector<HTMLElement>('main h1')?.focus());
    } catch (e) {
      const failure = asFailure(e);
      this.word = failure.passing ? common('awayTitle') : reasonOf(failure).reason;
    }
    this.busy.delete('erase');
    this.requestUpdate();
  }

  private ask(sure: boolean): void {
    this.sure = sure;
    this.requestUpdate();
  }

  private fail(failure: Failure, retry = () => void this.load()): void {
    this.failure = failure;
    this.again(failure, retry);
    this.requestUpdate();
  }

  private async act(key: string, doing: () => Promise<string>): Promise<void> {
    this.busy.add(key);
    this.word = '';
    this.requestUpdate();
    try {
      this.word = await doing();
      await this.load();
      void this.querySelector<OwnFiles>('cf-own-files')?.load();
    } catch (e) {
      const failure = asFailure(e);
      this.word = failure.passing ? common('awayTitle') : reasonOf(failure).reason;
    }
    this.busy.delete(key);
    this.requestUpdate();
  }

  private turn(p: LetterPurpose, give = !valid(p.status)): void {
    void this.act(p.purpose, async () => {
      await privacy.consent(p.purpose, give);
      return say(give ? 'givenNow' : 'withdrawnNow', { title: p.title });
    });
  }

  private takeAway(tag: LetterTag): void {
    void this.act(tag.id, async () => {
      await privacy.removeTag(tag.id);
      return say('removed');
    });
  }

  private purpose(p: LetterPurpose): TemplateResult {
    const on = valid(p.status);
    return html`<section class="known" data-testid="purpose-${p.purpose}" data-status=${p.status}>
      <div class="known-top"><div><h2 id="title-${p.purpose}">${p.title}</h2><p class="soft">${p.why}</p>
        <p class="signs">${badge({ title: p.title, status: p.status, basis: p.basis, since: p.since, until: p.until }, false)}
          <span class="fine">${p.basis !== 'consent' ? say('necessary') : [statusWord(p.status), p.since && common('since', { at: day(p.since) }), on && p.until && common('until', { at: day(p.until) })].filter(Boolean).join(' · ')}</span></p></div>
        ${p.basis !== 'consent' ? nothing : html`<button type="button" class="switch" role="switch" aria-checked=${on} data-testid="switch-${p.purpose}"
          aria-label=${say('allow', { title: p.title })} ?disabled=${this.busy.has(p.purpose)} @click=${() => this.turn(p)}><span aria-hidden="true">${say(on ? 'on' : 'off')}</span><i aria-hidden="true"></i></button>`}</div>
      ${p.status === 'pending' ? this.aloud(p) : nothing}
      ${p.unreadable ? html`<p class="sealed" data-testid="unreadable-${p.purpose}">${icon('lock')}<span>${say('unreadable')} ${p.finalBy ? say('finalBy', { at: day(p.finalBy) }) : nothing}</span></p>` : this.facts(p)}
    </section>`;
  }

  /** A yes that was said aloud counts once it is confirmed here or in the chat; denying it takes as many taps. */
  private aloud(p: LetterPurpose): TemplateResult {
    return html`<div class="ask" role="group" aria-labelledby="title-${p.purpose}" data-testid="confirm-${p.purpose}"><p>${say('saidAloud', { name: this.letter?.concierge ?? '', at: p.since ? full(p.since) : '' })}</p>
      <div class="pair"><button type="button" data-testid="confirm-yes" ?disabled=${this.busy.has(p.purpose)} @click=${() => this.turn(p, true)}>${common('yes')}</button>
        <button type="button" data-testid="confirm-no" ?disabled=${this.busy.has(p.purpose)} @click=${() => this.turn(p, false)}>${common('no')}</button></div></div>`;
  }

  private facts(p: LetterPurpose): TemplateResult {
    if (p.tags.length === 0) return html`<p class="fine facts">${say('nothingKnown')}</p>`;
    return html`<ul class="facts">${p.tags.map(t => html`<li class="fact" data-testid="tag-${t.id}"><span>${t.kindTitle}: <b>${t.value}</b>
      <small>${common('since', { at: day(t.since) })} · ${sourceWord(t.source)}${t.evidenceSeq ? html` · ${say('fromMessage', { n: t.evidenceSeq })}` : nothing}</small></span>
      <button type="button" class="quiet small" aria-label=${say('wrongItem', { kind: t.kindTitle, value: t.value })} data-testid="wrong-${t.id}"
        ?disabled=${this.busy.has(t.id)} @click=${() => this.takeAway(t)}>${say('wrong')}</button></li>`)}</ul>`;
  }

  private looks(l: Letter): TemplateResult {
    return html`<section class="looks" data-testid="reads"><h2>${say('lookedTitle')}</h2><p class="soft">${say(l.reads.length ? 'lookedText' : 'lookedNone')}</p>
      ${l.reads.length === 0 ? nothing : html`<div class="table-frame" tabindex="0" role="region" aria-label=${say('lookedTitle')}><table>
        <thead><tr><th scope="col">${say('when')}</th><th scope="col">${say('who')}</th><th scope="col">${say('why')}</th><th scope="col">${say('howMuch')}</th><th scope="col">${say('count')}</th></tr></thead>
        <tbody>${(this.allLooks ? l.reads : l.reads.slice(0, 10)).map(r => html`<tr><td><time datetime=${r.at}>${full(r.at)}</time></td><td class="whole">${looker(r.who, l)}</td><td>${l.purposes.find(p => p.purpose === r.purpose)?.title ?? r.purpose}<br><span class="soft">${r.rule}</span></td><td>${precisionWord(r.precision)}</td><td>${r.count}</td></tr>`)}</tbody></table></div>
        ${this.allLooks || l.reads.length <= 10 ? nothing : html`<button type="button" class="quiet" data-testid="more-reads" @click=${() => { this.allLooks = true; this.requestUpdate(); }}>${common('more')} (${l.reads.length - 10})</button>`}`}</section>`;
  }

  private receipts(l: Letter): TemplateResult | typeof nothing {
    return l.receipts.length === 0 ? nothing : html`<section class="looks" data-testid="receipts"><h2>${say('receiptsTitle')}</h2><p class="soft">${say('receiptsText')}</p>
      <div class="receipts">${l.receipts.map(receipt)}</div></section>`;
  }

  private archive(): TemplateResult {
    return html`<section class="looks"><h2>${say('archiveTitle')}</h2><p class="soft">${say('archiveText')}</p>
      <a class="button main" href=${privacy.archiveAddress()} download="my-data.zip" data-testid="archive">${icon('down')}${say('archive')}</a></section>`;
  }

  private body(): TemplateResult {
    if (this.failure?.status === 401) return empty(say('linkOver'), say('linkOverText'));
    if (this.erasure) return certificate(this.erasure);
    if (this.failure) return broken(this.failure, () => void this.load());
    const l = this.letter;
    if (!l) return skeleton(6);
    return html`<article><p class="fine">${l.house} · ${say('letterDate', { at: day(new Date().toISOString()) })}</p>
        <h1 tabindex="-1">${say('letterTitle', { name: l.concierge })}</h1><p class="lead">${say('letterIntro')}</p>
        <cf-handover @handed-over=${() => void this.handedOver()}></cf-handover>
        ${l.purposes.map(p => this.purpose(p))}</article>
      <cf-own-files .purposes=${l.purposes}></cf-own-files>${this.archive()}${this.looks(l)}${this.receipts(l)}<cf-own-requests></cf-own-requests>${eraseAll(this.sure, this.busy.has('erase'), sure => this.ask(sure), () => void this.erase())}`;
  }

  protected override render(): TemplateResult {
    return html`<header class="top"><span class="brand">${mark()}<span>${this.letter?.house ?? 'Confidant'}</span></span>${languageSwitch()}</header>
      <main class="column letter">${this.letter || this.failure || this.erasure ? nothing : html`<h1 class="unseen">${say('known')}</h1>`}${this.body()}</main>
      <div role="status" aria-live="polite">${this.word ? html`<p class="toast" data-testid="word">${this.word}</p>` : nothing}</div>`;
  }
}

/** A role word as people say it; a concierge by name. */
function looker(who: string, l: Letter): string {
  if (who === 'concierge') return l.concierge;
  if (who === 'assistant') return common('assistant');
  if (who === 'officer') return say('officer');
  return who === 'scheduler' || who === 'house' ? common('house') : who;
}

function receipt(r: Receipt): TemplateResult {
  return html`<details data-testid="receipt-${r.id}"><summary>${badge({ title: r.title, status: r.status })} <span class="fine">${full(r.at)}</span></summary>
    <dl><dt>${say('receiptNew', { id: '' })}</dt><dd><code>${r.id}</code></dd><dt>${say('when')}</dt><dd>${precise(r.at)}</dd>
      <dt>${say('noticeHash')}</dt><dd><code>${r.noticeSha256}</code></dd>
      ${r.entry === undefined ? nothing : html`<dt>${say('entry', { n: r.entry })}</dt><dd></dd>`}</dl></details>`;
}

customElements.define('cf-privacy', Privacy);
