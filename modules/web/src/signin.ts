/** Exchanges the code of a one-time link for a session. The code stays in the fragment: no server log ever sees it. */
import { html, type TemplateResult } from 'lit';
import { open } from './api.ts';
import { Page } from './page.ts';
import { say } from './words/client.ts';
import { asFailure, broken, empty, languageSwitch } from './ui/signs.ts';
import { mark } from './ui/icons.ts';
import type { Failure } from './api.ts';

const code = new URLSearchParams(location.hash.slice(1)).get('code');

class SignIn extends Page {
  private failure: Failure | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    history.replaceState(null, '', '/signin');
    if (code) void this.exchange(code);
  }

  private async exchange(given: string): Promise<void> {
    this.failure = null;
    this.requestUpdate();
    try {
      const session = await open.signIn(given);
      location.replace(session.role === 'officer' ? '/officer' : '/desk');
    } catch (e) {
      this.failure = asFailure(e);
      this.requestUpdate();
    }
  }

  private body(): TemplateResult {
    if (!code) return empty(say('signinNone'), say('signinOverText'));
    if (!this.failure) return empty(say('signinTitle'), say('signinText'));
    if (this.failure.passing) return broken(this.failure, () => void this.exchange(code));
    return empty(say('signinOver'), say('signinOverText'));
  }

  protected override render(): TemplateResult {
    return html`<header class="top"><a class="brand" href="/">${mark()}<span>Confidant</span></a>${languageSwitch()}</header>
      <main class="column"><h1 class="unseen">${say('signinTitle')}</h1>${this.body()}</main>`;
  }
}

customElements.define('cf-signin', SignIn);
