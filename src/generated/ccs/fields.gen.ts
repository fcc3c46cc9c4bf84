// Generated from openapi/ccs.yaml by `npm run generate`. Do not edit: change the document and run it again.

import type { Field } from "../../contract/field.ts";
import { UserPost } from "./rules.gen.ts";

export const addUserFields: readonly Field[] = [
  {
    name: "title",
    label: "Title",
    required: false,
    description: "Title or form of address.",
    example: "Dr.",
    rule: UserPost.properties.title,
  },
  {
    name: "firstName",
    label: "First name",
    required: true,
    description: "Given name. Required, and may be empty.",
    example: "Ann",
    rule: UserPost.properties.firstName,
  },
  {
    name: "lastName",
    label: "Last name",
    required: false,
    description: "Family name.",
    example: "Example",
    rule: UserPost.properties.lastName,
  },
  {
    name: "phone",
    label: "Phone",
    required: false,
    description: "Phone number, in any notation.",
    example: "613-555-0142",
    rule: UserPost.properties.phone,
  },
  {
    name: "email",
    label: "Email",
    required: true,
    description: "E-mail. Required, and may be empty; the page asks for no particular form.",
    example: "ann.example@example.com",
    rule: UserPost.properties.email,
  },
  {
    name: "password",
    label: "Password",
    required: false,
    description: "The first password.",
    example: "correct-horse-battery",
    rule: UserPost.properties.password,
  },
  {
    name: "roleId",
    label: "Role ID",
    required: true,
    description: "Id of the role that the user gets.",
    example: 1,
    rule: UserPost.properties.roleId,
  },
  {
    name: "departmentId",
    label: "Department ID",
    required: false,
    description: "Id of the department, a byte.",
    example: 64,
    rule: UserPost.properties.departmentId,
  },
  {
    name: "forcePasswordChange",
    label: "Force password change",
    required: false,
    description: "Whether the user must choose a new password at the first login.",
    example: true,
    rule: UserPost.properties.forcePasswordChange,
  },
];
