// Generated from openapi/activeplatform.yaml by `npm run generate`. Do not edit: change the document and run it again.

import type { Field } from "../../contract/field.ts";
import { CreateUserRequest } from "./rules.gen.ts";

export const createUserFields: readonly Field[] = [
  {
    name: "first_name",
    label: "First name",
    required: true,
    description: "Given name.\n\n*Inferred:* not empty.",
    example: "Ann",
    rule: CreateUserRequest.properties.first_name,
  },
  {
    name: "middle_name",
    label: "Middle name",
    required: false,
    description: "Middle name; may be empty.",
    example: "Marie",
    rule: CreateUserRequest.properties.middle_name,
  },
  {
    name: "last_name",
    label: "Last name",
    required: true,
    description: "Family name.\n\n*Inferred:* not empty.",
    example: "Example",
    rule: CreateUserRequest.properties.last_name,
  },
  {
    name: "password",
    label: "Password",
    required: true,
    description: "The first password. What it must look like is set in the password settings of the installation.\n\n*Inferred:* not empty.",
    example: "correct-horse-battery",
    rule: CreateUserRequest.properties.password,
  },
  {
    name: "email",
    label: "Email",
    required: true,
    description: "E-mail, which is the login.\n\n*Inferred:* a well-formed address.",
    example: "ann.example@example.com",
    rule: CreateUserRequest.properties.email,
  },
  {
    name: "custom_attributes",
    label: "Custom attributes",
    required: false,
    description: "Further attributes, as they are set up in the installation.\nWhether the list is required depends on the account type.",
    rule: CreateUserRequest.properties.custom_attributes,
  },
];
