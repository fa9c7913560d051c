import { directoryCapabilities, permissionsFor, type DirectoryCapability } from '../../domain/groups/directory.js';

/** What nothing works without. */
export const requiredCapabilities: readonly DirectoryCapability[] = ['members'];

/** What has another way here: administrators and the licence are set by hand without it. */
export const optionalCapabilities: readonly DirectoryCapability[] = ['roles', 'licence'];

/**
 * The permissions that a token carries, in its `roles`; the token is our own and only read, so nothing is trusted that
 * somebody else might have written. Nothing when it is no JSON web token.
 */
export function rolesOf(token: string): ReadonlySet<string> | undefined {
  try {
    const claims: unknown = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
    const roles: unknown = claims !== null && typeof claims === 'object' && 'roles' in claims ? claims.roles : [];
    return new Set(Array.isArray(roles) ? roles.map(String) : []);
  } catch {
    return undefined;
  }
}

/** What these permissions allow. */
export function capabilitiesOf(roles: ReadonlySet<string>): ReadonlySet<DirectoryCapability> {
  return new Set(directoryCapabilities.filter((one) => permissionsFor[one].some((role) => roles.has(role))));
}

/** How an administrator grants a permission to a registration or a managed identity (Azure CLI; ids are looked up, never typed). */
export function grantCommand(permission: string, appId: string, baseUrl: string): string {
  const quote = (text: string) => `"${text}"`;
  return [
    `me=$(az ad sp show --id ${appId} --query id -o tsv)`,
    `graph=$(az ad sp show --id 00000003-0000-0000-c000-000000000000 --query id -o tsv)`,
    `role=$(az ad sp show --id $graph --query ${quote(`appRoles[?value=='${permission}'].id | [0]`)} -o tsv)`,
    `az rest --method post --url ${baseUrl}/v1.0/servicePrincipals/$me/appRoleAssignments ` +
      `--body "{\\"principalId\\":\\"$me\\",\\"resourceId\\":\\"$graph\\",\\"appRoleId\\":\\"$role\\"}"`,
  ].join('; ');
}
