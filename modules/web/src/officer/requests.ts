/** The desk of requests: what the law wants answered, the first due first, each with its next step. */
import { html, nothing, type TemplateResult } from 'lit';
import { audit, type Failure } from '../api.ts';
import { RIGHTS, type AuditRequest, type AuditRequests, type Right } from '../contract.ts';
import { Page, freshId } from '../page.ts';
import { asFailure, broken, empty, reasonOf, skeleton } from '../ui/signs.ts';
import { taken } from '../ui/steps.ts';
import { day } from '../ui/when.ts';
import { say } from '../words/requests.ts';

const DAY = 86_400_000;
const WAYS = ['letter', 'mail', 'telephone', 'person'] as const;
const GROUNDS = ['excessive', 'duty', 'others', 'nothing'] as const;

/** `move/detail`, with its words. */
type Choice = readonly [string, string];

class Requests extends Page {
  private found: AuditRequests | null = null;
  private failure: Failure | null = null;
  private chosen = new Map<string, string>();
  private said = new Map<string, string>();
  private word = '';
  private busy = false;
  private letter = { key: freshId(), pseudonym: '', right: 'access' as Right, way: 'letter', on: '', text: '' };

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  protected override languageChanged(): void {
    void this.load();
  }

  private async load(): Promise<void> {
    try {
      this.found = await audit.requests();
      this.failure = null;
    } catch (e) {
      this.failure = asFailure(e);
      this.again(this.failure, () => void this.load());
    }
    this.requestUpdate();
  }

  private async act(doing: () => Promise<unknown>): Promise<void> {
    this.busy = true;
    this.word = '';
    this.requestUpdate();
    try {
      await doing();
      this.busy = false;
      await this.load();
    } catch (e) {
      const failure = asFailure(e);
      this.word = failure.status === 409 ? say('changed') : failure.problem.detail ?? reasonOf(failure).reason;
      if (failure.status === 409) await this.load();
    }
    this.busy = false;
    this.requestUpdate();
  }

  private step(e: Event, r: AuditRequest): void {
    e.preventDefault();
    const [move = '', detail = ''] = (this.chosen.get(r.id) ?? this.choices(r)[0]?.[0] ?? '').split('/');
    void this.act(async () => {
      await audit.step(r.id, { version: r.version, move, detail, words: this.said.get(r.id) ?? '' });
      this.said.delete(r.id);
      this.chosen.delete(r.id);
    });
  }

  private record(e: Event): void {
    e.preventDefault();
    const { key, pseudonym, right, way, on, text } = this.letter;
    void this.act(async () => {
      // The day begins where the officer is; today's is over no sooner than now.
      const at = new Date(Math.min(Date.parse(`${on}T00:00:00`), Date.now() - 1000)).toISOString();
      await audit.recordRequest({ idempotencyKey: key, pseudonym, right, way, at, text });
      this.letter = { ...this.letter, key: freshId(), pseudonym: '', text: '' };
    });
  }

  private choices(r: AuditRequest): Choice[] {
    const laws = (this.found?.laws ?? []).filter(l => l.rights.includes(r.right) && !(r.named && l.id === r.law));
    const back: Choice[] = r.waiting
      ? [['cleared/in-person', say('clearPerson')], ['cleared/document', say('clearDocument')], ['cleared/explained', say('clearExplained')]]
      : [['asked/identity', say('askIdentity')], ['asked/meaning', say('askMeaning')]];
    const longer: Choice[] = r.prolongs ? [['extended/complex', say('extendComplex')], ['extended/many', say('extendMany')]] : [];
    const grounds = r.waiting ? (['identity', ...GROUNDS] as const) : GROUNDS;
    return [
      ['answered/done', say('doDone')], ['answered/partly', say('doPartly')], ...back,
      ...laws.map(l => [`law/${l.id}`, `${say('nameLaw')}: ${l.title} (${l.law})`] as const), ...longer,
      ...grounds.map(g => [`refused/${g}`, say('refuse', { word: say(g) })] as const),
    ];
  }

  private due(r: AuditRequest): TemplateResult {
    if (r.waiting) return html`<span class="soft">${say('stands')}</span>`;
    if (!r.due) return html`<span class="soft">${say('noDate')}</span>`;
    const left = (Date.parse(r.due) - Date.now()) / DAY;
    const state = r.late ? 'over' : left < 5 ? 'soon' : 'calm';
    return html`<time datetime=${r.due}>${day(r.due)}</time><br><b class="clock ${state}" data-testid="request-left">${r.late ? say('late', { n: Math.ceil(-left) }) : say('daysLeft', { n: Math.floor(left) })}</b>`;
  }

  private law(r: AuditRequest): TemplateResult {
    const law = this.found?.laws.find(l => l.id === r.law);
    if (!law) return html`${nothing}`;
    return html`${law.title}, ${r.article ?? law.law}${r.named ? nothing : html` <span class="soft">(${say('unnamed')})</span>`}${law.reviewed ? nothing : html` <span class="soft">(${say('unreviewed')})</span>`}`;
  }

  private one(r: AuditRequest): TemplateResult {
    const choices = this.choices(r);
    const chosen = this.chosen.get(r.id) ?? choices[0]?.[0] ?? '';
    const words = /^(asked|answered|refused)/.test(chosen);
    return html`<article class="request" data-testid="request" data-id=${r.id}>
      <div class="request-top"><div><h3>${say(r.right)}</h3><p class="fine"><code>${r.pseudonym.slice(0, 12)}</code> · ${this.law(r)}</p></div><div class="request-due">${this.due(r)}</div></div>
      ${taken(r.steps)}
      <form class="filters" @submit=${(e: Event) => this.step(e, r)}>
        <label class="field"><span>${say('move')}</span><select data-testid="request-move" @change=${(e: Event) => { this.chosen.set(r.id, (e.target as HTMLSelectElement).value); this.requestUpdate(); }}>${choices.map(([value, text]) => html`<option value=${value} ?selected=${value === chosen}>${text}</option>`)}</select></label>
        ${words ? html`<label class="field wide"><span>${say('toClient')}</span><textarea rows="2" maxlength="2000" required data-testid="request-say" .value=${this.said.get(r.id) ?? ''} @input=${(e: Event) => { this.said.set(r.id, (e.target as HTMLTextAreaElement).value); }}></textarea><small class="fine">${say('toClientText')}</small></label>` : nothing}
        <button class="main" data-testid="request-take" ?disabled=${this.busy}>${say('take')}</button></form></article>`;
  }

  private recorder(): TemplateResult {
    const set = (key: 'pseudonym' | 'on' | 'text' | 'way') => (e: Event) => { this.letter[key] = (e.target as HTMLInputElement).value; };
    return html`<details class="recorder"><summary data-testid="request-record">${say('record')}</summary><form class="filters" @submit=${(e: Event) => this.record(e)}>
      <label class="field"><span>${say('pseudonym')}</span><input required minlength="10" maxlength="64" pattern="[A-Za-z0-9_\\-]*" autocomplete="off" data-testid="record-pseudonym" .value=${this.letter.pseudonym} @input=${set('pseudonym')}></label>
      <label class="field"><span>${say('right')}</span><select data-testid="record-right" @change=${(e: Event) => { this.letter.right = (e.target as HTMLSelectElement).value as Right; }}>${RIGHTS.map(r => html`<option value=${r} ?selected=${r === this.letter.right}>${say(r)}</option>`)}</select></label>
      <label class="field"><span>${say('way')}</span><select data-testid="record-way" @change=${set('way')}>${WAYS.map(w => html`<option value=${w} ?selected=${w === this.letter.way}>${say(w)}</option>`)}</select></label>
      <label class="field"><span>${say('on')}</span><input type="date" required data-testid="record-on" .value=${this.letter.on} @input=${set('on')}></label>
      <label class="field wide"><span>${say('words')}</span><textarea rows="2" maxlength="2000" required data-testid="record-text" .value=${this.letter.text} @input=${set('text')}></textarea></label>
      <button class="main" data-testid="record-keep" ?disabled=${this.busy}>${say('keep')}</button></form></details>`;
  }

  private list(): TemplateResult {
    const f = this.found;
    if (!f) return this.failure ? html`${nothing}` : skeleton(3);
    if (f.total === 0) return empty(say('empty'), say('emptyText'));
    return html`${f.requests.map(r => this.one(r))}${f.total > f.requests.length ? html`<p class="fine">${say('more', { n: f.total - f.requests.length })}</p>` : nothing}`;
  }

  protected override render(): TemplateResult {
    return html`<section data-testid="request-desk"><h2>${say('title')}</h2><p class="fine">${say('lead')}</p>
      <p role="status" class="fault" data-testid="request-fault">${this.word}</p>
      ${this.failure ? broken(this.failure, () => void this.load()) : nothing}${this.list()}${this.recorder()}</section>`;
  }
}

customElements.define('cf-requests', Requests);
