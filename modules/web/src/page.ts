/** What all pages share: light DOM (one stylesheet, ordinary label references) and a repaint when the language changes. */
import { LitElement } from 'lit';
import type { Failure } from './api.ts';
import { onLanguage } from './language.ts';

export abstract class Page extends LitElement {
  private stop: () => void = () => {};
  private later = 0;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.stop = onLanguage(() => {
      this.languageChanged();
      this.requestUpdate();
    });
  }

  override disconnectedCallback(): void {
    this.stop();
    clearTimeout(this.later);
    super.disconnectedCallback();
  }

  /** Does it again after a moment if it failed for a reason that passes: the page continues by itself. */
  protected again(failure: Failure, doing: () => void): void {
    clearTimeout(this.later);
    if (failure.passing && this.isConnected) this.later = window.setTimeout(doing, 4000);
  }

  /** Words that came from the server are in the old language: fetch them again here. */
  protected languageChanged(): void {}
}

/** A random id for idempotency. */
export function freshId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, b => b.toString(16).padStart(2, '0')).join('');
}
