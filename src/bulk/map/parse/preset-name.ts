/** The mappings that ship with userpush, by the system whose export they take. */
export const PRESET_NAMES = ["banner", "oneroster"] as const;

/** The name of one of them. */
export type PresetName = (typeof PRESET_NAMES)[number];
