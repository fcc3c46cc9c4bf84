// In workerd: the address of the mock is in the query.
import { smoke } from "./smoke.ts";

export default {
  async fetch(request: Request): Promise<Response> {
    return new Response(await smoke(new URL(request.url).searchParams.get("mock") ?? ""));
  },
};
