import { change } from '../change.js';
import { loadTenant, viewPeople } from '../reads/people.js';
import { actorOf, loadActorFacts, refused, resolvePerson } from '../reads/resolve.js';
import { keepPresent } from '../reads/presentAdmins.js';
import { describeProposal } from './proposal.js';
import { countAffected } from './settingEffects.js';
import { at } from './settingRecord.js';
import { occasionOf, type Turn } from '../turn.js';
import { decideAdminister } from '../../domain/groups/decideManage.js';
import type { Outcome } from '../../domain/outcome.js';
import { given } from '../../domain/given.js';
import { isLooser, isPossible, isSame, readSetting, tidyWish } from '../../domain/organisation/settings/settings.js';
import { changeSetting as applySetting, proposeSetting } from '../../domain/organisation/tenantChanges.js';
import { areTwo } from '../../domain/organisation/voices.js';
import type { IntentOf } from '../../intents/intent.js';
import type { PersonId } from '../../domain/terms.js';
import type { SettingWish } from '../../domain/organisation/tenant.js';

/** "set licence P2": first what it would mean, then, on the click, in force at once (F58, F59, F62). */
export async function changeSetting(intent: IntentOf<'changeSetting'>, turn: Turn): Promise<Outcome> {
  const allowed = decideAdminister(await loadActorFacts(turn));
  if (!allowed.allowed) return refused(allowed.refusal);
  // Nothing was chosen yet: the form asks.
  if (intent.value === '') {
    const now = readSetting(await loadTenant(turn.store, turn), intent.setting);
    return {
      kind: 'settingFormNeeded',
      setting: intent.setting,
      value: now.value,
      people: await viewPeople(turn.store, now.personIds ?? []),
      ...given({ hasPicker: turn.hasPicker }),
    };
  }
  const personIds: PersonId[] = [];
  for (const target of intent.people ?? []) {
    const person = await resolvePerson(turn, target, {
      verb: 'changeSetting',
      carry: { setting: intent.setting, value: intent.value },
    });
    if (!person.ok) return person.answer;
    personIds.push(person.value.id);
  }
  const wish: SettingWish = tidyWish({
    name: intent.setting,
    value: intent.value,
    ...(personIds.length > 0 ? { personIds } : {}),
  });
  if (!isPossible(wish)) return refused({ code: 'setting_value_unknown', setting: wish.name });
  return change(turn, at, async (current) => {
    const facts = await loadActorFacts(turn);
    const verdict = decideAdminister(facts);
    if (!verdict.allowed || !current)
      return refused(verdict.allowed ? { code: 'admins_only', admins: facts.admins } : verdict.refusal);
    const before = readSetting(current, wish.name);
    if (isSame(before, wish)) return refused({ code: 'nothing_to_change', what: '' });
    // Two administrators means two who are there, and of whom neither speaks for the other.
    const present = await keepPresent(
      turn,
      facts.admins.filter(({ id }) => id !== turn.actor.id),
    );
    const others = present.filter(({ id }) => areTwo(current, id, turn.actor.id));
    const needsSecond = isLooser(before, wish);
    if (needsSecond && others.length === 0)
      return refused({
        code: 'second_admin_needed',
        setting: wish.name,
        ...given({ trustsNew: current.trustsNewAdmins }),
        ...(present.length > 0 ? { unconfirmed: present.map(({ name }) => name) } : {}),
      });
    if (!intent.confirmed) {
      const people = await viewPeople(turn.store, personIds);
      return {
        kind: 'confirmNeeded',
        question: {
          code: 'changeSetting',
          setting: wish.name,
          before: before.value,
          after: wish.value,
          people,
          affected: await countAffected(turn, current, wish),
          ...(needsSecond ? { confirmers: others.map(({ name }) => name) } : {}),
        },
      };
    }
    if (needsSecond)
      return {
        proof: verdict.proof,
        document: proposeSetting(
          current,
          wish,
          await describeProposal(turn, current, wish),
          actorOf(turn),
          occasionOf(turn),
        ),
        outcome: {
          kind: 'newsTold',
          notice: {
            code: 'proposalWaits',
            setting: wish.name,
            after: wish.value,
            others: others.map(({ name }) => name),
          },
        },
      };
    return {
      proof: verdict.proof,
      document: applySetting(current, wish, actorOf(turn), occasionOf(turn)),
      outcome: {
        kind: 'newsTold',
        notice: { code: 'settingChanged', setting: wish.name, before: before.value, after: wish.value },
      },
    };
  });
}
