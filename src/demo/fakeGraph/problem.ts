/** An error as Microsoft Graph answers it. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly headers: Readonly<Record<string, string>> = {},
    /** What is wrong with which property, for the naming policy and for conflicts. */
    readonly details?: readonly { readonly code: string; readonly target: string; readonly message: string }[],
  ) {
    super(message);
  }
}

/** 404: there is none with this id, or not yet, or no longer. */
export function notFound(id: string): Problem {
  return new Problem(
    404,
    'Request_ResourceNotFound',
    `Resource '${id}' does not exist or one of its queried reference-property objects are not present.`,
  );
}

/** 403: a permission is missing, or the kind of group does not allow it; the words are the same for both. */
export function denied(): Problem {
  return new Problem(403, 'Authorization_RequestDenied', 'Insufficient privileges to complete the operation.');
}

/** 400 with one of many sentences: the code alone tells nothing. */
export function badRequest(message: string): Problem {
  return new Problem(400, 'Request_BadRequest', message);
}

/** 400: this needs the index that lags, and the caller did not say that they know. */
export function needsEventual(): Problem {
  return new Problem(
    400,
    'Request_UnsupportedQuery',
    'This query is supported only with the header ConsistencyLevel: eventual and with $count=true.',
  );
}

/** The body of an error. */
export function problemBody(problem: Problem, requestId: string, clientRequestId: string, at: number): object {
  return {
    error: {
      code: problem.code,
      message: problem.message,
      ...(problem.details ? { details: problem.details } : {}),
      innerError: {
        date: new Date(at).toISOString().slice(0, 19),
        'request-id': requestId,
        'client-request-id': clientRequestId,
      },
    },
  };
}
