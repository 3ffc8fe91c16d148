/**
 * What the client has written and the house has not acknowledged yet. Kept in memory only, sent one after the other in
 * the order of writing, and sent again under the same id until an answer comes: once there, never twice, never lost
 * while the page is open.
 */
export interface Waiting {
  clientMessageId: string; text: string; at: string; state: 'sending' | 'waiting' | 'failed'; file?: File;
  /** Which share of the file has left, from 0 to 1. */
  share?: number | null;
  /** Why it failed, where more can be said. */
  why?: string;
}

export interface Outcome { done: boolean; again: boolean; why?: string }

export class Outgoing {
  readonly waiting: Waiting[] = [];
  private running = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private attempts = 0;
  private readonly send: (m: Waiting) => Promise<Outcome>;
  private readonly changed: () => void;
  private readonly pause: (n: number) => number;

  constructor(send: (m: Waiting) => Promise<Outcome>, changed: () => void, pause: (n: number) => number) {
    this.send = send;
    this.changed = changed;
    this.pause = pause;
  }

  add(clientMessageId: string, text: string, at: string, file: File | null = null): void {
    this.waiting.push({ clientMessageId, text, at, state: 'sending', ...(file ? { file } : {}) });
    this.changed();
    void this.drain();
  }

  /** The message was seen in the conversation: nothing of it waits any more. */
  seen(clientMessageId: string): void {
    const i = this.waiting.findIndex(m => m.clientMessageId === clientMessageId);
    if (i >= 0) this.waiting.splice(i, 1);
  }

  /** The client does not want to send it any more. */
  drop(clientMessageId: string): void {
    this.seen(clientMessageId);
    this.changed();
  }

  retry(clientMessageId: string): void {
    const m = this.waiting.find(w => w.clientMessageId === clientMessageId);
    if (m) m.state = 'sending';
    this.hurry();
  }

  /** Try now: the connection is back. */
  hurry(): void {
    this.attempts = 0;
    clearTimeout(this.timer);
    void this.drain();
  }

  private next(): Waiting | undefined {
    return this.waiting.find(m => m.state !== 'failed');
  }

  private async drain(): Promise<void> {
    if (this.running) return;
    this.running = true;
    for (let m = this.next(); m; m = this.next()) {
      m.state = 'sending';
      delete m.why;
      const outcome = await this.send(m);
      delete m.share;
      if (outcome.done) {
        this.attempts = 0;
        this.seen(m.clientMessageId);
      } else if (outcome.again) {
        m.state = 'waiting';
        break;
      } else {
        m.state = 'failed';
        if (outcome.why) m.why = outcome.why;
      }
      this.changed();
    }
    this.running = false;
    this.changed();
    if (this.next()) {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => void this.drain(), this.pause(this.attempts++));
    }
  }
}
