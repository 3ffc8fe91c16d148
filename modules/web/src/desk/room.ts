/** What the desk knows while it is open: the session, the inbox, the open panes and the vocabulary. In memory only. */
import { desk, lineAddress, open, useToken, type Failure } from '../api.ts';
import type { DeskFrame, Inbox, InboxRow, Purpose, Session, TagKind } from '../contract.ts';
import { LiveLine, type LineState } from '../live.ts';
import { asFailure } from '../ui/signs.ts';

export type Section = 'waiting' | 'today' | 'pool' | 'library' | 'me' | 'contacts';
export const MOST_PANES = 4;

type Listener = (frame: DeskFrame | null) => void;

export class Room {
  session: Session | null = null;
  inbox: Inbox | null = null;
  failure: Failure | null = null;
  line: LineState = 'connecting';
  section: Section = 'waiting';
  panes: string[] = [];
  focused = '';
  purposes: Purpose[] = [];
  /** The ids of those that files may be kept for. */
  filed: string[] = [];
  kinds: TagKind[] = [];
  /** Replies being written, by client: changing panes must not lose one. */
  readonly drafts = new Map<string, string>();
  readonly names = new Map<string, string>();
  private readonly listeners = new Set<Listener>();
  private live: LiveLine<DeskFrame> | null = null;
  private reloading = 0;
  private front = '';

  /** Calls back on every change; with a frame when the house rang, with null when the page itself changed something. */
  watch(listener: Listener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  tell(frame: DeskFrame | null = null): void {
    this.listeners.forEach(l => l(frame));
  }

  async enter(): Promise<void> {
    this.failure = null;
    try {
      this.session = await open.session();
      useToken(this.session.csrf);
      await Promise.all([this.words(), this.reload()]);
    } catch (e) {
      this.failure = asFailure(e);
      if (this.failure.passing) setTimeout(() => void this.enter(), 4000);
    }
    if (this.session && !this.live) {
      this.live = new LiveLine<DeskFrame>(lineAddress('/desk/live'), f => this.rung(f), s => this.lineChanged(s));
      document.addEventListener('visibilitychange', () => this.sayFront());
    }
    this.tell();
  }

  async words(): Promise<void> {
    const [purposes, kinds] = await Promise.all([desk.purposes(), desk.tagKinds()]);
    this.purposes = purposes.purposes;
    this.filed = purposes.files;
    this.kinds = kinds.kinds;
  }

  async reload(): Promise<void> {
    try {
      this.inbox = await desk.inbox();
      this.failure = null;
      for (const row of this.inbox.rows) if (row.name) this.names.set(row.clientId, row.name);
    } catch (e) {
      this.failure = asFailure(e);
      if (this.failure.status === 401) this.live?.close();
      // The store or the network is away: look again until it is back.
      if (this.failure.passing) this.reloading ||= window.setTimeout(() => this.lookAgain(), 3000);
    }
    this.tell();
  }

  async more(): Promise<void> {
    if (!this.inbox?.next) return;
    const page = await desk.inbox(this.inbox.next);
    this.inbox = { ...page, rows: [...this.inbox.rows, ...page.rows] };
    for (const row of page.rows) if (row.name) this.names.set(row.clientId, row.name);
    this.tell();
  }

  private rung(frame: DeskFrame): void {
    this.tell(frame);
    // Many rings within a moment make one look at the inbox.
    this.reloading ||= window.setTimeout(() => this.lookAgain(), 120);
  }

  private lookAgain(): void {
    this.reloading = 0;
    void this.reload();
  }

  private lineChanged(state: LineState): void {
    this.line = state;
    if (state === 'open') {
      void this.reload();
      this.front = '';
      this.sayFront();
      this.panes.forEach(clientId => this.tell({ type: 'message', clientId }));
    }
    this.tell();
  }

  /** Tells the house which conversation is before the concierge's eyes, so that the assistant knows its place. */
  private sayFront(): void {
    const front = document.visibilityState === 'visible' && this.section === 'waiting' ? this.focused : '';
    if (front === this.front) return;
    const before = this.front;
    this.front = front;
    for (const [clientId, inFront] of [[before, false], [front, true]] as const) {
      // By the live line only: when it ends, the house knows that nobody looks any more.
      if (clientId) this.live?.send({ type: 'focus', clientId, inFront });
    }
  }

  row(clientId: string): InboxRow | undefined {
    return this.inbox?.rows.find(r => r.clientId === clientId);
  }

  show(section: Section): void {
    this.section = section;
    this.sayFront();
    this.tell();
  }

  /** Brings a client to the front: into a free pane, else in place of the focused one. */
  bring(clientId: string, room: number): void {
    this.section = 'waiting';
    if (!this.panes.includes(clientId)) {
      if (this.panes.length < room) this.panes = [...this.panes, clientId];
      else {
        const place = Math.max(0, this.panes.indexOf(this.focused));
        this.panes = this.panes.map((p, i) => (i === place ? clientId : p));
      }
    }
    this.focus(clientId);
  }

  focus(clientId: string): void {
    this.focused = clientId;
    this.sayFront();
    this.tell();
  }

  leave(clientId: string): void {
    const place = this.panes.indexOf(clientId);
    this.panes = this.panes.filter(p => p !== clientId);
    if (this.focused === clientId) this.focused = this.panes[Math.min(place, this.panes.length - 1)] ?? '';
    this.sayFront();
    this.tell();
  }

  async signOut(): Promise<void> {
    await open.signOut().catch(() => {});
    location.replace('/signin');
  }
}

/** The order of the inbox: who waits longest first, then the latest words. */
export function inOrder(rows: readonly InboxRow[]): { waiting: InboxRow[]; others: InboxRow[] } {
  const waiting = rows.filter(r => r.waitingSince).sort((a, b) => Date.parse(a.waitingSince!) - Date.parse(b.waitingSince!));
  const others = rows.filter(r => !r.waitingSince).sort((a, b) => Date.parse(b.lastAt) - Date.parse(a.lastAt));
  return { waiting, others };
}
