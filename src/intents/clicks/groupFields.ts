import { z } from 'zod';
import { lost } from './fields.js';
import type { GroupInput } from '../adminIntent.js';
import { groupFields, type GroupFieldValues } from '../../domain/terms.js';

/** Things about a group as JSON, as one button carries them. */
export const fieldValues = z
  .string()
  .max(4000)
  .transform((json, context): GroupFieldValues => {
    const parsed = z.partialRecord(z.enum(groupFields), z.string().max(1000)).safeParse(parseJson(json));
    if (parsed.success) return parsed.data;
    context.addIssue({ code: 'custom', message: lost });
    return z.NEVER;
  });

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

interface Filled {
  readonly name?: string | undefined;
  readonly description?: string | undefined;
  readonly joinRule?: GroupInput['joinRule'];
  readonly justificationRule?: GroupInput['justification'];
  readonly longestMembership?: string | undefined;
}

/** What the form for a new group says. */
export function groupInput({
  name,
  description,
  joinRule,
  justificationRule,
  longestMembership,
}: { readonly [K in keyof Filled]: Filled[K] | undefined }): GroupInput {
  return {
    ...(name ? { name } : {}),
    ...(description ? { description } : {}),
    ...(joinRule ? { joinRule } : {}),
    ...(justificationRule ? { justification: justificationRule } : {}),
    ...(longestMembership ? { longestMembership } : {}),
  };
}

/** What the form about a group says. */
export function filledValues(filled: {
  readonly name?: string | undefined;
  readonly description?: string | undefined;
  readonly joinRule?: string | undefined;
  readonly listed?: string | undefined;
  readonly justificationRule?: string | undefined;
  readonly longestMembership?: string | undefined;
  readonly asked?: string | undefined;
}): GroupFieldValues {
  const { name, description = '', joinRule, listed, justificationRule, longestMembership, asked } = filled;
  return {
    description,
    ...(listed ? { listed } : {}),
    ...(justificationRule ? { justification: justificationRule } : {}),
    // A field that was emptied: no limit, and everybody who may decide.
    longestMembership: longestMembership || 'none',
    asked: asked || 'all',
    ...(joinRule ? { joinRule } : {}),
    ...(name ? { name } : {}),
  };
}
