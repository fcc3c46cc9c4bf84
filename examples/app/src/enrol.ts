import type { OpscomClient } from "userpush/opscom";

/** A student, as this application knows one. */
export interface Student {
  readonly number: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly mail: string;
  readonly born: Date;
}

/** What came of telling OPS-COM: its own id of the student, or why there is none. */
export type Enrolled = { readonly parkingId: number } | { readonly problem: string };

/** Tells OPS-COM of a student. A student who enrols again is updated there, and keeps the id. */
export async function enrol(student: Student, opscom: OpscomClient): Promise<Enrolled> {
  const result = await opscom.safe.pushProfile({
    unique_id: student.number,
    login_source: "OPSCOM",
    first_name: student.givenName,
    last_name: student.familyName,
    email: student.mail,
    student_no: student.number,
    date_of_birth: student.born.toISOString().slice(0, 10),
  });
  return result.ok ? { parkingId: result.data.reference_id } : { problem: result.error.message };
}
