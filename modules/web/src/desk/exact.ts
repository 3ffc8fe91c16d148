/** What a look shows on the card, until its time is over or it is hidden. */
import { html, type TemplateResult } from 'lit';
import { desk } from '../api.ts';
import type { Tag } from '../contract.ts';
import { say } from '../words/glass.ts';
import type { Shown } from './glass-dialog.ts';

interface Held { shown: Shown; until: number }

/** Values that are shown exactly now; nothing of them outlasts the card. */
export class Exact {
  private held = new Map<string, Held>();
  private timer = 0;
  private readonly changed: () => void;

  constructor(changed: () => void) {
    this.changed = changed;
  }

  /** Takes what was shown. @returns whether there was anything to show */
  take(shown: Shown): boolean {
    const there = shown.seen.tags.some(t => t.tagId === shown.tag.id);
    if (there) this.held.set(shown.tag.id, { shown, until: Date.now() + shown.seen.look.secondsLeft * 1000 });
    this.run();
    return there;
  }

  forget(): void {
    this.held.clear();
    this.run();
  }

  private run(): void {
    clearInterval(this.timer);
    this.timer = 0;
    if (this.held.size > 0) this.timer = window.setInterval(() => this.tick(), 1000);
    this.changed();
  }

  private tick(): void {
    for (const [id, h] of this.held) if (Date.now() >= h.until) this.held.delete(id);
    if (this.held.size === 0) this.run();
    else this.changed();
  }

  private async hide(h: Held, hidden: () => void): Promise<void> {
    // Gone from the screen first, whatever becomes of the request: the time ends it in any case.
    this.held.delete(h.shown.tag.id);
    this.run();
    hidden();
    await desk.endLook(h.shown.client, h.shown.seen.look.id).catch(() => undefined);
  }

  /** The value in the place of the blunted one; null where none is shown. */
  of(t: Tag, hidden: () => void): TemplateResult | null {
    const h = this.held.get(t.id);
    const value = h?.shown.seen.tags.find(one => one.tagId === t.id)?.value;
    if (!h || value === undefined) return null;
    const seconds = Math.max(0, Math.ceil((h.until - Date.now()) / 1000));
    const time = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
    return html`<span class="exact" data-testid="exact-value">${value}</span> <span class="fine" role="timer">${say('still', { time })}</span>
      <button type="button" class="link" data-testid="exact-hide" aria-label=${say('hideOf', { kind: t.kindTitle })} @click=${() => void this.hide(h, hidden)}>${say('hide')}</button>`;
  }
}
