// Generated from openapi/opscom.yaml by `npm run generate`. Do not edit: change the document and run it again.

import { DATE, EMAIL } from "../../contract/format.ts";
import type { Rule } from "../../contract/rule.ts";

export const PushProfileRequest = {
  type: "object",
  closed: true,
  required: ["unique_id", "login_source"],
  properties: {
    unique_id: { type: "string", minLength: 1, maxLength: 50 },
    login_source: { type: "string", minLength: 1, maxLength: 20 },
    first_name: { type: "string", maxLength: 50, sensitive: true },
    last_name: { type: "string", maxLength: 50, sensitive: true },
    user_name: { type: "string", maxLength: 50, sensitive: true },
    email: { type: "string", maxLength: 100, format: EMAIL, sensitive: true },
    street: { type: "string", sensitive: true },
    city: { type: "string", maxLength: 50, sensitive: true },
    province: { type: "string", minLength: 2, maxLength: 2, sensitive: true },
    state: { type: "string", minLength: 2, maxLength: 2, sensitive: true },
    postal_code: { type: "string", maxLength: 20, sensitive: true },
    zip: { type: "string", maxLength: 20, sensitive: true },
    street2: { type: "string", maxLength: 20, sensitive: true },
    city2: { type: "string", maxLength: 50, sensitive: true },
    province2: { type: "string", minLength: 2, maxLength: 2, sensitive: true },
    state2: { type: "string", minLength: 2, maxLength: 2, sensitive: true },
    postal_code2: { type: "string", maxLength: 20, sensitive: true },
    zip2: { type: "string", maxLength: 20, sensitive: true },
    phone_cell: { type: "string", maxLength: 20, sensitive: true },
    user_type_id: { type: "string", pattern: /^[0-9]+$/u },
    employ_no: { type: "string", maxLength: 50, sensitive: true },
    employee_phone: { type: "string", maxLength: 50, sensitive: true },
    student_no: { type: "string", maxLength: 50, sensitive: true },
    student_phone: { type: "string", maxLength: 50, sensitive: true },
    driver_licence_num: { type: "string", maxLength: 255, sensitive: true },
    driver_license_num: { type: "string", maxLength: 255, sensitive: true },
    date_of_birth: { type: "string", maxLength: 10, format: DATE, sensitive: true },
    locker_user_type_id: { type: "string", pattern: /^[0-9]+$/u },
    driver_licence_prov: { type: "string", minLength: 2, maxLength: 2, sensitive: true },
    driver_license_state: { type: "string", minLength: 2, maxLength: 2, sensitive: true },
  },
} as const satisfies Rule;

export const PushProfileResult = {
  type: "object",
  closed: false,
  required: ["status", "reference_id"],
  properties: { status: { type: "string", enum: ["success"] }, reference_id: { type: "integer" } },
} as const satisfies Rule;

export const ListUserTypesRequest = { type: "object", closed: true, required: [], properties: {} } as const satisfies Rule;

export const UserTypeList = {
  type: "object",
  closed: false,
  required: ["status", "user_types"],
  properties: {
    status: { type: "string", enum: ["success"] },
    user_types: {
      type: "array",
      items: {
        type: "object",
        closed: false,
        required: ["id", "type_name", "ext_info"],
        properties: {
          id: { type: "string", pattern: /^[0-9]+$/u },
          type_name: { type: "string" },
          ext_info: { type: "string", enum: ["Student", "Staff", "Public", "Athletics"] },
        },
      },
    },
  },
} as const satisfies Rule;
