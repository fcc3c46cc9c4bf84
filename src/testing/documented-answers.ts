/** The part of Prism's operations that is read here. */
interface Operation {
  readonly path: string;
  readonly responses: readonly Response[];
}

interface Response {
  /** A status, or `default`. */
  readonly code: string;
  readonly contents?: readonly {
    readonly mediaType: string;
    readonly examples?: readonly { readonly key: string }[];
  }[];
}

/** The media types that an answer may have; none where the document names none. */
export function mediaTypesOf(operations: readonly Operation[], template: string, status: number): string[] {
  const responses = responsesOf(operations, template);
  const response =
    responses.find(({ code }) => code === String(status)) ?? responses.find(({ code }) => code === "default");
  return (response?.contents ?? []).map(({ mediaType }) => mediaType);
}

/** The names of all examples, each once. */
export function examplesOf(operations: readonly Operation[]): string[] {
  const contents = operations.flatMap(({ responses }) => responses.flatMap((one) => one.contents ?? []));
  return [...new Set(contents.flatMap(({ examples = [] }) => examples.map(({ key }) => key)))];
}

/** The first status that has an example of a name. */
export function statusOf(
  operations: readonly Operation[],
  template: string,
  example: string,
): number | undefined {
  const found = responsesOf(operations, template).find(({ code, contents = [] }) => {
    const names = contents.flatMap(({ examples = [] }) => examples.map(({ key }) => key));
    return code !== "default" && names.includes(example);
  });
  return found && Number(found.code);
}

function responsesOf(operations: readonly Operation[], template: string): readonly Response[] {
  return operations.find(({ path }) => path === template)?.responses ?? [];
}
