// Generated from openapi/ccs.yaml by `npm run generate`. Do not edit: change the document and run it again.

import type { OperationFacts } from "../../contract/operation.ts";
import { UserPost, UserPostResponse } from "./rules.gen.ts";

export const addUser = {
  id: "addUser",
  method: "POST",
  path: "/request/user",
  effect: "create",
  repeatSafe: false,
  identity: ["email"],
  reference: "id",
  parameters: {},
  formats: [
    { mediaType: "application/json", encoding: "json" },
    { mediaType: "text/json", encoding: "json" },
    { mediaType: "text/html", encoding: "json" },
    { mediaType: "application/xml", encoding: "xml" },
    { mediaType: "text/xml", encoding: "xml" },
    { mediaType: "application/x-www-form-urlencoded", encoding: "form" },
  ],
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
} as const satisfies OperationFacts;
