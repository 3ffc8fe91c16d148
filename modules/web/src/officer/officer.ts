/** The officer's console: tables that read like a report. Nothing here moves on its own. */
import { html, nothing, type TemplateResult } from 'lit';
import { audit, open, useToken, type Failure } from '../api.ts';
import type { Asking, AuditClients, AuditComplaints, AuditConsent, AuditErasures, Checkpoint, Session } from '../contract.ts';
import { Page } from '../page.ts';
import { icon, mark } from '../ui/icons.ts';
import { asFailure, badge, broken, empty, languageSwitch, skeleton, statusWord } from '../ui/signs.ts';
import { precise } from '../ui/when.ts';
import { taken } from '../ui/stepup.ts';
import { say } from '../words/officer.ts';
import { say as key } from '../words/passkey.ts';
import { bands } from './band.ts';
import '../ui/contents.ts';
import './colleagues.ts';
import './conduct.ts';
import type { Entries } from './entries.ts';
import './entries.ts';
import './exposure.ts';
import type { Holds } from './holds.ts';
import './holds.ts';
import { erased } from './erasures.ts';
import './record.ts';
import './looks.ts';
import './messages.ts';
import './requests.ts';
import './retention.ts';
import './rules.ts';
import './sends.ts';
import './silent.ts';
import './evidence.ts';
import './standing.ts';
import './steps.ts';

const ASKING: readonly Asking[] = ['audit', 'complaint', 'request', 'incident'];
class Officer extends Page {
  private session: Session | null = null;
  private failure: Failure | null = null;
  private asking: Asking = 'audit';
  private clients: AuditClients | null = null;
  private complaints: AuditComplaints | null = null;
  private erasures: AuditErasures | null = null;
  private chosen = '';
  private events: AuditConsent[] | null = null;
  private checkpoint: Checkpoint | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.begin();
  }

  protected override languageChanged(): void {
    if (this.session) void this.begin();
  }

  private async begin(): Promise<void> {
    await this.attempt(async () => {
      this.session ??= await open.session();
      useToken(this.session.csrf);
      if (this.session.role !== 'officer') return;
      [this.clients, this.checkpoint, this.complaints, this.erasures] = await Promise.all([audit.clients(this.asking), this.head(), audit.complaints(this.asking), audit.erasures(this.asking)]);
      if (this.chosen) await this.choose(this.chosen);
    });
  }

  /** None while the ledger is empty. */
  private async head(): Promise<Checkpoint | null> {
    try {
      return await audit.checkpoint(this.asking);
    } catch (e) {
      const failure = asFailure(e);
      if (failure.status === 404) return null;
      throw failure;
    }
  }

  private async attempt(doing: () => Promise<void>): Promise<void> {
    try {
      await doing();
      this.failure = null;
    } catch (e) {
      this.failure = asFailure(e);
      this.again(this.failure, () => void this.begin());
    }
    this.requestUpdate();
  }

  private async moreClients(): Promise<void> {
    await this.attempt(async () => {
      const page = await audit.clients(this.asking, this.clients?.next);
      this.clients = { ...page, clients: [...(this.clients?.clients ?? []), ...page.clients] };
    });
  }

  private async choose(pseudonym: string): Promise<void> {
    // No step may be offered on somebody by the history of somebody else.
    if (pseudonym !== this.chosen) this.events = null;
    this.chosen = pseudonym;
    this.requestUpdate();
    await this.attempt(async () => {
      const history = await audit.consents(pseudonym, this.asking);
      if (this.chosen === pseudonym) this.events = history.events;
    });
  }

  private async taken(): Promise<void> {
    const all = [...this.querySelectorAll<Holds>('cf-holds')].find(h => !h.pseudonym && h.found);
    await Promise.all([this.chosen ? this.choose(this.chosen) : undefined, all?.load()]);
  }

  private async close(id: string): Promise<void> {
    await this.attempt(async () => {
      await audit.closeComplaint(id);
      this.complaints = await audit.complaints(this.asking);
    });
  }

  private said(): TemplateResult {
    const c = this.complaints;
    if (!c) return skeleton(2);
    if (c.total === 0) return empty(say('complaintsEmpty'), say('complaintsEmptyText'));
    return html`<div class="table-frame" tabindex="0" role="region" aria-label=${say('complaints')}><table data-testid="complaints"><thead><tr><th scope="col">${say('at')}</th><th scope="col">${say('pseudonym')}</th><th scope="col">${say('words')}</th><th scope="col"><span class="unseen">${say('close')}</span></th></tr></thead>
      <tbody>${c.complaints.map(k => html`<tr><td><time datetime=${k.at}>${precise(k.at)}</time></td><td><code>${k.pseudonym.slice(0, 12)}</code></td><td>${k.text}</td>
        <td><button type="button" class="quiet small" data-testid="close-complaint" @click=${() => void this.close(k.id)}>${say('close')}</button></td></tr>`)}</tbody></table></div>
      ${c.total > c.complaints.length ? html`<p class="fine">${say('complaintsMore', { n: String(c.total - c.complaints.length) })}</p>` : nothing}`;
  }

  private pseudonyms(): TemplateResult {
    const c = this.clients;
    if (!c) return skeleton(6);
    if (c.clients.length === 0) return empty(say('clientsEmpty'), say('clientsEmptyText'));
    return html`<div class="table-frame tall" tabindex="0" role="region" aria-label=${say('clients')}><table data-testid="pseudonyms"><thead><tr><th scope="col">${say('pseudonym')}</th><th scope="col">${say('consents')}</th></tr></thead>
      <tbody>${c.clients.map(k => html`<tr class=${k.pseudonym === this.chosen ? 'chosen' : ''}><td><button type="button" class="link" data-testid="pseudonym" aria-pressed=${k.pseudonym === this.chosen ? 'true' : 'false'} @click=${() => void this.choose(k.pseudonym)}><code>${k.pseudonym.slice(0, 12)}</code></button></td>
        <td><span class="badges">${k.consents.map(s => badge({ title: s.title ?? s.purpose, status: s.status }, false))}</span></td></tr>`)}</tbody></table></div>
      ${c.next ? html`<button type="button" class="quiet small" @click=${() => void this.moreClients()}>${say('more')}</button>` : nothing}`;
  }

  private history(): TemplateResult {
    if (this.chosen && !this.events) return skeleton(4);
    if (!this.events) return empty(say('historyEmpty'), say('historyEmptyText'));
    return html`<div data-testid="history"><div class="room-bar"><h2>${say('history', { pseudonym: this.chosen.slice(0, 12) })}</h2>
        <button type="button" class="quiet small" data-testid="entries-of" @click=${() => this.querySelector<Entries>('cf-entries')?.only(this.chosen)}>${say('entriesOf')}</button></div>
      ${bands(this.events, Date.now())}
      <cf-standing .asking=${this.asking} .pseudonym=${this.chosen}></cf-standing>
      <cf-evidence .asking=${this.asking} .pseudonym=${this.chosen}></cf-evidence>
      <cf-steps .asking=${this.asking} .pseudonym=${this.chosen} .events=${this.events} @taken=${() => void this.taken()}></cf-steps>
      <div class="table-frame" tabindex="0" role="region" aria-label=${say('history', { pseudonym: this.chosen.slice(0, 12) })}><table data-testid="consent-events"><thead><tr><th scope="col">${say('at')}</th><th scope="col">${say('purpose')}</th><th scope="col">${say('status')}</th><th scope="col">${say('by')}</th><th scope="col">${say('method')}</th><th scope="col">${say('notice')}</th><th scope="col">${say('entry')}</th></tr></thead>
        <tbody>${this.events.map(e => html`<tr><td><time datetime=${e.at}>${precise(e.at)}</time></td><td>${e.title ?? e.purpose}</td><td><span class="badges">${badge({ title: e.title ?? e.purpose, status: e.status, basis: e.basis, until: e.until }, false)} ${statusWord(e.status, e.basis)}</span></td>
          <td>${e.by}</td><td>${e.method}${e.reason ? html`<br><span class="soft">${e.reason}</span>` : nothing}</td><td><code title=${e.noticeSha256}>${e.noticeSha256.slice(0, 12)}</code></td><td>${e.entry ?? ''}</td></tr>`)}</tbody></table></div></div>`;
  }

  private proof(c: Checkpoint): TemplateResult {
    return html`<section class="proof" data-testid="checkpoint"><div><h2>${say('checkpoint')}</h2><p>${say('checkpointText', { n: c.size.toLocaleString(), command: './confidant ledger verify' })}</p>
        <dl><dt>${say('root')}</dt><dd><code>${c.rootHash}</code></dd>${c.at ? html`<dt>${say('signed')}</dt><dd>${precise(c.at)}</dd>` : nothing}<dt>${say('key')}</dt><dd><code>${c.verifierKey}</code></dd></dl>
        <details><summary>${say('note')}</summary><pre>${c.note}</pre></details></div>
      <a class="button main" href=${audit.bundleAddress(this.asking)} download="confidant-ledger.zip" data-testid="bundle" @click=${(e: Event) => void this.attempt(() => taken(e))}>${icon('down')}${say('bundle')}</a></section>`;
  }

  private report(): TemplateResult {
    return html`<div class="report-top"><div><h1>${say('title')}</h1><p class="soft">${say('lead')}</p></div>
        <label class="field"><span>${say('asking')}</span><select data-testid="asking" @change=${(e: Event) => { this.asking = (e.target as HTMLSelectElement).value as Asking; this.requestUpdate(); }}>${ASKING.map(a => html`<option value=${a} ?selected=${a === this.asking}>${say(a)}</option>`)}</select><small class="fine">${say('asked')}</small></label></div>
      <cf-contents></cf-contents>
      ${this.failure ? broken(this.failure, () => void this.begin()) : nothing}
      <cf-requests></cf-requests>
      <cf-looks .asking=${this.asking}></cf-looks>
      ${this.checkpoint ? this.proof(this.checkpoint) : nothing}
      <section><h2>${say('complaints')}</h2><p class="fine">${say('complaintsText')}</p>${this.said()}</section>
      <section><h2>${say('erasures')}</h2><p class="fine">${say('erasuresText')}</p>${erased(this.erasures)}</section>
      <div class="split"><section><h2>${say('clients')}</h2>${this.pseudonyms()}</section><section class="history">${this.history()}</section></div>
      ${this.session ? html`<cf-entries .asking=${this.asking} @ended=${() => void this.begin()} .purposes=${this.clients?.clients.flatMap(k => k.consents.map(c => c.purpose)) ?? []}></cf-entries>` : nothing}
      <cf-holds .asking=${this.asking} @taken=${() => { if (this.chosen) void this.choose(this.chosen); }}></cf-holds>
      <cf-sends .asking=${this.asking}></cf-sends>
      <cf-ending .asking=${this.asking}></cf-ending>
      <cf-rules .asking=${this.asking}></cf-rules>
      <cf-record .asking=${this.asking}></cf-record>
      <cf-exposure></cf-exposure>
      <cf-conduct .asking=${this.asking}></cf-conduct>
      <cf-retention .asking=${this.asking}></cf-retention>
      <cf-old-messages .asking=${this.asking}></cf-old-messages>
      <cf-silent-clients .asking=${this.asking}></cf-silent-clients>
      <cf-colleagues></cf-colleagues>`;
  }

  protected override render(): TemplateResult {
    const out = this.failure?.status === 401 || (this.session !== null && this.session.role !== 'officer');
    const body = out ? html`<h1 class="unseen">${say('signedOut')}</h1>${empty(say('signedOut'), say('signedOutText'), html`<a class="button" href="/signin">${key('enter')}</a>`)}` : this.report();
    return html`<header class="top"><a class="brand" href="/">${mark()}<span>${this.session?.house ?? 'Confidant'}</span></a>${languageSwitch()}
        ${this.session && !out ? html`<a class="quiet" href="/passkeys" data-testid="passkeys-link">${key('title')}</a>` : nothing}
        ${this.session && !out ? html`<button type="button" class="quiet small" data-testid="sign-out" @click=${() => void open.signOut().finally(() => location.replace('/signin'))}>${say('signOut')}</button>` : nothing}</header>
      <main class="report">${body}</main>`;
  }
}

customElements.define('cf-officer', Officer);
