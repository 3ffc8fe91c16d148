/** The door: who is there to talk to. */
import { html, nothing, type TemplateResult } from 'lit';
import { open, type Failure } from '../api.ts';
import type { Concierge, Concierges } from '../contract.ts';
import { LANG_NAMES } from '../language.ts';
import { Page } from '../page.ts';
import { mark } from '../ui/icons.ts';
import { asFailure, broken, empty, languageSwitch, skeleton } from '../ui/signs.ts';
import { span } from '../ui/when.ts';
import { say } from '../words/client.ts';

class Welcome extends Page {
  private there: Concierges | null = null;
  private failure: Failure | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  protected override languageChanged(): void {
    void this.load();
  }

  private async load(): Promise<void> {
    try {
      this.there = await open.concierges();
      this.failure = null;
    } catch (e) {
      this.failure = asFailure(e);
      this.again(this.failure, () => void this.load());
    }
    this.requestUpdate();
  }

  private list(): TemplateResult {
    if (this.failure) return broken(this.failure, () => void this.load());
    if (!this.there) return skeleton(3);
    if (this.there.concierges.length === 0) return empty(say('welcomeNone'), say('welcomeNoneText'));
    return html`<ul class="people">${this.there.concierges.map(person)}</ul>`;
  }

  protected override render(): TemplateResult {
    return html`<header class="top"><a class="brand" href="/">${mark()}<span>${this.there?.house ?? 'Confidant'}</span></a>${languageSwitch()}</header>
      <main class="column welcome"><h1>${say('welcomeTitle')}</h1><p class="lead">${say('welcomeText')}</p>${this.list()}
        <footer class="foot"><p>${say('staff')}</p><p><a href="/desk">${say('staffDesk')}</a> <a href="/officer">${say('staffConsole')}</a></p></footer></main>`;
  }
}

function person(c: Concierge): TemplateResult {
  return html`<li><a class="person" href="/chat/${c.handle}" data-testid="concierge-${c.handle}" aria-label=${say('talkTo', { name: c.name })}>
    <span class="face" aria-hidden="true">${[...c.name][0]}</span>
    <span class="person-words"><b>${c.name}</b>${c.about ? html`<span>${c.about}</span>` : nothing}
      <span class="soft">${c.languages.map(l => LANG_NAMES[l]).join(' · ')} · ${say('replies', { time: span(c.promisedMinutes) })}</span></span></a></li>`;
}

customElements.define('cf-welcome', Welcome);
