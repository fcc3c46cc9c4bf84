// Generated from openapi/ccs.yaml by `npm run generate`. Do not edit: change the document and run it again.

export interface paths {
    "/request/user": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add a user
         * @description Adds one user, and answers with its id.
         *
         *     **Six formats, one person.** JSON under three names, XML under two, and a form.
         *     JSON names are camelCase, XML names PascalCase. The XML is that of the .NET DataContract serializer:
         *     it wants its namespace, and it reads elements in alphabetical order and skips what comes late.
         *
         *     *Inferred:* a person is identified by `email`; repeating the call is not safe, because a second one adds again;
         *     form fields are named as in JSON; success is shown here as 200; an error, of which the page says nothing,
         *     is shown here as 400 and as the default answer.
         */
        post: operations["addUser"];
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
         * @description The person to add.
         *
         *     *Inferred:* further keys are refused here, so that a typo is caught before it is sent.
         */
        UserPost: {
            /**
             * @description Title or form of address.
             * @example Dr.
             */
            title?: string;
            /**
             * @description Given name. Required, and may be empty.
             * @example Ann
             */
            firstName: string;
            /**
             * @description Family name.
             * @example Example
             */
            lastName?: string;
            /**
             * @description Phone number, in any notation.
             * @example 613-555-0142
             */
            phone?: string;
            /**
             * @description E-mail. Required, and may be empty; the page asks for no particular form.
             * @example ann.example@example.com
             */
            email: string;
            /**
             * Format: password
             * @description The first password.
             * @example correct-horse-battery
             */
            password?: string;
            /**
             * @description Id of the role that the user gets.
             * @example 1
             */
            roleId: number;
            /**
             * @description Id of the department, a byte.
             * @example 64
             */
            departmentId?: number;
            /**
             * @description Whether the user must choose a new password at the first login.
             * @example true
             */
            forcePasswordChange?: boolean;
        };
        /**
         * @description What adding a user answers. Further keys are never an error.
         *
         *     *Inferred:* the id is always there.
         */
        UserPostResponse: {
            /**
             * @description The id of the user.
             * @example 1
             */
            id: number;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    addUser: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The person, in one of six formats. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["UserPost"];
                "text/json": components["schemas"]["UserPost"];
                "text/html": components["schemas"]["UserPost"];
                "application/xml": components["schemas"]["UserPost"];
                "text/xml": components["schemas"]["UserPost"];
                "application/x-www-form-urlencoded": components["schemas"]["UserPost"];
            };
        };
        responses: {
            /** @description The user was added. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserPostResponse"];
                    "text/json": components["schemas"]["UserPostResponse"];
                    "text/html": components["schemas"]["UserPostResponse"];
                    "application/xml": components["schemas"]["UserPostResponse"];
                    "text/xml": components["schemas"]["UserPostResponse"];
                };
            };
            /** @description The request was refused. Nothing is documented about the body. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request was refused. Nothing is documented about the body. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
}
