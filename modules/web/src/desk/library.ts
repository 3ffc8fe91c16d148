/** The library, and sharing a piece: who gets it, who does not and why, then how far it is. */
import { html, nothing, type TemplateResult } from 'lit';
import { desk, type Failure } from '../api.ts';
import type { Piece, SharePreview, ShareProgress } from '../contract.ts';
import { LANG_NAMES } from '../language.ts';
import { Page, freshId } from '../page.ts';
import { icon } from '../ui/icons.ts';
import { asFailure, broken, empty, reasonChip, reasonOf, skeleton } from '../ui/signs.ts';
import { day } from '../ui/when.ts';
import { say as common } from '../words/common.ts';
import { say } from '../words/desk.ts';
import type { PieceDialog } from './piece-dialog.ts';
import './piece-dialog.ts';
import type { Room } from './room.ts';
import type { Question } from './segment.ts';

const PURPOSE = 'sharing';

export class LibraryRoom extends Page {
  static override properties = { room: { attribute: false }, question: { attribute: false } };
  declare room: Room;
  declare question: Question;
  private pieces: Piece[] | null = null;
  private chosen: Piece | null = null;
  private preview: SharePreview | null = null;
  private progress: ShareProgress | null = null;
  private failure: Failure | null = null;
  private refusal: Failure | null = null;
  private key = '';
  /** The share whose progress is shown; what is heard of an earlier one comes too late. */
  private followed = '';
  private timer = 0;
  private unwatch: () => void = () => {};

  override connectedCallback(): void {
    super.connectedCallback();
    this.unwatch = this.room.watch(f => {
      if (f?.type === 'delivery' && this.progress && !this.progress.done) void this.follow(this.progress.shareId);
    });
    void this.load();
  }

  override disconnectedCallback(): void {
    clearTimeout(this.timer);
    this.unwatch();
    super.disconnectedCallback();
  }

  private async load(): Promise<void> {
    try {
      this.pieces = (await desk.pieces()).pieces;
      this.failure = null;
    } catch (e) {
      this.failure = asFailure(e);
    }
    this.requestUpdate();
  }

  private async choose(piece: Piece): Promise<void> {
    clearTimeout(this.timer);
    Object.assign(this, { chosen: piece, preview: null, progress: null, refusal: null, key: freshId(), followed: '' });
    this.requestUpdate();
    try {
      const preview = await desk.preview(piece.id, PURPOSE, this.question.conditions);
      if (this.chosen === piece) this.preview = preview;
    } catch (e) {
      this.refusal = asFailure(e);
    }
    this.requestUpdate();
  }

  private async send(piece: Piece): Promise<void> {
    this.refusal = null;
    try {
      const { shareId } = await desk.share({ pieceId: piece.id, purpose: PURPOSE, conditions: this.question.conditions, idempotencyKey: this.key });
      if (this.chosen !== piece) return;
      this.followed = shareId;
      await this.follow(shareId);
    } catch (e) {
      this.refusal = asFailure(e);
    }
    this.requestUpdate();
  }

  private async follow(shareId: string): Promise<void> {
    clearTimeout(this.timer);
    try {
      const progress = await desk.progress(shareId);
      if (this.followed !== shareId) return;
      this.progress = progress;
    } catch (e) {
      if (!asFailure(e).passing) return;
    }
    if (!this.progress?.done && this.isConnected) this.timer = window.setTimeout(() => void this.follow(shareId), 1000);
    this.requestUpdate();
  }

  private piece(p: Piece): TemplateResult {
    const over = Date.parse(p.expires) < Date.now();
    return html`<li class="piece-card ${this.chosen?.id === p.id ? 'chosen' : ''}" data-testid="piece-${p.id}">
      ${p.pictureDataUrl?.startsWith('data:image/') ? html`<img src=${p.pictureDataUrl} alt="">` : nothing}
      <h2>${p.title}</h2><p class="clamp">${p.body}</p>${p.url ? html`<p class="fine clamp">${p.url}</p>` : nothing}
      <div class="room-bar"><span class="fine">${LANG_NAMES[p.language]} · ${over ? say('over') : say('expires', { at: day(p.expires) })}</span>
        <button type="button" class="quiet small" aria-label=${say('sharePiece', { title: p.title })} data-testid="share" ?disabled=${over} @click=${() => void this.choose(p)}>${say('share')}</button></div></li>`;
  }

  private progressView(p: ShareProgress): TemplateResult {
    const dropped = p.dropped.reduce((n, r) => n + (r.count ?? 1), 0);
    const all = Math.max(1, p.sent + p.queued + p.failed + dropped);
    return html`<div data-testid="share-progress" data-done=${p.done}><h3>${p.done ? say('shareDone') : say('progress')}</h3>
      <progress max=${all} value=${all - p.queued} aria-label=${say('progress')}></progress>
      <p role="status">${say('progressOf', { sent: p.sent, queued: p.queued, dropped, failed: p.failed })}</p>
      <div class="chips">${p.dropped.map(r => reasonChip(r))}</div></div>`;
  }

  private sharing(piece: Piece): TemplateResult {
    const n = this.question.conditions.length;
    return html`<aside class="sharing" data-testid="share-preview" aria-label=${say('sharePiece', { title: piece.title })}>
      <div class="dialog-top"><h2>${say('sharePiece', { title: piece.title })}</h2><button type="button" class="round small" aria-label=${common('close')} @click=${() => { this.chosen = null; this.requestUpdate(); }}>${icon('close')}</button></div>
      <p class="fine">${n ? say('toSegment', { n }) : say('toPool')} <button type="button" class="link" @click=${() => this.room.show('pool')}>${say('changeSegment')}</button></p>
      ${this.refusal ? html`<div role="alert">${reasonChip(reasonOf(this.refusal))}</div>` : nothing}
      ${this.progress ? this.progressView(this.progress) : this.preview ? this.previewView(this.preview, piece) : this.refusal ? nothing : skeleton(3)}</aside>`;
  }

  private previewView(p: SharePreview, piece: Piece): TemplateResult {
    return html`<div class="counts"><p><b class="count strong" data-testid="share-gets">${p.gets}</b><span>${say('gets')}</span></p></div>
      ${p.dropped.length === 0 ? nothing : html`<h3>${say('notGets')}</h3><div class="chips" data-testid="share-dropped">${p.dropped.map(r => reasonChip(r))}</div>`}
      <button type="button" class="main wide" data-testid="share-send" ?disabled=${p.gets === 0} @click=${() => void this.send(piece)}>${icon('send')}${say('sendTo', { n: p.gets })}</button>
      <p class="fine">${say('untracked')}</p>`;
  }

  private openDialog(): void {
    void this.querySelector<PieceDialog>('cf-piece-dialog')?.show();
  }

  private list(): TemplateResult {
    if (this.failure) return broken(this.failure, () => void this.load());
    if (!this.pieces) return skeleton(4);
    if (this.pieces.length === 0) return empty(say('libraryEmpty'), say('libraryEmptyText'));
    return html`<ul class="pieces">${this.pieces.map(p => this.piece(p))}</ul>`;
  }

  protected override render(): TemplateResult {
    return html`<div class="room ${this.chosen ? 'with-aside' : ''}" data-testid="library"><header class="room-bar"><div><h1>${say('library')}</h1><p class="soft">${say('libraryText')}</p></div>
        <button type="button" class="quiet" data-testid="new-piece" @click=${() => this.openDialog()}>${icon('plus')}${say('newPiece')}</button></header>
      <div class="room-body"><div>${this.list()}</div>${this.chosen ? this.sharing(this.chosen) : nothing}</div>
      <cf-piece-dialog @added=${() => void this.load()}></cf-piece-dialog></div>`;
  }
}

customElements.define('cf-library', LibraryRoom);
