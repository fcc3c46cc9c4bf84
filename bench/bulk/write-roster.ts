import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { finished } from "node:stream/promises";

/** Fourteen columns, as a campus exports them; with the street some 260 bytes a row. */
const HEADER =
  "unique_id,login_source,first_name,last_name,user_name,email,street,city,province,postal_code,phone_cell,user_type_id,student_no,date_of_birth";

const STREET =
  "12 College Street, Residence of the Faculty of Applied Sciences, Building 7, Entrance C, Room";

const ROWS_PER_CHUNK = 1_000;

/** Writes a roster of so many invented people, all of them valid and no two alike. */
export async function writeRoster(file: string, rows: number): Promise<void> {
  const output = createWriteStream(file);
  output.write(`${HEADER}\n`);
  for (let begin = 0; begin < rows; begin += ROWS_PER_CHUNK) {
    const count = Math.min(ROWS_PER_CHUNK, rows - begin);
    const lines = Array.from({ length: count }, (_, index) => row(begin + index));
    if (!output.write(`${lines.join("\n")}\n`)) await once(output, "drain");
  }
  output.end();
  await finished(output);
}

function row(index: number): string {
  const id = String(index).padStart(9, "0");
  const day = String((index % 28) + 1).padStart(2, "0");
  const cells = [
    id,
    "OPSCOM",
    `Annabella${index % 997}`,
    `Example-Sample${index % 9973}`,
    `aexample${id}`,
    `annabella.example.${id}@students.example.edu`,
    `"${STREET} ${index}"`,
    "Ottawa",
    "ON",
    "K1A 0B1",
    "613-555-0142",
    "6",
    id,
    `2001-01-${day}`,
  ];
  return cells.join(",");
}
