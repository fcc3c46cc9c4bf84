import type { Profile } from "userpush/opscom";

export const TENANT = "OC_TOMA";
export const TOKEN = "YOUR-API-TOKEN";

/** All thirty fields of a profile, as long as a campus has them. */
export const PROFILE: Profile = {
  unique_id: "00123456",
  login_source: "OPSCOM",
  first_name: "Ann",
  last_name: "Example",
  user_name: "aexample",
  email: "ann.example@example.edu",
  street: "12 College Street",
  city: "Ottawa",
  province: "ON",
  state: "ON",
  postal_code: "K1A 0B1",
  zip: "K1A 0B1",
  street2: "4 Summer Road",
  city2: "Boston",
  province2: "MA",
  state2: "MA",
  postal_code2: "02108",
  zip2: "02108",
  phone_cell: "613-555-0142",
  user_type_id: "6",
  employ_no: "00004711",
  employee_phone: "613-555-0100",
  student_no: "00123456",
  student_phone: "613-555-0177",
  driver_licence_num: "QC 99999999",
  driver_license_num: "QC 99999999",
  date_of_birth: "2001-01-31",
  locker_user_type_id: "3",
  driver_licence_prov: "BC",
  driver_license_state: "BC",
};
