/**
 * Staff come in: by a passkey, by their company, or by exchanging the code of a one-time link. That code stays in the fragment,
 * so no server log ever sees it; the company's is worth nothing without this browser's cookie.
 */
import { html, nothing, type TemplateResult } from 'lit';
import { company, open, passkeys, useToken, type Failure } from './api.ts';
import { back, faultOf, leave, type Back } from './company.ts';
import type { Session } from './contract.ts';
import { Page } from './page.ts';
import { home } from './ui/home.ts';
import { Declined, able, add, deviceName, enter } from './passkey.ts';
import { mark } from './ui/icons.ts';
import { asFailure, broken, empty, languageSwitch } from './ui/signs.ts';
import { say } from './words/client.ts';
import { say as key } from './words/passkey.ts';

class SignIn extends Page {
  private failure: Failure | null = null;
  private fault = '';
  /** Signed in by a link and still without a passkey. */
  private bare: Session | null = null;
  private code: string | null = null;
  /** What the company is called; empty where staff do not come in by one. */
  private company = '';
  /** Under way with what the company sent. */
  private checking = false;
  private connecting = false;

  override connectedCallback(): void {
    super.connectedCallback();
    const came = back(location.search);
    this.read();
    void this.named();
    if (came) void this.comeBack(came);
    // A link that is followed while this page is open changes the fragment only.
    window.addEventListener('hashchange', () => this.read());
  }

  private read(): void {
    const code = new URLSearchParams(location.hash.slice(1)).get('code');
    history.replaceState(null, '', '/signin');
    if (!code) return;
    this.code = code;
    void this.exchange(code);
  }

  private async named(): Promise<void> {
    try {
      this.company = (await company.named()).name ?? '';
    } catch {
      // The other ways in say what is wrong.
    }
    this.requestUpdate();
  }

  private async comeBack({ answer, connecting }: Back): Promise<void> {
    this.connecting = connecting;
    this.checking = answer !== null;
    this.fault = answer ? '' : key('companyDeclined');
    this.requestUpdate();
    if (!answer) return;
    try {
      if (connecting) {
        useToken((await open.session()).csrf);
        await company.connect(answer);
        location.replace('/passkeys');
      } else SignIn.home(await company.enter(answer));
    } catch (e) {
      this.checking = false;
      this.fault = faultOf(e);
      this.requestUpdate();
    }
  }

  private async go(): Promise<void> {
    this.fault = '';
    try {
      await leave(company.goTo);
    } catch (e) {
      this.fault = faultOf(e);
    }
    this.requestUpdate();
  }

  private static home(session: Session): void {
    location.replace(home(session.role));
  }

  private async exchange(given: string): Promise<void> {
    this.failure = null;
    this.fault = '';
    this.requestUpdate();
    try {
      const session = await open.signIn(given);
      useToken(session.csrf);
      const ask = able() && (await passkeys.list()).passkeys.length === 0;
      if (ask) this.bare = session;
      else SignIn.home(session);
    } catch (e) {
      this.failure = asFailure(e);
    }
    this.requestUpdate();
  }

  private async attempt(doing: () => Promise<Session>): Promise<void> {
    this.fault = '';
    this.requestUpdate();
    try {
      SignIn.home(await doing());
    } catch (e) {
      this.fault = e instanceof Declined ? key('declined') : asFailure(e).problem.detail ?? key('failed');
      this.requestUpdate();
    }
  }

  private said(): TemplateResult | typeof nothing {
    return this.fault ? html`<p class="fault" role="alert" data-testid="signin-fault">${this.fault}</p>` : nothing;
  }

  /** The way in for everybody who has been here before. */
  private door(): TemplateResult {
    return html`<div class="stack">${able() ? html`<p>${key('enterText')}</p><button type="button" class="main wide" data-testid="enter" @click=${() => void this.attempt(enter)}>${key('enter')}</button>` : html`<p class="fault">${key('unable')}</p>`}
      ${this.company ? html`<button type="button" class="wide" data-testid="enter-company" @click=${() => void this.go()}>${key('companyEnter', { name: this.company })}</button>` : nothing}
      ${this.said()}${this.connecting ? html`<p><a class="button" href="/passkeys" data-testid="company-back">${key('companyBack')}</a></p>` : nothing}<p class="fine">${key('enterElse')}</p></div>`;
  }

  private ask(session: Session): TemplateResult {
    const make = async () => {
      await add(deviceName(), session.house ?? 'Confidant');
      return session;
    };
    return html`<div class="stack" data-testid="make-passkey"><h2>${key('askTitle')}</h2><p>${key('askText')}</p>
      <button type="button" class="main wide" data-testid="make-first" @click=${() => void this.attempt(make)}>${key('make')}</button>${this.said()}
      <button type="button" class="quiet" data-testid="make-later" @click=${() => SignIn.home(session)}>${key('notNow')}</button></div>`;
  }

  private body(): TemplateResult {
    if (this.bare) return this.ask(this.bare);
    if (this.checking) return empty(say('signinTitle'), key('companyChecking', { name: this.company || key('companyYours') }));
    const code = this.code;
    if (!code) return this.door();
    if (!this.failure) return empty(say('signinTitle'), say('signinText'));
    if (this.failure.passing) return broken(this.failure, () => void this.exchange(code));
    return html`${empty(say('signinOver'), say('signinOverText'))}${this.door()}`;
  }

  protected override render(): TemplateResult {
    return html`<header class="top"><a class="brand" href="/">${mark()}<span>Confidant</span></a>${languageSwitch()}</header>
      <main class="column"><h1>${say('signinTitle')}</h1>${this.body()}</main>`;
  }
}

customElements.define('cf-signin', SignIn);
