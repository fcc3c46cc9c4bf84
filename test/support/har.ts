/** Records what goes over a `fetch` as an HTTP archive (HAR 1.2). What must stay secret is told by `redact`. */
export function recordHar(fetch: typeof globalThis.fetch, redact: (text: string) => string) {
  const entries: object[] = [];

  async function recording(
    url: string,
    init: { headers: Record<string, string>; body: string },
  ): Promise<Response> {
    const answer = await fetch(url, { method: "POST", ...init });
    entries.push(
      entryOf(redact(url), { ...init, body: redact(init.body) }, answer, await answer.clone().text()),
    );
    return answer;
  }
  const har = () => ({ log: { version: "1.2", creator: { name: "userpush", version: "0" }, entries } });
  return { fetch: recording, har };
}

function entryOf(
  url: string,
  { headers, body }: { headers: Record<string, string>; body: string },
  answer: Response,
  text: string,
): object {
  const mimeType = answer.headers.get("content-type") ?? "";
  const shared = { httpVersion: "HTTP/1.1", cookies: [], headersSize: -1 };
  return {
    startedDateTime: "2026-01-01T00:00:00.000Z",
    time: 1,
    cache: {},
    timings: { send: 0, wait: 1, receive: 0 },
    request: {
      ...shared,
      method: "POST",
      url,
      headers: listOf(headers),
      queryString: listOf(Object.fromEntries(new URL(url).searchParams)),
      bodySize: body.length,
      postData: { mimeType: headers["content-type"], text: body },
    },
    response: {
      ...shared,
      status: answer.status,
      statusText: "",
      headers: listOf(Object.fromEntries(answer.headers)),
      content: { size: text.length, mimeType, text },
      redirectURL: "",
      bodySize: text.length,
    },
  };
}

function listOf(pairs: Readonly<Record<string, string>>): { name: string; value: string }[] {
  return Object.entries(pairs).map(([name, value]) => ({ name, value }));
}
