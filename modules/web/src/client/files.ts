/** The pictures and files of the conversation on the letter: download each, or take it away for good. */
import { html, nothing, type TemplateResult } from 'lit';
import { privacy } from '../api.ts';
import type { FileLine, LetterPurpose } from '../contract.ts';
import { Page } from '../page.ts';
import { about, enlarge, nameOf } from '../ui/file.ts';
import { icon } from '../ui/icons.ts';
import { asFailure, reasonOf, skeleton } from '../ui/signs.ts';
import { say as common } from '../words/common.ts';
import { say } from '../words/files.ts';

export class OwnFiles extends Page {
  static override properties = { purposes: { attribute: false } };
  declare purposes: LetterPurpose[];
  private files: FileLine[] | null = null;
  /** The file that the client is asked about once more. */
  private sure = '';
  private busy = false;
  private word = '';

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  /** Looks again: a purpose may be over, and what was kept for it with it. */
  async load(): Promise<void> {
    try {
      this.files = (await privacy.files()).files;
    } catch (e) {
      this.again(asFailure(e), () => void this.load());
    }
    this.requestUpdate();
  }

  private ask(id: string): void {
    const from = this.sure;
    this.sure = id;
    this.word = '';
    this.requestUpdate();
    void this.updateComplete.then(() => this.querySelector<HTMLElement>(id ? '[data-testid=remove-not]' : `[data-testid="remove-${from}"]`)?.focus());
  }

  private async takeAway(file: FileLine): Promise<void> {
    this.busy = true;
    this.requestUpdate();
    try {
      await privacy.removeFile(file.id);
      this.word = say('removed', { name: nameOf(file) });
      this.sure = '';
      await this.load();
    } catch (e) {
      const failure = asFailure(e);
      this.word = failure.passing ? common('awayTitle') : reasonOf(failure).reason;
    }
    this.busy = false;
    this.requestUpdate();
    await this.updateComplete;
    this.querySelector<HTMLElement>('h2')?.focus();
  }

  private kept(file: FileLine): string {
    return file.kept.map(id => say('keptFor', { title: this.purposes.find(p => p.purpose === id)?.title ?? id })).join(' · ');
  }

  private acts(file: FileLine): TemplateResult {
    const name = nameOf(file);
    const address = privacy.fileAddress(file.id);
    return html`<span class="own-acts">
      ${file.picture ? html`<button type="button" class="round" data-testid="look-${file.id}" aria-label=${say('enlarge', { name })} @click=${() => enlarge(file, address)}>${icon('search')}</button>` : nothing}
      <a class="round" href=${address} download=${name} data-testid="download-${file.id}" aria-label=${say('downloadItem', { name })}>${icon('down')}</a>
      <button type="button" class="quiet small" data-testid="remove-${file.id}" aria-label=${say('removeItem', { name })} @click=${() => this.ask(file.id)}>${say('remove')}</button></span>`;
  }

  private one(file: FileLine): TemplateResult {
    const known = [about(file), this.kept(file)].filter(Boolean).join(' · ');
    return html`<li class="own-file" data-testid="own-file-${file.id}"><span class="own-words"><b>${nameOf(file)}</b><small>${known}</small></span>
      ${this.sure === file.id ? html`<div class="own-sure" role="group" aria-label=${say('removeItem', { name: nameOf(file) })}><p>${say('removeSure')}</p>
        <div class="pair"><button type="button" data-testid="remove-not" ?disabled=${this.busy} @click=${() => this.ask('')}>${say('removeNot')}</button>
          <button type="button" data-testid="remove-do" ?disabled=${this.busy} @click=${() => void this.takeAway(file)}>${say('removeDo')}</button></div></div>` : this.acts(file)}</li>`;
  }

  protected override render(): TemplateResult {
    const files = this.files;
    return html`<section class="looks" data-testid="own-files"><h2 tabindex="-1">${say('ownTitle')}</h2><p class="soft">${say('ownText')}</p>
      <p role="status" class="own-word" data-testid="own-word">${this.word}</p>
      ${files === null ? skeleton(2) : files.length === 0 ? html`<p class="fine" data-testid="own-none">${say('ownNone')}</p>` : html`<ul class="own-files">${files.map(f => this.one(f))}</ul>`}</section>`;
  }
}

customElements.define('cf-own-files', OwnFiles);
