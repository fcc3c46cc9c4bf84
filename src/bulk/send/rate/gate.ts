/** Shut while the API takes nothing; then one request at a time goes through, to find out whether it does again. */
export interface Gate {
  readonly isShut: () => boolean;
  /** When the next request may go: 0 while the gate is open, never while the one that tries it is out. */
  readonly opensAt: () => number;
  /** Moment of the last failure that shut an open gate: whatever was sent until then belongs to that failure. */
  readonly shutAt: () => number;
  readonly shut: (failure: Shutting) => void;
  /** The next request is the one that tries. */
  readonly probe: () => void;
  /** The one that tried has failed. */
  readonly keepShut: (at: number) => void;
  /** The one that tried has found out nothing. */
  readonly probeAgain: () => void;
  /** Nobody goes before a moment, as `Retry-After` asks. */
  readonly waitUntil: (at: number) => void;
  /** Whether the wait is as long as `Retry-After` asked, and no longer of its own accord. */
  readonly isAsked: () => boolean;
  readonly open: () => void;
}

export interface Shutting {
  readonly at: number;
  /** How long to wait before the first request that tries. */
  readonly firstGapMs: number;
}

/** Each request that tries in vain makes the wait for the next half as long again, up to ten seconds. */
const GAP_GROWTH = 1.5;
const MAX_GAP_MS = 10_000;

export function createGate(): Gate {
  let isShut = false;
  let isProbing = false;
  let shutAt = Number.NEGATIVE_INFINITY;
  let until = 0;
  let askedUntil = 0;
  let gapMs = 0;

  function shut({ at, firstGapMs }: Shutting): void {
    gapMs = firstGapMs;
    isShut = true;
    isProbing = false;
    shutAt = at;
    until = at + gapMs;
  }
  function keepShut(at: number): void {
    isProbing = false;
    gapMs = longer(gapMs);
    until = Math.max(until, at + gapMs);
  }
  function open(): void {
    isShut = false;
    isProbing = false;
    until = 0;
  }
  return {
    isShut: () => isShut,
    opensAt: () => (isProbing ? Number.POSITIVE_INFINITY : until),
    shutAt: () => shutAt,
    shut,
    probe: () => {
      isProbing = true;
    },
    keepShut,
    probeAgain: () => {
      isProbing = false;
    },
    waitUntil: (at) => {
      askedUntil = Math.max(askedUntil, at);
      until = Math.max(until, at);
    },
    isAsked: () => askedUntil >= until,
    open,
  };
}

function longer(gapMs: number): number {
  return Math.min(MAX_GAP_MS, gapMs * GAP_GROWTH);
}
