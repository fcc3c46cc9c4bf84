/**
 * Every place where a document says, on purpose, something else than the vendor's tables, and every inference.
 * A place is a line of `document-lines.ts`; a star in it stands for one name.
 */
import type { Api } from "./read-document.ts";

export interface Deviation {
  readonly api: Api;
  readonly place: string;
  /** An inference is marked by `x-inferred` in the document; a deviation is not. */
  readonly kind: "deviation" | "inferred";
  /** Adds what the tables lack, leaves out what they have, or keeps what speaks against itself. */
  readonly effect: "adds" | "leaves out" | "keeps";
  readonly reason: string;
}

type Reasons = Readonly<Record<string, string>>;

const NO_STATUS = "The page shows the body without a status.";
const TYPOS = "No page says what happens to an unknown key, and here a typo is caught before it is sent.";
const MASKED = "The format restricts nothing; it says that the value is a secret, which is never kept.";
const AS_PRINTED = "The printed answer has them all, and no page says which can be absent.";
const DIGITS = "The page calls it an id number and its sample sends a string, so it is a string of digits.";

export const DEVIATIONS: readonly Deviation[] = [
  ...list("opscom", "deviation", "leaves out", {
    'pushProfile request/* characters "alphanumeric including dashes"':
      "The page's own sample has @, a point, a colon, a comma and blanks, so only the length is enforced.",
    'listUserTypes request/* characters "alphanumeric including dashes"':
      "The token is judged here as in a push: by its length alone.",
  }),
  ...list("opscom", "deviation", "keeps", {
    "pushProfile request/street2 maxLength 20":
      "The main street has no limit and a sample of 96 characters; both are enforced as written.",
    "pushProfile request/province minLength 2":
      "The sample has it in lower case, so it is two characters in any case.",
  }),
  ...list("opscom", "deviation", "adds", {
    'pushProfile request/apiToken format "password"': MASKED,
    'listUserTypes request/apiToken format "password"': MASKED,
    'pushProfile request/user_type_id pattern "^[0-9]+$"': DIGITS,
    'pushProfile request/locker_user_type_id pattern "^[0-9]+$"': DIGITS,
    'pushProfile label/postal_code2 "Postal Code - address 2"':
      "The page prints an underscore here, and a blank in the same label of the main address.",
    'listUserTypes answer/user_types[]/id pattern "^[0-9]+$"': "It is what user_type_id takes.",
    'pushProfile request/user_type_id x-lookup "listUserTypes"':
      "It is the id number of a UserType, and the sibling page lists those; nothing lists locker types.",
  }),
  ...list("opscom", "inferred", "adds", {
    "pushProfile answer required reference_id,status": AS_PRINTED,
    "pushProfile error required ErrorCode,ErrorMessage": AS_PRINTED,
    "listUserTypes answer required status,user_types": AS_PRINTED,
    "listUserTypes answer/user_types[] required ext_info,id,type_name": AS_PRINTED,
    "listUserTypes error required ErrorCode,ErrorMessage": AS_PRINTED,
    "pushProfile x-repeat-safe true": "A second push of one key updates what the first one wrote.",
    'pushProfile x-identity ["unique_id","login_source"]':
      "No page names the key; beside the token, only these two attributes are required.",
    "pushProfile responses/200": NO_STATUS,
    "pushProfile responses/400": NO_STATUS,
    "pushProfile responses/default": NO_STATUS,
    "listUserTypes responses/200": NO_STATUS,
    "listUserTypes responses/400": NO_STATUS,
    "listUserTypes responses/default": NO_STATUS,
    'pushProfile parameter/tenant pattern "^[A-Za-z0-9_\\\\-]+$"':
      "Codes are seen as OC_TOMA and OC-TOMA, and any other character could change the path.",
    'listUserTypes parameter/tenant pattern "^[A-Za-z0-9_\\\\-]+$"': "The tenant is the same as in a push.",
    "pushProfile request additionalProperties false": TYPOS,
    "listUserTypes request additionalProperties false": TYPOS,
    "pushProfile request/apiToken minLength 1": "An empty token is a missing one, which is fault 9001.",
    "listUserTypes request/apiToken minLength 1": "An empty token is a missing one, which is fault 9001.",
    "pushProfile request/unique_id minLength 1": "An empty key is a missing one, which is fault 9013.",
    "pushProfile request/login_source minLength 1": "An empty source is a missing one, which is fault 9014.",
    "pushProfile error x-faults/answers": "The codes are listed without the requests that earn them.",
    "listUserTypes error x-faults/answers": "The codes are listed without the requests that earn them.",
  }),
  ...list("activeplatform", "deviation", "leaves out", {
    "server http://billing.activeplatform.com:80": "A token in a query string over plain http is a leak.",
    'createUser request/custom_attributes[]/* use "Depends on ID of the account type"':
      "The type of the account is not known to a caller, so the list is never required.",
  }),
  ...list("activeplatform", "deviation", "adds", {
    "server https://billing.activeplatform.com": "The host of the page's example, over https.",
    'createUser parameter/api_token format "password"': MASKED,
    'createUser request/password format "password"': MASKED,
  }),
  ...list("activeplatform", "inferred", "adds", {
    "createUser error required error": "The printed error has nothing else.",
    "createUser x-repeat-safe false": "The page only speaks of creating, so a second call creates again.",
    'createUser x-identity ["email"]': "The e-mail is the login, so no two users can share it.",
    "createUser responses/200": NO_STATUS,
    "createUser responses/400": NO_STATUS,
    "createUser responses/default": NO_STATUS,
    "createUser parameter/api_token minLength 1": "An empty token names no manager.",
    "createUser request additionalProperties false": TYPOS,
    "createUser request/first_name minLength 1": "It is required, and only the middle name is shown empty.",
    "createUser request/last_name minLength 1": "It is required, and only the middle name is shown empty.",
    "createUser request/password minLength 1": "It is required, and a missing one is the page's own error.",
    'createUser request/email format "email"': "The page calls it an e-mail and types it as a string.",
    "createUser request/custom_attributes[] required key,value": "Half an attribute says nothing.",
    "createUser request/custom_attributes[] additionalProperties false": TYPOS,
    "createUser request/custom_attributes[]/key minLength 1": "An empty key names no attribute.",
    'createUser request/custom_attributes[]/value type ["string","number","boolean"]':
      "The page says that the type depends on the attribute, and names none.",
    'createUser answer/custom_attributes[]/value type ["string","number","boolean"]':
      "The page says that the type depends on the attribute, and names none.",
    "createUser answer required created_at,email,first_name,id,last_name,status,updated_at":
      "The page does not say which can be absent; the middle name and the attributes are optional in the request.",
    "createUser answer/custom_attributes[] required name,value": AS_PRINTED,
  }),
  ...list("ccs", "deviation", "adds", {
    "server https://localhost": "The page names no host, so the document names nobody's.",
    'addUser request/password format "password"': MASKED,
    'addUser sample/title "sample 1"':
      "The printed title has 15 characters where the page's table allows 10.",
  }),
  ...list("ccs", "deviation", "keeps", {
    "addUser request/email minLength 0": "A required string may be empty, as the page says.",
    "addUser request/firstName minLength 0": "A required string may be empty, as the page says.",
  }),
  ...list("ccs", "inferred", "keeps", {
    "addUser requestBody/content/application~1x-www-form-urlencoded":
      "The page accepts a form without a sample, so its fields are named as in JSON.",
  }),
  ...list("ccs", "inferred", "adds", {
    "addUser x-repeat-safe false": "The page only speaks of adding, so a second call adds again.",
    'addUser x-identity ["email"]':
      "No page names the key; it is the one required text that is a person's own.",
    "addUser responses/200": NO_STATUS,
    "addUser responses/400": "The page does not speak of errors.",
    "addUser responses/default": "The page does not speak of errors.",
    "addUser request additionalProperties false": TYPOS,
    "addUser answer required id": "The page does not say whether it can be absent.",
  }),
];

function list(api: Api, kind: Deviation["kind"], effect: Deviation["effect"], reasons: Reasons): Deviation[] {
  return Object.entries(reasons).map(([place, reason]) => ({ api, place, kind, effect, reason }));
}
