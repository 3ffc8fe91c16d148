/** The file that somebody is about to send: chosen, pasted or dropped, looked at, and taken off again. In memory only. */
import { html, nothing, type TemplateResult } from 'lit';
import { fileOf, LONGEST_WORDS, sizeWord, unfit } from '../files.ts';
import { say } from '../words/files.ts';
import { icon } from './icons.ts';
import './thumb.ts';

type Note = 'tooLarge' | 'emptyFile' | 'oneAtATime' | 'wordsTooLong';

export class Enclosing {
  file: File | null = null;
  private note: Note | null = null;
  private readonly changed: () => void;

  constructor(changed: () => void) {
    this.changed = changed;
  }

  /** Takes a file if the house would; says why not otherwise. */
  take(file: File, among = 1): void {
    const why = unfit(file);
    if (!why) this.file = file;
    this.note = why ?? (among > 1 ? 'oneAtATime' : null);
    this.changed();
  }

  off(): void {
    this.file = null;
    this.note = null;
    this.changed();
  }

  /** Whether these words may go beside the file; says so where not. */
  fits(words: string): boolean {
    const fits = !this.file || words.length <= LONGEST_WORDS;
    this.note = fits ? null : 'wordsTooLong';
    this.changed();
    return fits;
  }

  readonly paste = (e: ClipboardEvent): void => {
    const file = fileOf(e.clipboardData);
    if (!file) return;
    e.preventDefault();
    this.take(file, e.clipboardData!.files.length);
  };

  readonly over = (e: DragEvent): void => {
    if (e.dataTransfer?.types.includes('Files')) e.preventDefault();
  };

  readonly drop = (e: DragEvent): void => {
    const file = fileOf(e.dataTransfer);
    if (!file) return;
    e.preventDefault();
    this.take(file, e.dataTransfer!.files.length);
  };

  private readonly chosen = (e: Event): void => {
    const input = e.target as HTMLInputElement;
    const file = input.files?.[0];
    if (file) this.take(file);
    // The same file can be chosen again after it was taken off.
    input.value = '';
    input.form?.querySelector('textarea')?.focus();
  };

  button(disabled: boolean): TemplateResult {
    const open = (e: Event) => (e.currentTarget as HTMLElement).parentElement?.querySelector<HTMLInputElement>('input[type=file]')?.click();
    return html`<input type="file" hidden tabindex="-1" aria-label=${say('attach')} data-testid="file-input" @change=${this.chosen}>
      <button type="button" class="round clip" data-testid="attach" aria-label=${say('attach')} title=${say('attach')} ?disabled=${disabled} @click=${open}>${icon('clip')}</button>`;
  }

  view(hint = ''): TemplateResult {
    const file = this.file;
    const off = (e: Event) => {
      const form = (e.currentTarget as HTMLElement).closest('form');
      this.off();
      form?.querySelector('textarea')?.focus();
    };
    return html`<div class="enclosed" role="group" aria-label=${say('attached')} ?hidden=${!file} data-testid="enclosed">${file ? html`<cf-thumb .file=${file}></cf-thumb>
        <span class="filecard-words"><b>${file.name || say('file')}</b><span class="fine">${sizeWord(file.size)}</span></span>
        <button type="button" class="round small" data-testid="take-off" aria-label=${say('takeOff', { name: file.name || say('file') })} @click=${off}>${icon('close')}</button>
        ${hint ? html`<span class="fine hint">${hint}</span>` : nothing}` : nothing}</div>
      <p class="enclosed-note" role="status" data-testid="file-note">${this.note ? say(this.note) : nothing}</p>`;
  }
}
