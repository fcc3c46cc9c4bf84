import { request } from "undici";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ContractMock, startContractMock } from "../../src/testing/index.ts";
import { CCS_HTML_BODY, CCS_JSON_BODY, CCS_XML_ANSWER, CCS_XML_BODY } from "../vendor-facts/samples.ts";

const NAMESPACE = "http://schemas.datacontract.org/2004/07/CCSCommercialAPI.Models.Users";
const INSTANCE = 'xmlns:i="http://www.w3.org/2001/XMLSchema-instance"';
const [EMAIL, FIRST, ROLE] = ["<Email>e</Email>", "<FirstName>f</FirstName>", "<RoleId>1</RoleId>"];
const ALL = EMAIL + FIRST + ROLE;
const LEAST = xml(ALL);
const PREFIXED = LEAST.replaceAll(/<(\/?)/g, "<$1u:").replace("xmlns=", "xmlns:u=");
const CCS_FORM_BODY = new URLSearchParams(JSON.parse(CCS_JSON_BODY) as Record<string, string>).toString();
const BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8";

let mock: ContractMock;
beforeAll(async () => {
  mock = await startContractMock({ apis: ["ccs"] });
});
afterAll(() => mock.close());

describe.each([
  ["application/json", CCS_JSON_BODY],
  ["text/json", CCS_JSON_BODY],
  ["text/html", CCS_HTML_BODY],
  ["application/xml", CCS_XML_BODY],
  ["text/xml", CCS_XML_BODY],
  ["application/x-www-form-urlencoded", CCS_FORM_BODY],
])("the sample in %s", (mediaType, sample) => {
  test("is refused as printed, for its title alone", async () => {
    const message = expect.stringMatching(/\b15 characters\b.*\b10\b/);
    const findings = [{ location: locate("title"), message }];
    expect(await post(sample, mediaType)).toMatchObject({ status: 400, findings });
  });

  test("is accepted with a title of ten", async () => {
    const shorter = sample.replace(/sample.string.1/, "t".repeat(10));
    expect(await post(shorter, mediaType)).toMatchObject({ status: 200, findings: [] });
  });
});

describe("the answer", () => {
  test.each<[accept: string | undefined, mediaType: string]>([
    ["application/json", "application/json"],
    ["text/json", "text/json"],
    ["text/html", "text/html"],
    ["application/xml", "application/xml"],
    ["text/xml", "text/xml"],
    ["application/json;q=0.5, text/xml", "text/xml"],
    [BROWSER, "text/html"],
    ["*/*", "application/json"],
    [undefined, "application/json"],
  ])("to Accept: %s is %s", async (accept, mediaType) => {
    const answer = await post(LEAST, "text/xml", accept);
    expect(answer).toMatchObject({ status: 200, mediaType });
    if (mediaType.endsWith("xml")) expect(withoutBlanks(answer.text)).toBe(withoutBlanks(CCS_XML_ANSWER));
    else expect(JSON.parse(answer.text)).toEqual({ id: 1 });
  });

  const UNKNOWN = ["image/png", "application/pdf, image/*", "nothing", ","];
  test.each(UNKNOWN)("to Accept: %s is 406", async (accept) => {
    expect((await post(LEAST, "text/xml", accept)).status).toBe(406);
  });
});

describe("XML", () => {
  test.each<[name: string, body: string]>([
    ["a prefix for its namespace", PREFIXED],
    ["a declaration and a byte order mark", `\ufeff<?xml version="1.0" encoding="utf-8"?>\n${LEAST}`],
    ["an element that is nil", xml(ALL, '<Title i:nil="true"/>')],
    ["an empty required string", xml("<Email/>", FIRST, ROLE)],
    ["blanks around a number", xml(EMAIL, FIRST, "<RoleId>\n 1 </RoleId>")],
    ["a number for a boolean", xml(EMAIL, FIRST, "<ForcePasswordChange>1</ForcePasswordChange>", ROLE)],
    ["comments and instructions", titled("<?go on?>12345<!-- no text -->67890<!-- end -->")],
    ["ten characters of CDATA", titled("<![CDATA[<&>4567890]]>")],
    ["ten characters by reference", titled(`${"&#x1f600;".repeat(9)}&amp;`)],
  ])("is read with %s", async (_, body) => {
    expect(await post(body, "application/xml")).toMatchObject({ status: 200, findings: [] });
  });

  test.each<[name: string, body: string, rule: string, field?: string]>([
    ["another namespace", LEAST.replace(NAMESPACE, "urn:x"), "namespace"],
    ["no namespace", LEAST.replace(`xmlns="${NAMESPACE}"`, ""), "namespace"],
    ["another root", LEAST.replaceAll("UserPost", "User"), "namespace"],
    ["an element that is not closed", xml(ALL, "<Title>"), "syntax"],
    ["an entity that nobody declared", titled("&nbsp;"), "syntax"],
    ["a control character", titled("\u0001"), "syntax"],
    ["a billion laughs", declaring(...[0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map(laughs)), "syntax"],
    ["a file for an entity", declaring('SYSTEM "file:///etc/passwd"'), "syntax"],
    ["a page for an entity", declaring('SYSTEM "http://127.0.0.1:9/"'), "syntax"],
    ["a field of another namespace", xml(ALL, '<Title xmlns="x">t</Title>'), "namespace", "title"],
    ["elements out of order", xml(FIRST, EMAIL, ROLE), "order", "email"],
    ["an element that comes twice", xml(ALL, ROLE), "order", "roleId"],
    ["an unknown element", xml(ALL, "<Username>u</Username>"), "unknown", "Username"],
    ["a JSON name", xml(ALL, "<title>t</title>"), "unknown", "title"],
    ["a name of every object", xml(ALL, "<__proto__>t</__proto__>"), "unknown", "__proto__"],
    ["elements where text belongs", titled("<b>t</b>"), "type", "title"],
    ["a required element that is nil", xml('<Email i:nil="true"/>', FIRST, ROLE), "required", "email"],
    ["eleven characters of CDATA", titled("<![CDATA[<&>45678901]]>"), "maxLength", "title"],
    ["a word for a number", LEAST.replace(">1<", ">one<"), "type", "roleId"],
  ])("is refused at once with %s", { timeout: 2_000 }, async (_, body, code, field = "") => {
    const findings = [{ location: locate(field), code }];
    expect(await post(body, "application/xml")).toMatchObject({ status: 400, findings });
  });

  test.each([
    ["a late one leaves the others late", xml(ROLE, EMAIL, FIRST), ["email", "firstName"]],
    ["an unknown one makes none late", xml("<Zero/>", ALL), ["Zero"]],
  ])("is read in the order of the serializer: %s", async (_, body, fields) => {
    const findings = fields.map((field) => ({ location: locate(field) }));
    expect(await post(body, "text/xml")).toMatchObject({ status: 400, findings });
  });

  test.each(["yes", "TRUE", "", "constructor", "__proto__"])("takes no boolean from %j", async (text) => {
    const wrong = `<ForcePasswordChange>${text}</ForcePasswordChange>`;
    const message = expect.stringContaining("must be a boolean, and text of ");
    expect((await post(xml(EMAIL, FIRST, wrong, ROLE), "text/xml")).findings).toMatchObject([{ message }]);
  });
});

function xml(...elements: string[]): string {
  return `<UserPost ${INSTANCE} xmlns="${NAMESPACE}">${elements.join("")}</UserPost>`;
}

function titled(content: string): string {
  return xml(ALL, `<Title>${content}</Title>`);
}

function declaring(...entities: string[]): string {
  const declared = entities.map((entity, level) => `<!ENTITY x${level} ${entity}>`).join("");
  return `<!DOCTYPE UserPost [${declared}]>${titled(`&x${entities.length - 1};`)}`;
}

function laughs(level: number): string {
  return level === 0 ? '"ha"' : `"${`&x${level - 1};`.repeat(10)}"`;
}

function locate(field: string): string[] {
  return ["request", "body", ...(field ? [field] : [])];
}

function withoutBlanks(text: string): string {
  return text.replace(` ${INSTANCE}`, "").replaceAll(/ (?=<)/g, "");
}

async function post(body: string, mediaType: string, accept?: string) {
  const headers = { "content-type": mediaType, ...(accept === undefined ? {} : { accept }) };
  const answer = await request(`${mock.url}/request/user`, { method: "POST", headers, body });
  return {
    status: answer.statusCode,
    mediaType: String(answer.headers["content-type"]),
    text: await answer.body.text(),
    findings: JSON.parse(String(answer.headers["sl-violations"] ?? "[]")) as unknown,
  };
}
