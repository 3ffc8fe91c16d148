/** The entries of the ledger by filters, and the same as a file. */
import { html, nothing, type TemplateResult } from 'lit';
import { audit, type Failure } from '../api.ts';
import type { Asking, AuditEntry, EntryFilter } from '../contract.ts';
import { Page } from '../page.ts';
import { icon } from '../ui/icons.ts';
import { asFailure, broken, empty, precisionWord, skeleton } from '../ui/signs.ts';
import { taken } from '../ui/stepup.ts';
import { precise } from '../ui/when.ts';
import { say as entry } from '../words/entries.ts';
import { say } from '../words/officer.ts';

/** Events of the ledger, each with its word. */
const EVENTS = [['', 'every'], ['read', 'read'], ['send', 'send'], ['drop', 'drop'], ['consent', 'consent'], ['tag', 'tag'], ['shred', 'shred'], ['hold', 'hold'], ['export', 'export'], ['erasure', 'erasure'], ['retention', 'retention'], ['request', 'request'], ['audit', 'question'], ['signin', 'signin'], ['step-up', 'stepUp'], ['passkey', 'passkey'], ['oidc', 'oidc'], ['recovery', 'recovery'], ['figures', 'figures'], ['glass', 'glass'], ['policy', 'rules']] as const;
const ROLES = ['client', 'concierge', 'assistant', 'scheduler', 'officer', 'manager', 'operator'] as const;
const NOTHING: Required<EntryFilter> = { event: '', pseudonym: '', from: '', to: '', purpose: '', role: '', actor: '' };
const instant = (d: string, time: string) => (d ? new Date(`${d}T${time}`).toISOString() : '');

export class Entries extends Page {
  static override properties = { asking: { attribute: false }, purposes: { attribute: false } };
  declare asking: Asking;
  /** Those that clients of the page have a history of, to choose from; another may be typed. */
  declare purposes: string[];
  private failure: Failure | null = null;
  private filter = { ...NOTHING };
  /** The filter of what is shown, which files have too. */
  private shown: EntryFilter = {};
  private below = '';
  private entries: AuditEntry[] | null = null;
  private next: string | undefined;
  private searches = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.search();
  }

  protected override languageChanged(): void {
    void this.search();
  }

  /** Those about one client alone. */
  only(pseudonym: string): void {
    this.filter = { ...NOTHING, pseudonym };
    void this.search();
  }

  private async search(cursor?: string): Promise<void> {
    const { from, to, ...rest } = this.filter;
    const filter = cursor ? this.shown : { ...rest, from: instant(from, '00:00:00'), to: instant(to, '23:59:59') };
    const turn = ++this.searches;
    try {
      const page = await audit.entries(this.asking, { ...filter, ...(cursor ? { cursor } : {}) });
      // Answers overtake each other; only the one to the last question counts.
      if (turn !== this.searches) return;
      this.entries = cursor ? [...(this.entries ?? []), ...page.entries] : page.entries;
      this.next = page.next;
      this.shown = filter;
      this.failure = null;
    } catch (e) {
      if (turn !== this.searches) return;
      this.failure = asFailure(e);
      // The page says once for all of its parts that the session is over.
      if (this.failure.status === 401) this.dispatchEvent(new CustomEvent('ended'));
      this.again(this.failure, () => void this.search());
    }
    this.requestUpdate();
  }

  private filters(): TemplateResult {
    const set = (key: keyof EntryFilter) => (e: Event) => { this.filter[key] = (e.target as HTMLInputElement).value; };
    const purposes = [...new Set(this.purposes)].sort();
    return html`<form class="filters" @submit=${(e: Event) => { e.preventDefault(); void this.search(); }}>
      <label class="field"><span>${say('event')}</span><select data-testid="filter-event" @change=${set('event')}>${EVENTS.map(([e, word]) => html`<option value=${e} ?selected=${e === this.filter.event}>${say(word)}</option>`)}</select></label>
      <label class="field"><span>${say('pseudonym')}</span><input data-testid="filter-pseudonym" maxlength="64" pattern="[A-Za-z0-9_\\-]*" autocomplete="off" .value=${this.filter.pseudonym} @input=${set('pseudonym')}></label>
      <label class="field"><span>${say('purpose')}</span><input data-testid="filter-purpose" list="entry-purposes" maxlength="30" pattern="[a-z][a-z\\-]+" autocomplete="off" .value=${this.filter.purpose} @input=${set('purpose')}></label>
      <datalist id="entry-purposes">${purposes.map(p => html`<option value=${p}></option>`)}</datalist>
      <label class="field"><span>${entry('role')}</span><select data-testid="filter-role" @change=${set('role')}><option value="" ?selected=${this.filter.role === ''}>${say('every')}</option>${ROLES.map(r => html`<option value=${r} ?selected=${r === this.filter.role}>${entry(r)}</option>`)}</select></label>
      <label class="field"><span>${entry('actor')}</span><input data-testid="filter-actor" maxlength="80" pattern="[A-Za-z0-9_.:\\/\\-]*" autocomplete="off" .value=${this.filter.actor} @input=${set('actor')}></label>
      <label class="field"><span>${say('from')}</span><input type="date" data-testid="filter-from" .value=${this.filter.from} @input=${set('from')}></label>
      <label class="field"><span>${say('to')}</span><input type="date" data-testid="filter-to" .value=${this.filter.to} @input=${set('to')}></label>
      <button class="main" data-testid="filter-show">${say('find')}</button>
      <button type="button" class="quiet" @click=${() => { this.filter = { ...NOTHING }; void this.search(); }}>${say('clear')}</button></form>`;
  }

  private table(): TemplateResult {
    if (!this.entries) return this.failure ? html`` : skeleton(8);
    if (this.entries.length === 0) return empty(say('entriesEmpty'), say('entriesEmptyText'));
    const heads = ['index', 'at', 'event', 'actor', 'pseudonym', 'purpose', 'rule', 'classes', 'precision', 'count', 'policy'] as const;
    return html`<div class="table-frame" tabindex="0" role="region" aria-label=${say('entries')}><table class="dense" data-testid="entries"><thead><tr>${heads.map(h => html`<th scope="col">${say(h)}</th>`)}</tr></thead>
      <tbody>${this.entries.map(e => html`<tr data-event=${e.event}><td class="num">${e.index}</td><td><time datetime=${e.at}>${precise(e.at)}</time></td><td><b>${e.event}</b>${e.note ? html`<br><span class="soft">${e.note}</span>` : nothing}</td>
        <td>${e.role}<br><code class="soft">${e.actor.slice(0, 10)}</code></td><td>${e.pseudonym ? html`<code>${e.pseudonym.slice(0, 12)}</code>` : ''}</td><td>${e.purpose ?? ''}</td>
        <td>${e.ruleTitle ?? e.rule}${e.ruleTitle ? html`<br><code class="soft">${e.rule}</code>` : nothing}</td><td>${(e.classes ?? []).join(', ')}</td><td>${precisionWord(e.precision)}</td><td class="num">${e.count}</td><td><code title=${e.policyHash}>${e.policyHash.slice(0, 8)}</code></td></tr>`)}</tbody></table></div>
      ${this.next ? html`<button type="button" class="quiet" data-testid="more-entries" @click=${() => void this.search(this.next)}>${say('more')}</button>` : nothing}`;
  }

  /** A link that asks for the passkey where it has to. */
  private file(form: 'csv' | 'jsonld', word: string): TemplateResult {
    const filter = { ...this.shown, ...(this.below ? { cursor: this.below } : {}) };
    return html`<a class="button" href=${audit.fileAddress(this.asking, form, filter)} download data-testid="file-${form}" @click=${(e: Event) => void this.take(e)}>${icon('down')}${word}</a>`;
  }

  private async take(e: Event): Promise<void> {
    try {
      await taken(e);
    } catch (fault) {
      this.failure = asFailure(fault);
      this.requestUpdate();
    }
  }

  private files(): TemplateResult {
    const below = (e: Event) => { const field = e.target as HTMLInputElement; this.below = field.validity.valid ? field.value : ''; this.requestUpdate(); };
    return html`<div class="files"><h3>${entry('files')}</h3><p class="fine">${entry('filesText')}</p>
      <div class="filters">${this.file('csv', entry('csv'))}${this.file('jsonld', entry('jsonld'))}
        <label class="field"><span>${entry('below')}</span><input data-testid="file-below" inputmode="numeric" pattern="[0-9]{1,18}" maxlength="18" autocomplete="off" .value=${this.below} @input=${below}></label></div></div>`;
  }

  protected override render(): TemplateResult {
    return html`<section><h2>${say('entries')}</h2>${this.filters()}
      ${this.failure ? broken(this.failure, () => void this.search()) : nothing}${this.table()}${this.files()}</section>`;
  }
}

customElements.define('cf-entries', Entries);
