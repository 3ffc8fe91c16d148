/** The day's greetings and what became of each. */
import { html, nothing, type TemplateResult } from 'lit';
import { desk, type Failure } from '../api.ts';
import type { Greeting } from '../contract.ts';
import { Page } from '../page.ts';
import { icon } from '../ui/icons.ts';
import { asFailure, broken, empty, reasonChip, skeleton } from '../ui/signs.ts';
import { clock } from '../ui/when.ts';
import { say } from '../words/desk.ts';
import type { Room } from './room.ts';

function localDay(): string {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}

export class TodayRoom extends Page {
  static override properties = { room: { attribute: false } };
  declare room: Room;
  private day = localDay();
  private greetings: Greeting[] | null = null;
  private failure: Failure | null = null;
  private unwatch: () => void = () => {};

  override connectedCallback(): void {
    super.connectedCallback();
    this.unwatch = this.room.watch(f => {
      if (f?.type === 'delivery' || f?.type === 'status') void this.load();
    });
    void this.load();
  }

  override disconnectedCallback(): void {
    this.unwatch();
    super.disconnectedCallback();
  }

  protected override languageChanged(): void {
    void this.load();
  }

  private async load(): Promise<void> {
    try {
      this.greetings = (await desk.greetings(this.day)).greetings;
      this.failure = null;
    } catch (e) {
      this.failure = asFailure(e);
    }
    this.requestUpdate();
  }

  private row(g: Greeting): TemplateResult {
    const name = g.name ?? say('nameless');
    return html`<tr data-testid="greeting" data-client=${g.clientId} data-state=${g.state}><td><button type="button" class="link" aria-label=${say('openPane', { name })} @click=${() => this.dispatchEvent(new CustomEvent('bring', { detail: g.clientId, bubbles: true }))}>${name}</button></td>
      <td>${g.occasionTitle}</td><td><time datetime=${g.at}>${clock(g.at, g.zone)}</time>${g.zone ? html` <span class="fine">${g.zone}</span>` : nothing}</td>
      <td><span class="state-word ${g.state}">${g.state === 'delivered' || g.state === 'sent' ? icon('check') : g.state === 'dropped' || g.state === 'failed' ? icon('alert') : icon('clock')}${say(g.state)}</span>${g.reason ? html` ${reasonChip(g.reason)}` : nothing}</td></tr>`;
  }

  private body(): TemplateResult {
    if (this.failure) return broken(this.failure, () => void this.load());
    if (!this.greetings) return skeleton(6);
    if (this.greetings.length === 0) return empty(say('greetingsEmpty'), say('greetingsEmptyText'));
    return html`<div class="table-frame" tabindex="0" role="region" aria-label=${say('greetings')}><table class="roomy"><thead><tr><th scope="col">${say('client')}</th><th scope="col">${say('occasion')}</th><th scope="col">${say('time')}</th><th scope="col">${say('state')}</th></tr></thead>
      <tbody>${this.greetings.map(g => this.row(g))}</tbody></table></div>`;
  }

  protected override render(): TemplateResult {
    return html`<div class="room" data-testid="today"><header class="room-bar"><div><h1>${say('greetings')}</h1><p class="soft">${say('greetingsText')}</p></div>
      <label class="field"><span>${say('day')}</span><input type="date" data-testid="greetings-day" .value=${this.day} @change=${(e: Event) => { this.day = (e.target as HTMLInputElement).value || localDay(); this.greetings = null; void this.load(); }}></label></header>${this.body()}</div>`;
  }
}

customElements.define('cf-today', TodayRoom);
