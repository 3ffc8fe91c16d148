/** A WebSocket that comes back by itself. Frames carry ids only; after each opening the page catches up by its cursor. */

export type LineState = 'connecting' | 'open' | 'away';

export class LiveLine<Frame> {
  private socket: WebSocket | null = null;
  private attempts = 0;
  private timer = 0;
  private closed = false;
  private readonly address: string;
  private readonly onFrame: (frame: Frame) => void;
  private readonly onState: (state: LineState) => void;

  constructor(address: string, onFrame: (frame: Frame) => void, onState: (state: LineState) => void) {
    this.address = address;
    this.onFrame = onFrame;
    this.onState = onState;
    window.addEventListener('online', this.hurry);
    this.connect();
  }

  private hurry = (): void => {
    if (this.closed || this.socket?.readyState === WebSocket.OPEN) return;
    this.attempts = 0;
    clearTimeout(this.timer);
    this.connect();
  };

  private connect(): void {
    this.socket?.close();
    const socket = new WebSocket(this.address);
    this.socket = socket;
    socket.onopen = () => {
      this.attempts = 0;
      this.onState('open');
    };
    socket.onmessage = event => {
      try {
        this.onFrame(JSON.parse(String(event.data)) as Frame);
      } catch {
        // A frame of a later version: the next catch-up brings whatever it announced.
      }
    };
    socket.onclose = () => {
      if (socket !== this.socket || this.closed) return;
      this.onState('away');
      this.timer = window.setTimeout(() => this.connect(), pause(this.attempts++, Math.random()));
    };
  }

  send(frame: unknown): void {
    if (this.socket?.readyState === WebSocket.OPEN) this.socket.send(JSON.stringify(frame));
  }

  close(): void {
    this.closed = true;
    clearTimeout(this.timer);
    window.removeEventListener('online', this.hurry);
    this.socket?.close();
  }
}

/** Milliseconds before attempt `n + 1`: doubling from half a second to 15, with jitter so that desks do not return as one. */
export function pause(n: number, random: number): number {
  return Math.min(15_000, 500 * 2 ** Math.min(n, 6)) * (0.75 + random / 2);
}
