import { given } from '../domain/given.js';
import type { Intent } from '../intents/intent.js';
import type { Meaning } from '../intents/newIntents.js';

/** A wish about several things, as one intent for each; each is carried out, or asked about, by itself. */
export function toIntents(meaning: Meaning): readonly Intent[] {
  const { targets, requestIds, people, names, ...intent } = meaning as Meaning & {
    readonly targets?: readonly unknown[];
    readonly requestIds?: readonly string[];
    readonly people?: readonly unknown[];
    readonly names?: readonly string[];
  };
  if (intent.kind === 'requestFor')
    return (targets ?? []).flatMap((target) =>
      (people ?? []).map((person) => ({ ...intent, target, person }) as unknown as Intent),
    );
  if (intent.kind === 'addMembers' || intent.kind === 'remindApprovers')
    return [{ ...intent, ...given({ people }) } as Intent];
  if (intent.kind === 'removeMember' && targets)
    return targets.flatMap((target) =>
      (people ?? [intent.person]).map((person) => ({ ...intent, target, person }) as Intent),
    );
  if (targets && targets.length > 0) return targets.map((target) => ({ ...intent, target }) as Intent);
  if (requestIds && requestIds.length > 0)
    return requestIds.map((requestId) => ({ ...intent, target: { requestId } }) as Intent);
  if (people && people.length > 0 && intent.kind !== 'changeSetting')
    return people.map((person) => ({ ...intent, person }) as Intent);
  if (names && names.length > 0 && intent.kind === 'createGroup')
    return names.map((name) => ({ ...intent, input: { ...intent.input, name } }));
  return [{ ...intent, ...given({ people }) } as Intent];
}
