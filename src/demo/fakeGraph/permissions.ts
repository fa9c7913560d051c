import { denied, Problem } from './problem.js';
import type { Call } from './query.js';

const readGroups = [
  'GroupMember.Read.All',
  'GroupMember.ReadWrite.All',
  'Group.Read.All',
  'Group.ReadWrite.All',
  'Directory.Read.All',
];
const wholeGroups = ['Group.Read.All', 'Group.ReadWrite.All', 'Directory.Read.All'];
const createGroups = ['Group.Create', 'Group.ReadWrite.All'];
const readUsers = ['User.Read.All', 'User.ReadWrite.All', 'Directory.Read.All'];

/** Which of these permissions is enough for a call, the least first. */
function neededFor({ method, path }: Call): readonly string[] {
  const [root, , part, , ref] = path;
  if (root === 'users') return part === 'licenseDetails' ? [...readUsers, 'LicenseAssignment.Read.All'] : readUsers;
  if (root === 'subscribedSkus') return ['LicenseAssignment.Read.All', 'Organization.Read.All', 'Directory.Read.All'];
  if (root === 'roleManagement') return ['RoleManagement.Read.Directory', 'Directory.Read.All'];
  if (root === 'directory') return method === 'GET' ? wholeGroups : ['Group.ReadWrite.All'];
  if (root === 'directoryObjects') return readGroups;
  if (method === 'GET') return readGroups;
  if (method === 'POST' && path.length === 1) return createGroups;
  if (root === 'uniqueGroups') return createGroups;
  // Without /$ref it is the person who is meant, and nobody's membership.
  if (method === 'DELETE' && path.length === 4 && ref === undefined) return ['User.ReadWrite.All'];
  return part === 'members' ? ['GroupMember.ReadWrite.All', 'Group.ReadWrite.All'] : ['Group.ReadWrite.All'];
}

/** The `roles` of a token; nothing when it is no JSON web token. */
export function rolesOf(authorization: string | undefined): readonly string[] | undefined {
  const payload = authorization?.replace(/^Bearer /, '').split('.')[1];
  try {
    const claims = JSON.parse(Buffer.from(payload ?? '', 'base64url').toString()) as {
      readonly roles?: readonly string[];
    };
    return claims.roles ?? [];
  } catch {
    return undefined;
  }
}

/** Refuses a call without a token, or without a permission for it. */
export function checkPermission(call: Call): void {
  const roles = rolesOf(call.headers['authorization']);
  if (!roles) throw new Problem(401, 'InvalidAuthenticationToken', 'Access token is empty or not valid.');
  if (!neededFor(call).some((role) => roles.includes(role))) throw denied();
}

/** A token as the fake reads it: unsigned, with these permissions. */
export function fakeToken(roles: readonly string[], more: object = {}): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'none', typ: 'JWT' })}.${part({ roles, ...more })}.`;
}
