// Generated from openapi/activeplatform.yaml by `npm run generate`. Do not edit: change the document and run it again.

export interface paths {
    "/api/vendor/v1/users.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create a user
         * @description Creates one user, who signs in with the e-mail. The page describes the arguments as form fields and
         *     shows its example as JSON; both are accepted. In a form, the attributes are pairs of
         *     `custom_attributes[][key]` and `custom_attributes[][value]`.
         *
         *     *Inferred:* a person is identified by `email`; repeating the call is not safe, because a second one creates again;
         *     success is shown here as 200; an error is shown here as 400 and as the default answer.
         */
        post: operations["createUser"];
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
         * @description The person to create.
         *
         *     *Inferred:* further keys are refused here, so that a typo is caught before it is sent.
         */
        CreateUserRequest: {
            /**
             * @description Given name.
             *
             *     *Inferred:* not empty.
             * @example Ann
             */
            first_name: string;
            /**
             * @description Middle name; may be empty.
             * @example Marie
             */
            middle_name?: string;
            /**
             * @description Family name.
             *
             *     *Inferred:* not empty.
             * @example Example
             */
            last_name: string;
            /**
             * Format: password
             * @description The first password. What it must look like is set in the password settings of the installation.
             *
             *     *Inferred:* not empty.
             * @example correct-horse-battery
             */
            password: string;
            /**
             * Format: email
             * @description E-mail, which is the login.
             *
             *     *Inferred:* a well-formed address.
             * @example ann.example@example.com
             */
            email: string;
            /**
             * @description Further attributes, as they are set up in the installation.
             *     Whether the list is required depends on the account type.
             */
            custom_attributes?: components["schemas"]["CustomAttribute"][];
        };
        /**
         * @description One further attribute of the person.
         *
         *     *Inferred:* both members are needed, and no other is accepted.
         */
        CustomAttribute: {
            /**
             * @description The key that names the attribute in the API.
             *
             *     *Inferred:* not empty.
             * @example age
             */
            key: string;
            /**
             * @description The value; its type depends on the attribute. In a form it is always text.
             * @example 21
             */
            value: components["schemas"]["AttributeValue"];
        };
        /**
         * @description The value of an attribute.
         *
         *     *Inferred:* text, a number, or true or false.
         * @example 21
         */
        AttributeValue: string | number | boolean;
        /**
         * @description The user as created. Further keys are never an error.
         *
         *     *Inferred:* all members but the middle name and the attributes are always there.
         */
        User: {
            /**
             * @description The number that identifies the user.
             * @example 2021053
             */
            id: number;
            /**
             * @description Given name.
             * @example Ann
             */
            first_name: string;
            /**
             * @description Middle name; may be empty.
             * @example Marie
             */
            middle_name?: string;
            /**
             * @description Family name.
             * @example Example
             */
            last_name: string;
            /**
             * @description E-mail, which is the login.
             * @example ann.example@example.com
             */
            email: string;
            /**
             * @description Status of the user in all accounts that the user is linked to.
             * @example active
             * @enum {string}
             */
            status: "active" | "inactive";
            /** @description The further attributes of the user. */
            custom_attributes?: components["schemas"]["NamedAttribute"][];
            /**
             * Format: date-time
             * @description When the user was created, with milliseconds and offset.
             * @example 2016-10-07T14:15:47.746+03:00
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When the user was last changed, with milliseconds and offset.
             * @example 2016-10-07T14:15:47.746+03:00
             */
            updated_at: string;
        };
        /**
         * @description One further attribute, by its display name: an answer says `name` where a request says `key`.
         *
         *     *Inferred:* both members are always there.
         */
        NamedAttribute: {
            /**
             * @description The display name of the attribute.
             * @example Age
             */
            name: string;
            /**
             * @description The value; its type depends on the attribute.
             * @example 21
             */
            value: components["schemas"]["AttributeValue"];
        };
        /**
         * @description Why a request was refused, in words.
         *
         *     *Inferred:* the reason is always there.
         */
        Fault: {
            /**
             * @description The reason.
             * @example password is missing
             */
            error: string;
        };
    };
    responses: {
        /** @description The request was refused, with the reason in words. */
        Fault: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Fault"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    createUser: {
        parameters: {
            query: {
                /**
                 * @description API token of the manager who performs the operation.
                 *
                 *     *Inferred:* not empty.
                 * @example 654321
                 */
                api_token: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The person, as JSON or as a form. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateUserRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["CreateUserRequest"];
            };
        };
        responses: {
            /** @description The user was created. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            400: components["responses"]["Fault"];
            default: components["responses"]["Fault"];
        };
    };
}
