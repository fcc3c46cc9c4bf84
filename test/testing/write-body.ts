import type { Schema } from "../vendor-facts/read-document.ts";

type Values = Readonly<Record<string, unknown>>;

/** A body in a media type, written without the writers that are under test. */
export function writeBody(mediaType: string, body: Values, schema: Schema): string {
  if (mediaType.endsWith("urlencoded")) return writeForm(body);
  return mediaType.endsWith("/xml") ? writeXml(body, schema) : JSON.stringify(body);
}

/** As Rails reads it, and not by our own writer. */
export function writeForm(values: Values): string {
  const pairs = Object.entries(values).flatMap(([name, value]) =>
    Array.isArray(value)
      ? value.flatMap((item: Values) =>
          Object.entries(item).map(([member, one]) => [`${name}[][${member}]`, one]),
        )
      : [[name, value]],
  );
  return new URLSearchParams(pairs.filter(([, value]) => value !== undefined) as string[][]).toString();
}

/** As the DataContract serializer reads it, and not by our own writer. */
function writeXml(values: Values, { properties = {}, xml }: Schema): string {
  const { name: root, namespace } = xml as Record<string, string>;
  const elements = Object.entries(values)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => [
      (properties[name]?.["xml"] as { name: string } | undefined)?.name ?? name,
      value,
    ])
    .sort()
    .map(([name, value]) => `<${name}>${value}</${name}>`);
  return `<${root} xmlns="${namespace}">${elements.join("")}</${root}>`;
}
