// Generated from openapi/ccs.yaml by `npm run generate`. Do not edit: change the document and run it again.

import type { CallFacts } from "../../contract/operation.ts";
import { UserPost, UserPostResponse } from "./rules.gen.ts";

export const addUser = {
  id: "addUser",
  method: "POST",
  path: "/request/user",
  repeatSafe: false,
  parameters: {},
  formats: {
    "application/json": "json",
    "text/json": "json",
    "text/html": "json",
    "application/xml": "xml",
    "text/xml": "xml",
    "application/x-www-form-urlencoded": "form",
  },
  record: UserPost,
  requestXml: {
    root: "UserPost",
    namespace: "http://schemas.datacontract.org/2004/07/CCSCommercialAPI.Models.Users",
    elements: {
      departmentId: "DepartmentId",
      email: "Email",
      firstName: "FirstName",
      forcePasswordChange: "ForcePasswordChange",
      lastName: "LastName",
      password: "Password",
      phone: "Phone",
      roleId: "RoleId",
      title: "Title",
    },
  },
  answer: UserPostResponse,
  answerXml: {
    root: "UserPostResponse",
    namespace: "http://schemas.datacontract.org/2004/07/CCSCommercialAPI.Models.Users",
    elements: { id: "Id" },
  },
} as const satisfies CallFacts;
