/**
 * Staff come in: by a passkey, or by exchanging the code of a one-time link. The code stays in the fragment, so no server log
 * ever sees it.
 */
import { html, nothing, type TemplateResult } from 'lit';
import { open, passkeys, useToken, type Failure } from './api.ts';
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

  override connectedCallback(): void {
    super.connectedCallback();
    this.read();
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
      ${this.said()}<p class="fine">${key('enterElse')}</p></div>`;
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
