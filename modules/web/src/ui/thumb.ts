/** A small look at a picture that was not sent yet, drawn once; a sign for everything else. No address of the file is made. */
import { html, type TemplateResult } from 'lit';
import { Page } from '../page.ts';
import { icon } from './icons.ts';

const SIDE = 48;

class Thumb extends Page {
  static override properties = { file: { attribute: false } };
  declare file: File;
  private drawn: File | null = null;

  protected override updated(): void {
    if (this.drawn === this.file) return;
    this.drawn = this.file;
    void this.draw(this.file);
  }

  private async draw(file: File): Promise<void> {
    this.classList.remove('drawn');
    if (!file.type.startsWith('image/')) return;
    try {
      const whole = await createImageBitmap(file);
      const canvas = this.querySelector('canvas');
      if (canvas && file === this.file) {
        const scale = Math.max(canvas.width / whole.width, canvas.height / whole.height);
        const [width, height] = [whole.width * scale, whole.height * scale];
        const pen = canvas.getContext('2d');
        pen?.clearRect(0, 0, canvas.width, canvas.height);
        pen?.drawImage(whole, (canvas.width - width) / 2, (canvas.height - height) / 2, width, height);
        this.classList.add('drawn');
      }
      whole.close();
    } catch {
      // What cannot be drawn keeps its sign.
    }
  }

  protected override render(): TemplateResult {
    return html`<canvas width=${2 * SIDE} height=${2 * SIDE} aria-hidden="true"></canvas>${icon('file')}`;
  }
}

customElements.define('cf-thumb', Thumb);
