import { describeReplacedFetch, ORIGIN, PUSH, SUCCESS } from "./replaced-fetch.ts";

let restore: () => unknown = () => undefined;

describeReplacedFetch({
  name: "nock",
  async start() {
    const { default: nock } = await import("nock");
    if (!nock.isActive()) nock.activate();
    nock.disableNetConnect();
    nock(ORIGIN).post(PUSH).reply(503).post(PUSH).reply(200, SUCCESS);
    restore = () => {
      nock.cleanAll();
      nock.restore();
    };
  },
  stop: () => void restore(),
});
