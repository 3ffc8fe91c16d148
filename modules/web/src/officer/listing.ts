/** A list that officers ask for on purpose, since each question becomes an entry: so many days ahead, page by page. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Failure } from '../api.ts';
import type { Asking } from '../contract.ts';
import { Page } from '../page.ts';
import { asFailure, broken } from '../ui/signs.ts';

export interface Part<Row> { rows: Row[]; next?: string }

/** What a list says of itself, in the language of the page. */
export interface Words { title: string; lead: string; within: string; show: string; more: string }

export abstract class Listing<Row, P extends Part<Row> = Part<Row>> extends Page {
  asking: Asking = 'audit';
  protected days = 30;
  private rows: Row[] | null = null;
  protected next: string | undefined;
  private failure: Failure | null = null;
  private asked = 0;

  /** Begins the test ids. */
  protected abstract readonly name: string;
  protected abstract bring(cursor?: string): Promise<P>;
  protected abstract words(): Words;
  /** Days ahead, each with its words. */
  protected abstract choices(): readonly (readonly [number, string])[];
  protected abstract table(rows: Row[]): TemplateResult;

  /** Is told of every part that counts, in order. */
  protected taken(_part: P, _first: boolean): void {}

  protected override languageChanged(): void {
    if (this.rows) void this.ask();
  }

  private async ask(cursor?: string): Promise<void> {
    const turn = ++this.asked;
    try {
      const part = await this.bring(cursor);
      // Answers overtake each other, and a second tap asks for the same page: only the last question counts.
      if (turn !== this.asked) return;
      this.rows = cursor ? [...(this.rows ?? []), ...part.rows] : part.rows;
      this.next = part.next;
      this.taken(part, !cursor);
      this.failure = null;
    } catch (e) {
      if (turn !== this.asked) return;
      this.failure = asFailure(e);
    }
    this.requestUpdate();
  }

  protected override render(): TemplateResult {
    const w = this.words();
    return html`<section><h2>${w.title}</h2><p class="fine">${w.lead}</p>
      <form class="filters" @submit=${(e: Event) => { e.preventDefault(); void this.ask(); }}>
        <label class="field"><span>${w.within}</span><select data-testid="${this.name}-days" @change=${(e: Event) => { this.days = Number((e.target as HTMLSelectElement).value); }}>${this.choices().map(([n, word]) => html`<option value=${n} ?selected=${n === this.days}>${word}</option>`)}</select></label>
        <button class="main" data-testid="${this.name}-show">${w.show}</button></form>
      ${this.failure ? broken(this.failure, () => void this.ask()) : nothing}
      ${this.rows ? this.table(this.rows) : nothing}
      ${this.rows && this.next ? html`<button type="button" class="quiet" data-testid="${this.name}-more" @click=${() => void this.ask(this.next)}>${w.more}</button>` : nothing}</section>`;
  }
}
