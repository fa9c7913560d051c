import { z } from 'zod';
import { classifyAnswer, type GraphAnswer, type GraphMeaning } from './graphAnswer.js';
import type { Clock, Directory, DirectoryResult } from '../commands/ports.js';

/** Gives access tokens, and keeps them until they run out. */
export interface TokenSource {
  getToken(scope: string): Promise<string>;
}

/** What the adapter for Microsoft Graph needs. */
export interface GraphDirectoryOptions {
  /** One organisation's credentials are no use in another. */
  tokensFor(tenantId: string): TokenSource;
  readonly clock: Clock;
  /** A fresh UUID, sent as `client-request-id`: what Microsoft's support asks for. */
  newId(): string;
  /** `https://graph.microsoft.com`, or a national cloud's own. */
  readonly baseUrl?: string;
  readonly timeoutMs?: number;
}

const memberGroups = z.object({ value: z.array(z.string()) });
const defaultBaseUrl = 'https://graph.microsoft.com';
const defaultTimeoutMs = 15_000;

/** The address under which one person is one group's member. Without `/$ref` a DELETE would delete the person. */
export function memberRefUrl(baseUrl: string, groupId: string, personId: string): string {
  return `${membersUrl(baseUrl, groupId)}/${toSegment(personId)}/$ref`;
}

/** The address to which new members of a group are posted. */
export function membersRefUrl(baseUrl: string, groupId: string): string {
  return `${membersUrl(baseUrl, groupId)}/$ref`;
}

function membersUrl(baseUrl: string, groupId: string): string {
  return `${groupUrl(baseUrl, groupId)}/members`;
}

function groupUrl(baseUrl: string, groupId: string): string {
  return `${baseUrl}/v1.0/groups/${toSegment(groupId)}`;
}

function checkUrl(baseUrl: string, personId: string): string {
  return `${baseUrl}/v1.0/directoryObjects/${toSegment(personId)}/checkMemberGroups`;
}

/** An id as one part of a path. An empty one, dots or a slash would make it another address altogether. */
function toSegment(id: string): string {
  if (!isId(id)) throw new Error('an id for Microsoft Graph must be letters, digits and hyphens');
  return id;
}

function isId(id: string): boolean {
  return /^[A-Za-z0-9-]+$/.test(id);
}

const badId: DirectoryResult = {
  ok: false,
  failure: 'refused',
  detail: 'the group or the person has no id of the directory',
};

type Ask = (tenantId: string, call: GraphCall) => Promise<GraphMeaning>;

/** Members of groups in Microsoft Entra, through Microsoft Graph. */
export function createGraphDirectory(options: GraphDirectoryOptions): Directory {
  const baseUrl = (options.baseUrl ?? defaultBaseUrl).replace(/\/+$/, '');
  const ask: Ask = (tenantId, call) => callGraph(options, baseUrl, tenantId, call);
  return {
    addMember: async (tenantId, groupId, personId) => {
      if (!isId(groupId) || !isId(personId)) return badId;
      const body = { '@odata.id': `${baseUrl}/v1.0/directoryObjects/${toSegment(personId)}` };
      const meaning = await ask(tenantId, { method: 'POST', url: membersRefUrl(baseUrl, groupId), body });
      if (meaning.ok || meaning.failure === 'alreadyMember') return { ok: true };
      if (meaning.failure === 'notFound') return explainMissing(ask, tenantId, groupUrl(baseUrl, groupId), meaning);
      if (meaning.failure === 'unclear')
        return confirmMember(ask, tenantId, checkUrl(baseUrl, personId), groupId, meaning);
      return toResult(meaning);
    },
    removeMember: async (tenantId, groupId, personId) => {
      if (!isId(groupId) || !isId(personId)) return badId;
      const meaning = await ask(tenantId, { method: 'DELETE', url: memberRefUrl(baseUrl, groupId, personId) });
      if (meaning.ok) return meaning;
      if (meaning.failure !== 'notFound') return toResult(meaning);
      // Either the person is no member, or there is no such group: in the latter case nothing was done.
      const group = await ask(tenantId, { method: 'GET', url: `${groupUrl(baseUrl, groupId)}?$select=id` });
      return group.ok ? { ok: true } : toResult(group);
    },
  };
}

/** A new person is not known everywhere at once; where the group is there, it is the person who is missing. */
async function explainMissing(
  ask: Ask,
  tenantId: string,
  url: string,
  missing: { readonly detail: string },
): Promise<DirectoryResult> {
  const group = await ask(tenantId, { method: 'GET', url: `${url}?$select=id` });
  if (!group.ok) return toResult(group);
  return {
    ok: false,
    failure: 'transient',
    detail: `${missing.detail}: the group exists, the person is not known (yet)`,
  };
}

/** "Already a member" may be worded in another way one day: so the directory is asked before it is called a refusal. */
async function confirmMember(
  ask: Ask,
  tenantId: string,
  url: string,
  groupId: string,
  refusal: GraphMeaning,
): Promise<DirectoryResult> {
  const check = await ask(tenantId, {
    method: 'POST',
    url,
    body: { groupIds: [groupId] },
    isConfirmed: (body) => memberGroups.safeParse(body).data?.value.includes(groupId) === true,
  });
  return check.ok ? { ok: true } : check.failure === 'transient' ? toResult(check) : toResult(refusal);
}

function toResult(meaning: GraphMeaning): DirectoryResult {
  if (meaning.ok) return meaning;
  if (meaning.failure === 'transient' || meaning.failure === 'refused') return { ...meaning, failure: meaning.failure };
  return { ok: false, failure: 'refused', detail: meaning.detail };
}

interface GraphCall {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly url: string;
  readonly body?: object;
  /** Whether a success says what was hoped for. */
  isConfirmed?(body: unknown): boolean;
}

async function callGraph(
  options: GraphDirectoryOptions,
  baseUrl: string,
  tenantId: string,
  call: GraphCall,
): Promise<GraphMeaning> {
  const answer = await exchange(options, baseUrl, tenantId, call);
  const meaning = classifyAnswer(answer, options.clock.now());
  if (!meaning.ok || !call.isConfirmed || !answer.isAnswered) return meaning;
  return call.isConfirmed(parseJson(answer.body))
    ? meaning
    : { ok: false, failure: 'refused', detail: 'not confirmed' };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function exchange(
  options: GraphDirectoryOptions,
  baseUrl: string,
  tenantId: string,
  { method, url, body }: GraphCall,
): Promise<GraphAnswer> {
  try {
    const token = await options.tokensFor(tenantId).getToken(`${baseUrl}/.default`);
    const response = await fetch(url, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        'client-request-id': options.newId(),
        ...(body ? { 'content-type': 'application/json' } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
      // A redirect would take the token somewhere else.
      redirect: 'error',
      signal: AbortSignal.timeout(options.timeoutMs ?? defaultTimeoutMs),
    });
    const header = response.headers.get('retry-after');
    return {
      isAnswered: true,
      status: response.status,
      body: await response.text(),
      ...(header ? { retryAfter: header } : {}),
    };
  } catch (error) {
    // No answer, or no token: it may have been done all the same, and doing it again is safe.
    return { isAnswered: false, cause: error instanceof Error ? `no answer (${error.name})` : 'no answer' };
  }
}
