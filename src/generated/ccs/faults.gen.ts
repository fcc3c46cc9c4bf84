// Generated from openapi/ccs.yaml by `npm run generate`. Do not edit: change the document and run it again.

import type { FaultGuide } from "../../contract/fault.ts";

export const faultGuide: FaultGuide = { remedies: {}, answers: [] };
