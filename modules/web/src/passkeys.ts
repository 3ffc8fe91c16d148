/** Looking after one's own passkeys. */
import { html, nothing, type TemplateResult } from 'lit';
import { company, open, passkeys, useToken, type Failure } from './api.ts';
import { faultOf, leave } from './company.ts';
import type { OwnCompany, Passkey, Passkeys, Session } from './contract.ts';
import { Page } from './page.ts';
import { home } from './ui/home.ts';
import { Declined, able, add, deviceName } from './passkey.ts';
import { icon, mark } from './ui/icons.ts';
import { asFailure, broken, empty, languageSwitch, skeleton } from './ui/signs.ts';
import { precise } from './ui/when.ts';
import './ui/stepup.ts';
import { say as client } from './words/client.ts';
import { say } from './words/passkey.ts';

class OwnPasskeys extends Page {
  private session: Session | null = null;
  private all: Passkeys | null = null;
  private company: OwnCompany = { connected: false };
  private failure: Failure | null = null;
  private word = '';
  private fault = '';

  override connectedCallback(): void {
    super.connectedCallback();
    void this.begin();
  }

  private async begin(): Promise<void> {
    try {
      this.session ??= await open.session();
      useToken(this.session.csrf);
      this.all = await passkeys.list();
      this.company = await company.own();
      this.failure = null;
    } catch (e) {
      this.failure = asFailure(e);
      this.again(this.failure, () => void this.begin());
    }
    this.requestUpdate();
  }

  private async act(doing: () => Promise<unknown>, done: string): Promise<void> {
    this.word = this.fault = '';
    try {
      await doing();
      this.word = done;
    } catch (e) {
      const failure = e instanceof Declined ? null : asFailure(e);
      this.fault = failure === null ? say('declined') : failure.problem.type.endsWith('/step-up') ? say('linkFirst') : failure.problem.detail ?? say('failed');
    }
    await this.begin();
  }

  private async connect(): Promise<void> {
    this.word = this.fault = '';
    try {
      await leave(company.goToConnect);
    } catch (e) {
      this.fault = faultOf(e);
    }
    this.requestUpdate();
  }

  /** Nothing where staff do not come in by a company. */
  private companys(): TemplateResult | typeof nothing {
    const { name, connected } = this.company;
    if (!name) return nothing;
    return html`<section class="stack ways" data-testid="company"><h2>${say('companyTitle')}</h2><p>${say('companyText', { name })}</p>
      ${connected
    ? html`<p data-testid="company-connected">${say('companyConnected', { name })}</p><p><button type="button" class="quiet" data-testid="company-disconnect" @click=${() => void this.act(() => company.disconnect(), say('companyGone'))}>${say('companyDisconnect')}</button></p>`
    : html`<p><button type="button" data-testid="company-connect" @click=${() => void this.connect()}>${say('companyConnect', { name })}</button></p>`}</section>`;
  }

  private row(k: Passkey, all: Passkeys): TemplateResult {
    const rename = (e: Event) => {
      e.preventDefault();
      const name = String(new FormData(e.target as HTMLFormElement).get('name') ?? '').trim();
      if (name && name !== k.name) void this.act(() => passkeys.rename(k.id, name), say('saved'));
    };
    const stays = all.passkeys.length <= all.keep;
    return html`<li class="known" data-testid="passkey" data-name=${k.name}>
      <form class="filters" @submit=${rename}><label class="field"><span>${say('nameOf', { name: k.name })}</span><input name="name" maxlength="60" required autocomplete="off" data-testid="passkey-name" .value=${k.name}></label>
        <button class="quiet" data-testid="passkey-save">${say('save')}</button>
        <button type="button" class="quiet" data-testid="passkey-remove" ?disabled=${stays} aria-label=${say('removeOf', { name: k.name })} @click=${() => void this.act(() => passkeys.remove(k.id), say('removed'))}>${say('remove')}</button></form>
      <p class="fine">${say('madeAt', { at: precise(k.made) })}, ${k.used ? say('usedAt', { at: precise(k.used) }) : say('neverUsed')}, ${k.synced ? say('synced') : say('bound')}</p></li>`;
  }

  private list(all: Passkeys, session: Session): TemplateResult {
    const missing = all.keep - all.passkeys.length;
    return html`<p class="lead">${say('lead')}</p>
      ${session.role === 'officer' ? html`<p class="lead">${say('two')} ${missing > 0 ? html`<b data-testid="passkeys-missing">${say('short', { n: missing })}</b>` : nothing}</p>` : nothing}
      ${all.passkeys.length === 0 ? empty(say('none'), say('noneText')) : html`<ul data-testid="passkeys">${all.passkeys.map(k => this.row(k, all))}</ul><p class="fine">${say('needed', { n: all.keep })}</p>`}
      <p role="status" data-testid="passkey-word">${this.word}</p>
      ${this.fault ? html`<p class="fault" role="alert" data-testid="passkey-fault">${this.fault}</p>` : nothing}
      ${able() ? html`<p><button type="button" class="main" data-testid="passkey-make" @click=${() => void this.act(() => add(deviceName(), session.house ?? 'Confidant'), say('made'))}>${icon('lock')}${say('make')}</button></p>` : html`<p class="fault">${say('unable')}</p>`}${this.companys()}`;
  }

  private body(): TemplateResult {
    if (this.failure?.status === 401) return empty(client('signinOver'), say('enterText'), html`<a class="button" href="/signin">${say('enter')}</a>`);
    if (this.failure) return broken(this.failure, () => void this.begin());
    return this.all && this.session ? this.list(this.all, this.session) : skeleton(4);
  }

  protected override render(): TemplateResult {
    const back = this.session ? home(this.session.role) : '/';
    return html`<header class="top"><a class="brand" href=${back}>${mark()}<span>${this.session?.house ?? 'Confidant'}</span></a>${languageSwitch()}
        ${this.session ? html`<a class="button" href=${back} data-testid="passkeys-back">${say('back')}</a>` : nothing}</header>
      <main class="column letter"><article><h1>${say('title')}</h1>${this.body()}</article></main>`;
  }
}

customElements.define('cf-passkeys', OwnPasskeys);
