/** A new piece for the library: words, a link or a picture, in one language, with an end. */
import { html, nothing, type TemplateResult } from 'lit';
import { desk, type Failure } from '../api.ts';
import type { Lang, Piece } from '../contract.ts';
import { LANGS, LANG_NAMES, lang } from '../language.ts';
import { Page } from '../page.ts';
import { icon } from '../ui/icons.ts';
import { asFailure, reasonChip, reasonOf } from '../ui/signs.ts';
import { say as common } from '../words/common.ts';
import { say } from '../words/desk.ts';

const MOST_BYTES = 200 * 1024;

export class PieceDialog extends Page {
  private type: Piece['type'] = 'text';
  private picture = '';
  private tooBig = false;
  private refusal: Failure | null = null;
  private busy = false;

  async show(): Promise<void> {
    Object.assign(this, { type: 'text', picture: '', tooBig: false, refusal: null });
    this.querySelector('form')?.reset();
    this.requestUpdate();
    await this.updateComplete;
    this.querySelector('dialog')?.showModal();
  }

  private close(): void {
    this.querySelector('dialog')?.close();
  }

  private file(e: Event): void {
    const file = (e.target as HTMLInputElement).files?.[0];
    this.picture = '';
    this.tooBig = (file?.size ?? 0) > MOST_BYTES;
    this.requestUpdate();
    if (!file || this.tooBig) return;
    const reader = new FileReader();
    reader.onload = () => {
      this.picture = String(reader.result);
      this.requestUpdate();
    };
    reader.readAsDataURL(file);
  }

  private async save(form: HTMLFormElement): Promise<void> {
    const given = new FormData(form);
    const text = (name: string) => String(given.get(name) ?? '').trim();
    this.busy = true;
    this.requestUpdate();
    try {
      await desk.addPiece({
        title: text('title'), language: text('language') as Lang, type: this.type, body: text('body'),
        expires: new Date(`${text('expires')}T23:59:59`).toISOString(),
        ...(this.type === 'link' ? { url: text('url') } : {}),
        ...(this.type === 'picture' ? { pictureDataUrl: this.picture } : {}),
      });
      this.close();
      this.dispatchEvent(new CustomEvent('added', { bubbles: true }));
    } catch (e) {
      this.refusal = asFailure(e);
    }
    this.busy = false;
    this.requestUpdate();
  }

  private special(): TemplateResult | typeof nothing {
    if (this.type === 'link') return html`<label class="field"><span>${say('pieceUrl')}</span><input name="url" type="url" required pattern="https?://.*" maxlength="1000" data-testid="piece-url"></label>`;
    if (this.type !== 'picture') return nothing;
    return html`<label class="field"><span>${say('pieceFile')}</span><input type="file" required accept="image/png,image/jpeg,image/webp" data-testid="piece-file" @change=${(e: Event) => this.file(e)}></label>
      ${this.tooBig ? html`<p role="alert" class="chip">${icon('alert')}${say('pieceTooBig')}</p>` : nothing}`;
  }

  protected override render(): TemplateResult {
    const types: [Piece['type'], string][] = [['text', say('typeText')], ['link', say('typeLink')], ['picture', say('typePicture')]];
    const soon = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
    return html`<dialog data-testid="piece-dialog" aria-labelledby="piece-title"><div class="dialog-top"><h2 id="piece-title">${say('newPiece')}</h2>
        <button type="button" class="round small" aria-label=${common('close')} @click=${() => this.close()}>${icon('close')}</button></div>
      <form class="stack" @submit=${(e: Event) => { e.preventDefault(); void this.save(e.target as HTMLFormElement); }}>
        <fieldset class="pills"><legend class="fine">${say('pieceType')}</legend>${types.map(([t, title]) => html`<label class="pill"><input type="radio" name="type" value=${t} data-testid="piece-type-${t}" .checked=${t === this.type} @change=${() => { this.type = t; this.requestUpdate(); }}><span>${title}</span></label>`)}</fieldset>
        <label class="field"><span>${say('pieceTitle')}</span><input name="title" required maxlength="120" autocomplete="off" data-testid="piece-name"></label>
        <label class="field"><span>${say('pieceBody')}</span><textarea name="body" rows="3" maxlength="2000" ?required=${this.type === 'text'} data-testid="piece-body"></textarea></label>
        ${this.special()}
        <div class="date-row"><label class="field"><span>${say('pieceLang')}</span><select name="language" data-testid="piece-language">${LANGS.map(l => html`<option value=${l} ?selected=${l === lang()}>${LANG_NAMES[l]}</option>`)}</select></label>
        <label class="field"><span>${say('pieceExpires')}</span><input name="expires" type="date" required value=${soon} data-testid="piece-expires"></label></div>
        ${this.refusal ? html`<div role="alert">${reasonChip(reasonOf(this.refusal))}</div>` : nothing}
        <div class="dialog-acts"><button type="button" class="quiet" @click=${() => this.close()}>${common('cancel')}</button>
          <button class="main" data-testid="piece-save" ?disabled=${this.busy || (this.type === 'picture' && !this.picture)}>${say('addPiece')}</button></div></form></dialog>`;
  }
}

customElements.define('cf-piece-dialog', PieceDialog);
