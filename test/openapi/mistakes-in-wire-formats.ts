import type { Mistakes } from "./mistake.ts";

const NO_ORDER = "x-xml-element-order must say in which order the elements stand";
const SHARED = "all media types of a request must refer to one and the same schema";

export const mistakesInWireFormats: Mistakes = {
  "userpush/wire-formats": [
    [
      "media types with different schemas",
      {
        in: "activeplatform",
        from: 'x-form-arrays: rails\n            schema:\n              $ref: "#/components/schemas/CreateUserRequest"',
        to: 'x-form-arrays: rails\n            schema:\n              $ref: "#/components/schemas/User"',
        says: SHARED,
      },
    ],
    [
      "a schema that is no component",
      {
        in: "opscom",
        from: '$ref: "#/components/schemas/ListUserTypesRequest"',
        to: "type: object",
        says: SHARED,
      },
    ],
    [
      "a form with a list and no word on lists",
      {
        in: "activeplatform",
        from: "            x-form-arrays: rails\n",
        to: "",
        says: "x-form-arrays must say how",
      },
    ],
    [
      "a form that writes lists as nobody does",
      {
        in: "activeplatform",
        from: "x-form-arrays: rails",
        to: "x-form-arrays: php",
        says: "x-form-arrays must say",
      },
    ],
    [
      "XML elements in no order",
      { in: "ccs", from: "      x-xml-element-order: alphabetical\n", to: "", says: NO_ORDER },
    ],
    [
      "XML elements in an order that nobody writes",
      {
        in: "ccs",
        from: "x-xml-element-order: alphabetical",
        to: "x-xml-element-order: as-is",
        says: NO_ORDER,
      },
    ],
  ],
};
