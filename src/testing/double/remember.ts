import type { OperationFacts } from "../../contract/operation.ts";
import { answerByDocument, type Respond, writeAnswer } from "../answer-by-document.ts";
import type { Contract } from "../contract.ts";
import type { Accepted } from "../examine.ts";
import type { MockAnswer } from "../exchange.ts";
import { refuse } from "../refuse.ts";
import { describePerson } from "./describe-person.ts";
import type { Memory, RememberedPerson } from "./memory.ts";
import { notUnique, type SiteRules, siteFindings, uniqueFieldsOf } from "./site-rules.ts";

type Values = Readonly<Record<string, unknown>>;

/**
 * Answers like an API that remembers: an upsert creates a person, then updates the same one; a create adds one each time.
 * A field that an update leaves out keeps its value, which no page promises.
 */
export function createRememberingApi(memories: ReadonlyMap<Contract, Memory>, site: SiteRules): Respond {
  return function respond(examined, { headers }) {
    // Who asks for an example wants the document's answer, and nobody is pushed.
    if (examined.refusal || headers["prefer"]) return answerByDocument(examined);
    const { route, said } = examined;
    const findings = siteFindings(site, route.operation, said);
    if (findings.length > 0) return refuse(route, 400, findings);
    if (route.operation.effect === "read") return answerByDocument(examined);
    return write(examined, memories.get(route.contract) as Memory);
  };
}

function write(accepted: Accepted, memory: Memory): MockAnswer {
  const { route, said, documented } = accepted;
  const { operation, contract } = route;
  const record = recordOf(operation, said.body as Values);
  const key = operation.effect === "upsert" ? keyOf(operation, said.path, record) : undefined;
  const taken = uniqueFieldsOf(contract.faultGuide).find((field) => {
    const holder = memory.holderOf(field, { path: said.path, record });
    return holder !== undefined && holder !== key;
  });
  if (taken) return refuse(route, 400, [notUnique(taken)]);
  const earlier = key === undefined ? undefined : memory.find(key);
  const person = merge(earlier, { reference: memory.nextReference, path: said.path, record });
  memory.put(key ?? String(person.reference), person);
  return writeAnswer(route, { ...documented, body: describePerson(operation, documented.body, person) });
}

function merge(
  earlier: RememberedPerson | undefined,
  given: Pick<RememberedPerson, "path" | "record"> & { reference: () => number },
): RememberedPerson {
  const { path, record } = given;
  if (!earlier) return { reference: given.reference(), path, record, pushes: 1 };
  return { ...earlier, record: { ...earlier.record, ...record }, pushes: earlier.pushes + 1 };
}

/** What is kept of a body: everything but the token and what is never kept in whatever form. */
function recordOf({ record }: OperationFacts, body: Values): Values {
  const kept = Object.entries(body).filter(([name]) => {
    const rule = record.properties[name];
    return rule && !("password" in rule);
  });
  return Object.fromEntries(kept);
}

function keyOf({ identity }: OperationFacts, path: Values, record: Values): string {
  return JSON.stringify([...Object.values(path), ...identity.map((field) => record[field])]);
}
