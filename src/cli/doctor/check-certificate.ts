import { once } from "node:events";
import { existsSync } from "node:fs";
import { isIP, type Socket } from "node:net";
import { connect, type PeerCertificate, type TLSSocket } from "node:tls";
import { type Check, failed, ok } from "./check.ts";
import { codeOf } from "./check-connection.ts";

const DAY_MS = 86_400_000;
/** Certificates are renewed weeks before their end; one that was not has been forgotten. */
const SOON_DAYS = 14;
const HANDSHAKE_TIMEOUT_MS = 10_000;

export interface CertificateQuestion {
  readonly socket: Socket;
  readonly host: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly now: number;
}

/** Looks at the certificate over a connection: whose it is, who says so, how long it lasts, and whether Node trusts it. */
export async function checkCertificate({
  socket,
  host,
  environment,
  now,
}: CertificateQuestion): Promise<Check> {
  const name = host.replace(/^\[|\]$/g, "");
  const secure = connect({
    socket,
    host: name,
    servername: isIP(name) ? "" : name,
    rejectUnauthorized: false,
  });
  try {
    await once(secure, "secureConnect", { signal: AbortSignal.timeout(HANDSHAKE_TIMEOUT_MS) });
    return judge(secure, describeTrust(environment), now);
  } catch (error) {
    return failed({
      ...{ subject: "certificate", found: `no TLS on this port (${codeOf(error)})`, exitCode: 5 },
      advice: "Check the port of the base URL, and whether it should begin with http://.",
    });
  } finally {
    secure.destroy();
  }
}

function judge(secure: TLSSocket, trust: string, now: number): Check {
  const certificate = secure.getPeerCertificate();
  const days = Math.floor((Date.parse(certificate.valid_to) - now) / DAY_MS);
  const found = `${describe(certificate)}, ${days < 0 ? `ended ${-days} days ago` : `${days} days left`}${trust}`;
  if (secure.authorized)
    return ok("certificate", found, days < SOON_DAYS ? "Ask whoever runs the host to renew it." : undefined);
  const code = String(secure.authorizationError);
  return failed({
    subject: "certificate",
    found: `${found} (${code})`,
    advice: adviceFor(code),
    exitCode: 5,
  });
}

function describe({ subject, issuer, subjectaltname }: PeerCertificate): string {
  const names = subjectaltname?.replaceAll(/(DNS|IP Address):/g, "") ?? subject?.CN ?? "nobody";
  return `for ${[names].flat().join(", ")} by ${[issuer?.O ?? issuer?.CN ?? "nobody"].flat().join(", ")}`;
}

/** Node takes a file that is not there for none, and says so only once. */
function describeTrust(environment: CertificateQuestion["environment"]): string {
  const file = environment["NODE_EXTRA_CA_CERTS"];
  if (!file) return "";
  return existsSync(file)
    ? "; NODE_EXTRA_CA_CERTS is in use"
    : "; NODE_EXTRA_CA_CERTS names a file that is not there";
}

function adviceFor(code: string): string {
  if (code.includes("ALTNAME")) return "Use the host name that the certificate is for in the base URL.";
  if (code.includes("EXPIRED"))
    return "Ask whoever runs the host to renew it, and check the clock of this machine.";
  return "Where it is an authority of your own, or of a proxy that reads along, name a file of its certificate by NODE_EXTRA_CA_CERTS.";
}
