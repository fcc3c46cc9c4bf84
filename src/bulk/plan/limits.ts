/** So many people, or such a share of them, from 0 to 1; of few people a share is next to nobody, so it may have a floor. */
export type Limit =
  | { readonly people: number }
  | { readonly share: number; readonly atLeast?: number | undefined };

/** How much of a roster may be unusual. A run that passes one of them sends nothing, until somebody has looked. */
export interface BrakeLimits {
  /** Share of the people known at the destination. Default 20 %, at least 10. */
  readonly maxNew: Limit;
  /** Share of the people known at the destination. Default 50 %, at least 10. */
  readonly maxChanged: Limit;
  /** Share of the rows. Default 10 %, at least 10. */
  readonly maxRejected: Limit;
  /** Share of the people whom the source brought before. Default 20 %, at least 10. */
  readonly maxMissing: Limit;
}

/** The limits of a run that is given none. */
export const DEFAULT_LIMITS: BrakeLimits = {
  maxNew: { share: 0.2, atLeast: 10 },
  maxChanged: { share: 0.5, atLeast: 10 },
  maxRejected: { share: 0.1, atLeast: 10 },
  maxMissing: { share: 0.2, atLeast: 10 },
};
