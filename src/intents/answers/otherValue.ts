import { unconfirmed } from './correct.js';
import { toAnswer } from './toAnswer.js';
import type { Intent } from '../intent.js';
import { aroundValue, roleNames, ruleNames } from '../words/corrections.en.js';

/** "needs approval is enough", "no, as a manager": the same change with another rule or role. */
export function withOtherValue(text: string, base: Intent): Intent | undefined {
  const said = toAnswer(text).replace(aroundValue, ' ').replace(/\s+/g, ' ').trim();
  const rule = ruleNames.find(([pattern]) => pattern.test(said))?.[1];
  if (rule && base.kind === 'changeGroup' && base.field === 'joinRule') return unconfirmed({ ...base, value: rule });
  if (rule && base.kind === 'createGroup') return unconfirmed({ ...base, input: { ...base.input, joinRule: rule } });
  const role = roleNames.find(([pattern]) => pattern.test(said))?.[1];
  return role && base.kind === 'changeRole' ? unconfirmed({ ...base, role }) : undefined;
}
