import { createCcsClient } from "userpush/ccs";
import { startContractMock } from "userpush/testing";

const mock = await startContractMock({ apis: ["ccs"] });
const ccs = createCcsClient({ baseUrl: mock.url, format: "xml" });

const added = await ccs.safe.addUser({ email: "ann.example@example.com", firstName: "Ann", roleId: 1 });
console.log(added.ok ? `added as ${added.data.id}` : added.error.message);

const refused = await ccs.safe.addUser({ email: "", firstName: "Ann", roleId: 1, title: "Her Excellency" });
console.log(refused.ok ? `added as ${refused.data.id}` : refused.error.message);

await mock.close();
