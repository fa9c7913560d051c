import { z } from 'zod';
import { isAllowedServiceUrl } from './serviceUrls.js';

const short = z.string().min(1).max(512);

/** What this bot reads of an activity; everything else is left alone, because new fields appear without notice. */
const envelope = z.object({
  type: z.string(),
  id: short.optional(),
  name: z.string().optional(),
  channelId: z.literal('msteams'),
  serviceUrl: short,
  replyToId: short.optional(),
  from: z.object({
    id: short,
    name: z.string().max(512).optional(),
    aadObjectId: z.uuid().transform((id) => id.toLowerCase()),
  }),
  recipient: z.object({ id: short }),
  conversation: z.object({
    id: short,
    tenantId: short.optional(),
    conversationType: z.string().optional(),
    isGroup: z.boolean().optional(),
  }),
  channelData: z
    .object({
      tenant: z.object({ id: short }).optional(),
      /** Of a channel: its members are those of the team. */
      team: z.object({ id: short }).optional().catch(undefined),
      eventType: z.string().max(100).optional().catch(undefined),
    })
    .nullish(),
  text: z.string().nullish(),
  value: z.unknown().optional(),
  action: z.string().optional(),
  locale: z.string().max(64).nullish(),
  localTimezone: z.string().max(64).nullish(),
  entities: z.array(z.unknown()).nullish().catch(undefined),
});

/** An activity whose sender, organisation and service are known and allowed. */
export type Envelope = z.infer<typeof envelope> & { readonly tenantId: string };

/** Which activities are taken; `allowedTenantIds` empty means any (local use). */
export interface EnvelopeRule {
  readonly isLocal: boolean;
  readonly serviceHosts: readonly string[];
  readonly allowedTenantIds: readonly string[];
}

/** Reads an activity after its token was checked; a problem is for the log, people get a fixed sentence. */
export function readEnvelope(
  activity: unknown,
  rule: EnvelopeRule,
): { readonly ok: true; readonly envelope: Envelope } | { readonly ok: false; readonly problem: string } {
  const parsed = envelope.safeParse(activity);
  if (!parsed.success)
    return {
      ok: false,
      problem: parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; '),
    };
  const { data } = parsed;
  if (!isAllowedServiceUrl(data.serviceUrl, { isLocal: rule.isLocal, hosts: rule.serviceHosts }))
    return { ok: false, problem: 'serviceUrl: not allowed' };
  const tenants = [data.conversation.tenantId, data.channelData?.tenant?.id]
    .filter((id) => id !== undefined)
    .map((id) => id.toLowerCase());
  const [tenantId] = tenants;
  if (tenantId === undefined || tenantId.includes('/') || tenants.some((id) => id !== tenantId))
    return { ok: false, problem: 'tenant: missing, or named twice differently' };
  // Teams names it twice; the local client's system events once.
  if (!rule.isLocal && tenants.length < 2) return { ok: false, problem: 'tenant: named only once' };
  if (rule.allowedTenantIds.length > 0 && !rule.allowedTenantIds.includes(tenantId))
    return { ok: false, problem: 'tenant: not one of ours' };
  return { ok: true, envelope: { ...data, tenantId } };
}
