import { toNameKey } from './names.js';

/** What a group is the only one of while it bears this name. */
export function groupNameClaim(name: string): string {
  return `group-name/${toNameKey(name)}`;
}

/** What a resource is the only one of while it bears this name. */
export function resourceNameClaim(name: string): string {
  return `resource-name/${toNameKey(name)}`;
}

/** What is made by one form or one card, however often its button is clicked; `part` where it makes several things. */
export function clickClaim(formId: string, part: string): string {
  return `click/${formId}/${part}`;
}
