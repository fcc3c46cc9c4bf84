/** The APIs that userpush knows, as a person names them. */
export const API_NAMES = ["opscom", "activeplatform", "ccs"] as const;
export type ApiName = (typeof API_NAMES)[number];
