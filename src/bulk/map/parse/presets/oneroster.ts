/**
 * For `users.csv` of 1EdTech OneRoster 1.1 and 1.2. In 1.2 roles stand in `roles.csv`: nobody is left out by role then,
 * and the run says so. A blank status is an active one.
 */
export const ONEROSTER = `
fields:
  unique_id: sourcedId
  login_source: { constant: OPSCOM }
  first_name: [preferredFirstName, givenName]
  middle_name: [preferredMiddleName, middleName]
  last_name: [preferredLastName, familyName]
  user_name: username
  email: email
  phone_cell: [sms, phone]
  phone: [sms, phone]

skip:
  to be deleted: { column: status, is: tobedeleted }
  not enabled: { column: enabledUser, is: "false" }
  a parent, guardian or relative: { column: role, is: [parent, guardian, relative] }

# Some exports carry passwords: they are in no output, unless a mapping asks for them.
drop: [password]
`;
