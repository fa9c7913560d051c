/** What stands before a message of which somebody wants to know how it is read. */
export const readingOpeners: readonly string[] = [
  'how do you read',
  'how would you read',
  'how did you read',
  'how do you understand',
  'how did you understand',
];
