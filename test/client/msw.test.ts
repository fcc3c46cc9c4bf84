import { describeReplacedFetch, ORIGIN, PUSH, SUCCESS } from "./replaced-fetch.ts";

let close: () => unknown = () => undefined;

describeReplacedFetch({
  name: "MSW",
  async start() {
    const { http, HttpResponse } = await import("msw");
    const { setupServer } = await import("msw/node");
    const server = setupServer(
      http.post(`${ORIGIN}${PUSH}`, () => new HttpResponse(null, { status: 503 }), { once: true }),
      http.post(`${ORIGIN}${PUSH}`, () => HttpResponse.json(SUCCESS)),
    );
    server.listen();
    close = () => server.close();
  },
  stop: () => void close(),
});
