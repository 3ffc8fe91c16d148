/** What all pages share: light DOM (one stylesheet, ordinary label references) and a repaint when the language changes. */
import { LitElement } from 'lit';
import { onLanguage } from './language.ts';

export abstract class Page extends LitElement {
  private stop: () => void = () => {};

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
    super.disconnectedCallback();
  }

  /** Words that came from the server are in the old language: fetch them again here. */
  protected languageChanged(): void {}
}

/** A random id for idempotency. */
export function freshId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, b => b.toString(16).padStart(2, '0')).join('');
}
