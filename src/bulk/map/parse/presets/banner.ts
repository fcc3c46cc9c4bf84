/** For an export out of Ellucian Banner whose header holds the names of its Oracle columns. */
export const BANNER = `
fields:
  unique_id: SPRIDEN_ID
  login_source: { constant: OPSCOM }
  first_name: [SPBPERS_PREF_FIRST_NAME, SPRIDEN_FIRST_NAME]
  middle_name: SPRIDEN_MI
  last_name: SPRIDEN_LAST_NAME
  email: GOREMAL_EMAIL_ADDRESS
  street: { join: [SPRADDR_STREET_LINE1, SPRADDR_STREET_LINE2, SPRADDR_STREET_LINE3], with: ", " }
  city: SPRADDR_CITY
  province: SPRADDR_STAT_CODE
  postal_code: SPRADDR_ZIP
  phone_cell: &phone
    join: [SPRTELE_PHONE_AREA, SPRTELE_PHONE_NUMBER, { column: SPRTELE_PHONE_EXT, prefix: x }]
  phone: *phone
  date_of_birth:
    column: SPBPERS_BIRTH_DATE
    date: [DD-MON-YY, DD-MON-YYYY, MM/DD/YYYY, YYYY-MM-DD, YYYY-MM-DD HH24:MI:SS]
    century: past

skip:
  an old id: { column: SPRIDEN_CHANGE_IND, empty: false }
  a company: { column: SPRIDEN_ENTITY_IND, is: C }
  deceased: { column: SPBPERS_DEAD_IND, is: Y }
`;
