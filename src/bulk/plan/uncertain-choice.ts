/** What to do with people who may have been created by an earlier run, at an API that only creates. */
export const UNCERTAIN_CHOICES = ["report", "resend", "delivered"] as const;
/** `report` names them and sends nothing, `resend` sends them again, `delivered` takes it that they arrived. */
export type UncertainChoice = (typeof UNCERTAIN_CHOICES)[number];
