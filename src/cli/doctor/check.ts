/** One thing that was looked at on the way to an API. */
export interface Check {
  readonly subject: "name" | "proxy" | "connection" | "certificate" | "answer" | "tenant" | "token";
  readonly outcome: "ok" | "failed" | "notChecked";
  /** What was found; never a token. */
  readonly found: string;
  readonly advice?: string;
  /** What a failed check means for a push: 4, the API would refuse everybody; 5, it cannot be reached. */
  readonly exitCode?: 4 | 5;
}

export function ok(subject: Check["subject"], found: string, advice?: string): Check {
  return { subject, outcome: "ok", found, ...(advice ? { advice } : {}) };
}

export function failed(check: Omit<Required<Check>, "outcome">): Check {
  return { ...check, outcome: "failed" };
}

export function notChecked(subject: Check["subject"], found: string): Check {
  return { subject, outcome: "notChecked", found };
}
