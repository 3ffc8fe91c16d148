/** The record of processing activities, as the rules in force make it. */
import { html, nothing, type TemplateResult } from 'lit';
import { audit, type Failure } from '../api.ts';
import type { Asking, ProcessingRecord, RecordParty, RecordPoint, RecordPurpose } from '../contract.ts';
import { Page } from '../page.ts';
import { icon } from '../ui/icons.ts';
import { asFailure, broken, precisionWord, skeleton } from '../ui/signs.ts';
import { taken } from '../ui/stepup.ts';
import { precise } from '../ui/when.ts';
import { say } from '../words/record.ts';

class RecordOfProcessing extends Page {
  static override properties = { asking: { attribute: false } };
  declare asking: Asking;
  private record: ProcessingRecord | null = null;
  private failure: Failure | null = null;
  private under = false;

  protected override languageChanged(): void {
    if (this.record) void this.ask();
  }

  private async ask(): Promise<void> {
    if (this.under) return;
    this.under = true;
    this.requestUpdate();
    try {
      this.record = await audit.record(this.asking);
      this.failure = null;
    } catch (e) {
      this.failure = asFailure(e);
    }
    this.under = false;
    this.requestUpdate();
  }

  private async take(e: Event): Promise<void> {
    try {
      await taken(e);
    } catch (fault) {
      this.failure = asFailure(fault);
      this.requestUpdate();
    }
  }

  private file(form: 'html' | 'jsonld', word: string): TemplateResult {
    return html`<a class="button" href=${audit.recordAddress(this.asking, form)} download data-testid="record-${form}" @click=${(e: Event) => void this.take(e)}>${icon('down')}${word}</a>`;
  }

  private classes(p: RecordPurpose): TemplateResult {
    return html`<div class="table-frame" tabindex="0" role="region" aria-label="${p.title}: ${say('classes')}"><table class="dense"><thead><tr><th scope="col">${say('dataClass')}</th><th scope="col">DPV</th><th scope="col">${say('kept')}</th><th scope="col">${say('fields')}</th></tr></thead>
      <tbody>${p.classes.map(c => html`<tr data-class=${c.dataClass}><td>${c.title}</td><td><code>${c.dpv.replace(/^.*#/, '')}</code></td><td>${say('days', { n: c.keepDays })}${c.swept ? nothing : html`<br><span class="soft">${say('unswept')}</span>`}</td><td><code>${c.fields.join(', ')}</code></td></tr>`)}</tbody></table></div>`;
  }

  private deeds(p: RecordPurpose): TemplateResult {
    return html`<div class="table-frame" tabindex="0" role="region" aria-label="${p.title}: ${say('who')}"><table class="dense"><thead><tr><th scope="col">${say('role')}</th><th scope="col">${say('act')}</th><th scope="col">${say('on')}</th></tr></thead>
      <tbody>${p.deeds.map(d => html`<tr><td>${d.roleTitle}</td><td>${d.actTitle}${d.anyPool ? html`<br><span class="soft">${say('anyPool')}</span>` : nothing}</td>
        <td>${d.classes.map((c, i) => html`${i ? ', ' : ''}<span title=${c.ruleTitle}>${c.title} (${precisionWord(c.precision)})</span>`)}</td></tr>`)}</tbody></table></div>`;
  }

  private purpose(p: RecordPurpose): TemplateResult {
    return html`<details data-testid="record-${p.purpose}"><summary><b>${p.title}</b> <span class="soft">${p.basisTitle}</span></summary>
      <p>${p.why}</p>
      <dl class="facts"><dt>${say('basis')}</dt><dd>${p.basisTitle}${p.lastsDays ? html` (${say('lasts', { n: p.lastsDays })})` : nothing}</dd><dt>${say('subjects')}</dt><dd>${p.subjects}</dd>
        <dt>${say('recipients')}</dt><dd>${p.channels.length ? say('over', { channels: p.channels.join(', ') }) : say('nobody')}</dd><dt>DPV</dt><dd><code>${p.dpv}</code></dd></dl>
      <h3>${say('classes')}</h3>${this.classes(p)}<h3>${say('who')}</h3>${this.deeds(p)}</details>`;
  }

  private parties(parties: RecordParty[]): TemplateResult | typeof nothing {
    if (parties.length === 0) return nothing;
    const heads = ['part', 'name', 'does', 'country', 'contract', 'transfer'] as const;
    return html`<h3>${say('parties')}</h3><div class="table-frame" tabindex="0" role="region" aria-label=${say('parties')}><table class="dense" data-testid="record-parties"><thead><tr>${heads.map(h => html`<th scope="col">${say(h)}</th>`)}</tr></thead>
      <tbody>${parties.map(p => html`<tr data-part=${p.part}><td>${p.partTitle}</td><td>${p.name}</td><td>${p.does ?? p.contact}</td><td>${p.countryTitle}</td><td>${p.contract}</td><td>${p.abroad ? p.safeguard : say('atHome')}</td></tr>`)}</tbody></table></div>`;
  }

  private points(title: string, points: RecordPoint[], id: string): TemplateResult {
    return html`<div data-testid=${id}><h3>${title}</h3><dl class="points">${points.map(p => html`<dt>${p.title}</dt><dd>${p.text}</dd>`)}</dl></div>`;
  }

  private shown(r: ProcessingRecord): TemplateResult {
    return html`<div data-testid="record"><dl class="facts"><dt>${say('hash')}</dt><dd><code>${r.hash}</code></dd>${r.since ? html`<dt>${say('since')}</dt><dd>${precise(r.since)}</dd>` : nothing}<dt>${say('at')}</dt><dd>${precise(r.at)}</dd></dl>
      ${r.purposes.map(p => this.purpose(p))}
      ${this.parties(r.parties)}
      ${this.points(say('measures'), r.measures, 'record-measures')}
      <div class="proposal">${this.points(say('notStated'), r.notStated, 'record-not-stated')}<p class="fine">${say('notStatedText')}</p></div>
      <div class="acts">${this.file('html', say('html'))}${this.file('jsonld', say('jsonld'))}</div></div>`;
  }

  protected override render(): TemplateResult {
    return html`<section><h2>${say('title')}</h2><p class="fine">${say('lead')}</p>
      <button type="button" class="main" data-testid="record-show" ?disabled=${this.under} @click=${() => void this.ask()}>${say('show')}</button>
      ${this.failure ? broken(this.failure, () => void this.ask()) : nothing}
      ${this.record ? this.shown(this.record) : this.under ? skeleton(4) : nothing}</section>`;
  }
}

customElements.define('cf-record', RecordOfProcessing);
