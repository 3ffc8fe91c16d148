/** What is on a long page, as links to its parts: made from the headings that are there, in the language that they are in. */
import { html, nothing, type TemplateResult } from 'lit';
import { Page } from '../page.ts';
import { say } from '../words/common.ts';

interface Part {
  id: string;
  title: string;
}

export class Contents extends Page {
  private parts: Part[] = [];
  private readonly watch = new MutationObserver(() => this.look());

  override connectedCallback(): void {
    super.connectedCallback();
    const page = this.closest('main');
    if (page) this.watch.observe(page, { childList: true, subtree: true, characterData: true });
    this.look();
  }

  override disconnectedCallback(): void {
    this.watch.disconnect();
    super.disconnectedCallback();
  }

  private look(): void {
    const heads = [...(this.closest('main')?.querySelectorAll<HTMLElement>('h2') ?? [])].filter(h => !h.closest('dialog, .state'));
    const parts = heads.map((h, at) => {
      h.id ||= `part-${at}-${Math.random().toString(36).slice(2, 8)}`;
      return { id: h.id, title: h.textContent?.trim() ?? '' };
    });
    // Only what changed is painted: painting changes the page, which is what is watched.
    if (JSON.stringify(parts) === JSON.stringify(this.parts)) return;
    this.parts = parts;
    this.requestUpdate();
  }

  private go(event: Event, id: string): void {
    const head = document.getElementById(id);
    if (!head) return;
    // The address stays as it is: it may be copied, and the names of parts are of this moment.
    event.preventDefault();
    head.tabIndex = -1;
    head.focus({ preventScroll: true });
    head.scrollIntoView({ block: 'start' });
  }

  protected override render(): TemplateResult | typeof nothing {
    if (this.parts.length < 3) return nothing;
    return html`<nav class="contents" aria-label=${say('onThisPage')} data-testid="contents"><ul>${this.parts.map(p => html`<li><a href="#${p.id}" @click=${(e: Event) => this.go(e, p.id)}>${p.title}</a></li>`)}</ul></nav>`;
  }
}

customElements.define('cf-contents', Contents);
