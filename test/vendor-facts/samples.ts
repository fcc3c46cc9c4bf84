/**
 * The vendors' samples exactly as their pages print them, character for character, line breaks included.
 * What a page prints in one line stays in one line, and a typing mistake of the vendor stays a mistake.
 */

/** The lines of the raw request before its body, which the page prints joined by single blanks. */
export const OPSCOM_RAW_REQUEST_HEAD = [
  "POST /api/OC_TOMA/v1/profiles/push HTTP/1.1",
  "Host: controller.operationscommander.io",
  "Accept: application/json",
  "Content-Type: application/json",
  "Cache-Control: no-cache",
];

export const OPSCOM_BODY =
  '{ "apiToken": "YOUR-API-TOKEN", "unique_id": "tester23", "login_source": "OPSCOM", "first_name":"firstname", "last_name":"lastname", "user_name":"username", "email":"test@test.com", "street":"123 Main Street, 123 Main Street,123 Main Street,123 Main Street,123 Main Street,123 Main Street", "city":"Everywhere", "province":"bc", "state":"NY", "postal_code":"HOHOHO", "zip":"12345-1212", "street2":"123 General Street", "city2":"Somewhere", "province2":"AB", "state2":"MA", "postal_code2":"A9A9A9", "zip2":"54321-1212", "phone_cell":"613-555-1212", "user_type_id":"6", "employ_no":"employee number: default", "employee_phone":"emp ph. klondike 555", "student_no":"SN 543209854", "student_phone":"999", "driver_licence_num":"QC 99999999", "driver_license_num":"NYNY", "date_of_birth":"1901-01-31", "locker_user_type_id":"3", "driver_licence_prov":"BC", "driver_license_state":"CA" }';

/** The script as the table page prints it, body included. */
export const OPSCOM_JAVASCRIPT = `var request = new XMLHttpRequest(); request.open('POST', 'https://controller.operationscommander.io/api/OC_TOMA/v1/profiles/push'); request.setRequestHeader('Content-Type', 'application/json'); request.setRequestHeader('Accept', 'application/json'); request.onreadystatechange = function () { if (this.readyState === 4) { console.log('Status:', this.status); console.log('Headers:', this.getAllResponseHeaders()); console.log('Body:', this.responseText); } }; var body = { "apiToken": "YOUR-API-TOKEN", "unique_id": "tester23", "login_source": "OPSCOM", "first_name":"firstname", "last_name":"lastname", "user_name":"username", "email":"test@test.com", "street":"123 Main Street, 123 Main Street,123 Main Street,123 Main Street,123 Main Street,123 Main Street", "city":"Everywhere", "province":"bc", "state":"NY", "postal_code":"HOHOHO", "zip":"12345-1212", "street2":"123 General Street", "city2":"Somewhere", "province2":"AB", "state2":"MA", "postal_code2":"A9A9A9", "zip2":"54321-1212", "phone_cell":"613-555-1212", "user_type_id":"6", "employ_no":"employee number: default", "employee_phone":"emp ph. klondike 555", "student_no":"SN 543209854", "student_phone":"999", "driver_licence_num":"QC 99999999", "driver_license_num":"NYNY", "date_of_birth":"1901-01-31", "locker_user_type_id":"3", "driver_licence_prov":"BC", "driver_license_state":"CA" } request.send(JSON.stringify(body));`;

export const OPSCOM_ANSWER_BODY = '{ "status": "success", "reference_id": 44 }';

/** From the vendor's page "API Error Codes". */
export const OPSCOM_ERROR_BODY =
  '{"ErrorCode": 9001, "ErrorMessage": "API Token is missing from the request."}';

export const ACTIVEPLATFORM_REQUEST_LINE =
  "POST http://billing.activeplatform.com:80/api/vendor/v1/users.json?api_token=654321";

export const ACTIVEPLATFORM_BODY = `{
"first_name": "John",
"middle_name": "",
"last_name": "Doe",
"password": "N;T@o;y!4TNqlV",
"email": "john.doe8@activeplatfrom.com",
"custom_attributes": [
{
"key": "age",
"value": "21"
}
]
}`;

export const ACTIVEPLATFORM_ANSWER_BODY = `{
"id": 2021053,
"first_name": "John",
"middle_name": "",
"last_name": "Doe",
"email": "john.doe8@activeplatfrom.com",
"status": "active",
"custom_attributes": [
{
"name": "Age",
"value": "21"
}
],
"created_at": "2016-10-07T14:15:47.746+03:00",
"updated_at": "2016-10-07T14:15:47.746+03:00"
}`;

export const ACTIVEPLATFORM_ERROR_BODY = `{
"error": "password is missing"
}`;

export const CCS_JSON_BODY = `{
"title": "sample string 1",
"firstName": "sample string 2",
"lastName": "sample string 3",
"phone": "sample string 4",
"email": "sample string 5",
"password": "sample string 6",
"roleId": 1,
"departmentId": 64,
"forcePasswordChange": true
}`;

/** For `text/html`: the same JSON without a blank. */
export const CCS_HTML_BODY =
  '{"title":"sample string 1","firstName":"sample string 2","lastName":"sample string 3","phone":"sample string 4","email":"sample string 5","password":"sample string 6","roleId":1,"departmentId":64,"forcePasswordChange":true}';

export const CCS_XML_BODY =
  '<UserPost xmlns:i="http://www.w3.org/2001/XMLSchema-instance" xmlns="http://schemas.datacontract.org/2004/07/CCSCommercialAPI.Models.Users"> <DepartmentId>64</DepartmentId> <Email>sample string 5</Email> <FirstName>sample string 2</FirstName> <ForcePasswordChange>true</ForcePasswordChange> <LastName>sample string 3</LastName> <Password>sample string 6</Password> <Phone>sample string 4</Phone> <RoleId>1</RoleId> <Title>sample string 1</Title> </UserPost>';

export const CCS_JSON_ANSWER = `{
"id": 1
}`;

export const CCS_HTML_ANSWER = '{"id":1}';

export const CCS_XML_ANSWER =
  '<UserPostResponse xmlns:i="http://www.w3.org/2001/XMLSchema-instance" xmlns="http://schemas.datacontract.org/2004/07/CCSCommercialAPI.Models.Users"> <Id>1</Id> </UserPostResponse>';
