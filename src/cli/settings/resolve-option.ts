import type { OptionSpec } from "../command.ts";
import { UsageError } from "../usage-error.ts";
import type { Given } from "./find-value.ts";
import { describeOption, type NamedOption } from "./option-names.ts";
import { type OptionValue, parseValue, splitList } from "./parse-value.ts";

/** The value of an option: what was given, or its default. Throws `UsageError`. */
export function resolveOption(option: NamedOption, given: Given | undefined): OptionValue | undefined {
  const { spec } = option;
  if (given) refuseForeign(option, given);
  if (given) return spec.type === "list" ? splitList(given.texts) : parseGiven(option, given);
  if (spec.required) throw missing(option);
  return spec.default === undefined ? absent(spec) : parseGiven(option, { texts: [spec.default], from: "" });
}

/** What says nothing to an API is refused rather than ignored. */
function refuseForeign({ name, spec, api }: NamedOption, { from }: Given): void {
  if (!api || !spec.apis || spec.apis.includes(api)) return;
  throw new UsageError(`${from}: ${name} says nothing to ${api}; it is for ${spec.apis.join(" and ")} alone`);
}

function parseGiven(option: NamedOption, { texts, from }: Given): OptionValue {
  const [text = ""] = texts;
  const parsed = texts.length === 1 ? parseValue(text, option.spec) : { expected: "one value" };
  if ("value" in parsed) return parsed.value;
  throw new UsageError(
    `${describeOption(option)}: expected ${parsed.expected}, and "${texts.join(", ")}" came from ${from}`,
  );
}

function missing(option: NamedOption): UsageError {
  const choices = option.spec.choices ? `; it is one of ${option.spec.choices.join(", ")}` : "";
  return new UsageError(`${option.name} is missing. Give it by ${describeOption(option)}${choices}`);
}

function absent({ type }: OptionSpec): OptionValue | undefined {
  if (type === "flag") return false;
  return type === "list" ? [] : undefined;
}
