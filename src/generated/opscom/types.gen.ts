// Generated from openapi/opscom.yaml by `npm run generate`. Do not edit: change the document and run it again.

export interface paths {
    "/api/{tenant}/v1/profiles/push": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The client code that OPS-COM gave to the campus, as in `OC_TOMA`.
                 *
                 *     *Inferred:* letters, digits, dash and underscore only, so that a code can never change the path.
                 * @example OC_TOMA
                 */
                tenant: components["parameters"]["Tenant"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create or update a user
         * @description Sends one profile. A person who is not there yet is created; one who is there is updated.
         *
         *     **The limits are lengths.** The vendor's table calls nearly every field "alphanumeric including dashes",
         *     yet its own sample holds `@`, `.`, `:`, `,` and blanks. The lengths are enforced here, that character set is not.
         *
         *     **Two names for one field.** Six fields have two accepted names (`province` and `state`, for example).
         *     Both may be sent, as the vendor's sample does; the pages do not say which one wins.
         *
         *     *Inferred:* a person is identified by `unique_id` within a `login_source`; repeating a push is therefore safe;
         *     success is a 2xx with the success body, shown here as 200; a fault is shown here as 400 and as the default answer.
         */
        post: operations["pushProfile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{tenant}/v1/profiles/types/list": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The client code that OPS-COM gave to the campus, as in `OC_TOMA`.
                 *
                 *     *Inferred:* letters, digits, dash and underscore only, so that a code can never change the path.
                 * @example OC_TOMA
                 */
                tenant: components["parameters"]["Tenant"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * List the user types
         * @description Lists the types that users of this client are sorted into, with the ids that `user_type_id` takes.
         *     It changes nothing, which makes it the right call to find out whether a token and a tenant work.
         *
         *     *Inferred:* success is a 2xx with the success body, shown here as 200; a fault is shown here as 400 and as the default answer.
         */
        post: operations["listUserTypes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * @description One person, and the token that allows the push.
         *
         *     *Inferred:* further keys are refused here, so that a typo is caught before it is sent.
         */
        PushProfileRequest: {
            apiToken: components["schemas"]["ApiToken"];
            /**
             * @description The number that identifies the user. It must be what the campus identity provider releases at login,
             *     or the user is a stranger there. Leading zeros count.
             *
             *     *Inferred:* not empty.
             * @example 00123456
             */
            unique_id: string;
            /**
             * @description The login source that the user signs in through. It must be configured at the site; `OPSCOM` is built in.
             *
             *     *Inferred:* not empty.
             * @example OPSCOM
             */
            login_source: string;
            /**
             * @description Given name. Optional on the page, although fault 9017 says that a site can require it.
             * @example Ann
             */
            first_name?: string;
            /**
             * @description Family name. Optional on the page, although fault 9018 says that a site can require it.
             * @example Example
             */
            last_name?: string;
            /**
             * @description User name, unique among all users of the client (fault 9020).
             * @example aexample
             */
            user_name?: string;
            /**
             * Format: email
             * @description A valid e-mail address, unique among all users of the client (fault 9019).
             *     Optional on the page, although fault 9016 says that a site can require it.
             * @example ann.example@example.edu
             */
            email?: string;
            /**
             * @description Main address, street number and name. The page gives no limit; its sample has 96 characters.
             * @example 12 College Street
             */
            street?: string;
            /**
             * @description Main address, city.
             * @example Ottawa
             */
            city?: components["schemas"]["City"];
            /**
             * @description Main address, two-character code of the province or state, in either case.
             * @example ON
             */
            province?: components["schemas"]["ProvinceOrState"];
            /**
             * @description Another name of `province`.
             * @example NY
             */
            state?: components["schemas"]["ProvinceOrState"];
            /**
             * @description Main address, postal or zip code.
             * @example K1A 0B1
             */
            postal_code?: components["schemas"]["PostalCode"];
            /**
             * @description Another name of `postal_code`.
             * @example 12345-1212
             */
            zip?: components["schemas"]["PostalCode"];
            /**
             * @description Alternate address, street number and name: a second address, not the second line of the first.
             *     The page limits it to 20 characters while `street` has no limit; both are enforced as written.
             * @example 4 Summer Road
             */
            street2?: string;
            /**
             * @description Alternate address, city.
             * @example Boston
             */
            city2?: components["schemas"]["City"];
            /**
             * @description Alternate address, two-character code of the province or state, in either case.
             * @example QC
             */
            province2?: components["schemas"]["ProvinceOrState"];
            /**
             * @description Another name of `province2`.
             * @example MA
             */
            state2?: components["schemas"]["ProvinceOrState"];
            /**
             * @description Alternate address, postal or zip code.
             * @example H2X 1Y4
             */
            postal_code2?: components["schemas"]["PostalCode"];
            /**
             * @description Another name of `postal_code2`.
             * @example 02108
             */
            zip2?: components["schemas"]["PostalCode"];
            /**
             * @description Cell phone number, in any notation.
             * @example 613-555-0142
             */
            phone_cell?: string;
            /**
             * @description Id of the user type, as `listUserTypes` gives it, in a string of digits.
             * @example 6
             */
            user_type_id?: components["schemas"]["TypeId"];
            /**
             * @description Employee number. Leading zeros count.
             * @example 00004711
             */
            employ_no?: string;
            /**
             * @description Employee phone number, in any notation.
             * @example 613-555-0100 ext. 22
             */
            employee_phone?: string;
            /**
             * @description Student number. Leading zeros count.
             * @example 00123456
             */
            student_no?: string;
            /**
             * @description Student phone number, in any notation.
             * @example 613-555-0177
             */
            student_phone?: string;
            /**
             * @description Number of the driver's licence.
             * @example QC 99999999
             */
            driver_licence_num?: components["schemas"]["DriverLicenceNumber"];
            /**
             * @description Another name of `driver_licence_num`.
             * @example S99988801
             */
            driver_license_num?: components["schemas"]["DriverLicenceNumber"];
            /**
             * Format: date
             * @description Date of birth as `YYYY-MM-DD`.
             * @example 2001-01-31
             */
            date_of_birth?: string;
            /**
             * @description Id of the locker user type, in a string of digits.
             * @example 3
             */
            locker_user_type_id?: components["schemas"]["TypeId"];
            /**
             * @description Two-character code of the province or state that issued the driver's licence.
             * @example BC
             */
            driver_licence_prov?: components["schemas"]["ProvinceOrState"];
            /**
             * @description Another name of `driver_licence_prov`.
             * @example CA
             */
            driver_license_state?: components["schemas"]["ProvinceOrState"];
        };
        /**
         * @description What a successful push answers. Further keys are never an error.
         *
         *     *Inferred:* both members are always there.
         */
        PushProfileResult: {
            /**
             * @description The word `success`.
             * @example success
             * @constant
             */
            status: "success";
            /**
             * @description The id that OPS-COM gave to the user.
             * @example 44
             */
            reference_id: number;
        };
        /**
         * @description The token, and nothing else.
         *
         *     *Inferred:* further keys are refused here, so that a typo is caught before it is sent.
         */
        ListUserTypesRequest: {
            apiToken: components["schemas"]["ApiToken"];
        };
        /**
         * @description The user types of one client. Further keys are never an error.
         *
         *     *Inferred:* both members are always there.
         */
        UserTypeList: {
            /**
             * @description The word `success`.
             * @example success
             * @constant
             */
            status: "success";
            /** @description Every user type of the client. */
            user_types: components["schemas"]["UserType"][];
        };
        /**
         * @description One type of user.
         *
         *     *Inferred:* all three members are always there.
         */
        UserType: {
            /**
             * @description What `user_type_id` takes.
             * @example 1
             */
            id: components["schemas"]["TypeId"];
            /**
             * @description The name that the site shows.
             * @example Full Time Student
             */
            type_name: string;
            /**
             * @description The group that the type belongs to.
             * @example Student
             * @enum {string}
             */
            ext_info: "Student" | "Staff" | "Public" | "Athletics";
        };
        /**
         * Format: password
         * @description The API token that OPS-COM supplied.
         *
         *     *Inferred:* not empty.
         * @example YOUR-API-TOKEN
         */
        ApiToken: string;
        /**
         * @description Name of a city.
         * @example Ottawa
         */
        City: string;
        /**
         * @description Postal abbreviation of a province or state, as in `MA`. The vendor's sample has one in lower case.
         * @example ON
         */
        ProvinceOrState: string;
        /**
         * @description Postal or zip code.
         * @example K1A 0B1
         */
        PostalCode: string;
        /**
         * @description Id number of a type. The page calls it a number, and its sample sends it as a string.
         * @example 6
         */
        TypeId: string;
        /**
         * @description Number of a driver's licence.
         * @example QC 99999999
         */
        DriverLicenceNumber: string;
        /**
         * @description Why a request was refused. The code decides what happened, whatever the HTTP status is;
         *     an unknown code is a rejection and is shown as it came.
         *
         *     *Inferred:* both members are always there; which of our own findings about a request would have been answered
         *     with which code.
         */
        Fault: {
            /**
             * @description One of the codes of the vendor's page "API Error Codes".
             * @example 9001
             */
            ErrorCode: number;
            /**
             * @description The same in words, for people.
             * @example API Token is missing from the request.
             */
            ErrorMessage: string;
        };
    };
    responses: {
        /** @description The request was refused. `ErrorCode` says why; its class says what to do next. */
        Fault: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Fault"];
            };
        };
    };
    parameters: {
        /**
         * @description The client code that OPS-COM gave to the campus, as in `OC_TOMA`.
         *
         *     *Inferred:* letters, digits, dash and underscore only, so that a code can never change the path.
         * @example OC_TOMA
         */
        Tenant: string;
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    pushProfile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The client code that OPS-COM gave to the campus, as in `OC_TOMA`.
                 *
                 *     *Inferred:* letters, digits, dash and underscore only, so that a code can never change the path.
                 * @example OC_TOMA
                 */
                tenant: components["parameters"]["Tenant"];
            };
            cookie?: never;
        };
        /** @description The token and the profile, in one flat object. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["PushProfileRequest"];
            };
        };
        responses: {
            /** @description The user was created or updated. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PushProfileResult"];
                };
            };
            400: components["responses"]["Fault"];
            default: components["responses"]["Fault"];
        };
    };
    listUserTypes: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The client code that OPS-COM gave to the campus, as in `OC_TOMA`.
                 *
                 *     *Inferred:* letters, digits, dash and underscore only, so that a code can never change the path.
                 * @example OC_TOMA
                 */
                tenant: components["parameters"]["Tenant"];
            };
            cookie?: never;
        };
        /** @description The token, and nothing else. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["ListUserTypesRequest"];
            };
        };
        responses: {
            /** @description The user types of this client. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserTypeList"];
                };
            };
            400: components["responses"]["Fault"];
            default: components["responses"]["Fault"];
        };
    };
}
