import { createActiveplatformClient } from "../../src/apis/activeplatform.ts";
import { createCcsClient } from "../../src/apis/ccs.ts";
import { createOpscomClient } from "../../src/apis/opscom.ts";
import type { Result } from "../../src/client/create-operation.ts";
import type { CallOptions, ClientOptions } from "../../src/client/settings.ts";

/** One operation of one API, called as its users call it, with a record that is as short as it can be. */
export interface Call {
  readonly name: string;
  readonly repeatSafe: boolean;
  /** The body of a documented success. */
  readonly success: string;
  /** The token, where it is sent. */
  readonly token?: string;
  readonly call: (
    options: ClientOptions & { baseUrl: string },
    callOptions?: CallOptions,
  ) => Promise<Result<object>>;
}

const TOKEN = "T0ken-canary-4711";
const XMLNS = "http://schemas.datacontract.org/2004/07/CCSCommercialAPI.Models.Users";
const TIMES = '"created_at":"2016-10-07T14:15:47.746+03:00","updated_at":"2016-10-07T14:15:47.746+03:00"';

const opscom = (options: ClientOptions) =>
  createOpscomClient({ tenant: "OC_TOMA", apiToken: TOKEN, ...options }).safe;

export const CALLS: readonly Call[] = [
  {
    name: "pushProfile",
    repeatSafe: true,
    token: TOKEN,
    success: '{"status":"success","reference_id":44}',
    call: (options, callOptions) =>
      opscom(options).pushProfile({ unique_id: "1", login_source: "OPSCOM" }, callOptions),
  },
  {
    name: "listUserTypes",
    repeatSafe: true,
    token: TOKEN,
    success: '{"status":"success","user_types":[]}',
    call: (options, callOptions) => opscom(options).listUserTypes(callOptions),
  },
  {
    name: "createUser",
    repeatSafe: false,
    token: TOKEN,
    success: `{"id":1,"first_name":"A","last_name":"B","email":"a@b.ca","status":"active",${TIMES}}`,
    call: (options, callOptions) =>
      createActiveplatformClient({ apiToken: TOKEN, ...options }).safe.createUser(
        { first_name: "A", last_name: "B", password: "pass-word", email: "a@b.ca" },
        callOptions,
      ),
  },
  {
    name: "addUser as JSON",
    repeatSafe: false,
    success: '{"id":1}',
    call: (options, callOptions) =>
      createCcsClient(options).safe.addUser({ email: "a@b.ca", firstName: "A", roleId: 1 }, callOptions),
  },
  {
    name: "addUser as XML",
    repeatSafe: false,
    success: `<UserPostResponse xmlns="${XMLNS}"><Id>1</Id></UserPostResponse>`,
    call: (options, callOptions) =>
      createCcsClient({ ...options, format: "xml" }).safe.addUser(
        { email: "a@b.ca", firstName: "A", roleId: 1 },
        callOptions,
      ),
  },
];
