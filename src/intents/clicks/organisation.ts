import { z } from 'zod';
import { click, type Clicks } from './click.js';
import {
  confirmed,
  groupOf,
  id,
  lost,
  page,
  person,
  personOf,
  picked,
  sure,
  text,
  value,
  withPicked,
  yesOrNo,
} from './fields.js';
import type { ClickProblem } from '../clickProblem.js';
import { parsePerson, type PersonTarget } from '../parsePerson.js';
import { settingNames } from '../../domain/terms.js';

/** The buttons of the organisation. */
export const organisationClicks = {
  showSettings: click(z.object({ page }), ({ page: at }) => ({ kind: 'showSettings', page: at })),
  changeSetting: click(
    z.object({
      setting: z.enum(settingNames, lost),
      value: value.default(''),
      people: text(1000),
      picked,
      personId: id.optional(),
      ...confirmed,
    }),
    ({ setting, value: given, people: typed, picked: mentions, personId, ...rest }) => {
      const [chosen = '', ids = ''] = given.trim().split(':');
      const named = (withPicked(typed, mentions) ?? '')
        .split(/[,;\n]+/)
        .map((part) => parsePerson(part))
        .filter((one) => one !== undefined);
      // Names are for "selected" alone; of the other answers they were left over from before.
      const first = named.length > 0 && chosen === '' ? 'selected' : chosen;
      const people: PersonTarget[] = [
        ...[...ids.split(','), personId ?? '']
          .filter((one) => one !== '')
          .map((one): PersonTarget => ({ by: 'id', personId: one })),
        ...(first === 'selected' ? named : []),
      ];
      return { kind: 'changeSetting', setting, value: first, ...(people.length > 0 ? { people } : {}), ...sure(rest) };
    },
  ),
  answerProposal: click(z.object({ setting: id, value: yesOrNo }), (data) => ({
    kind: 'answerProposal',
    accepted: data.value === 'yes',
    proposalId: data.setting,
  })),
  setUp: click(
    z.object({
      licence: z.enum(['none', 'P1', 'P2'], 'chooseLicence' satisfies ClickProblem['code']).default('none'),
    }),
    ({ licence }) => ({ kind: 'setUp', licence }),
  ),
  listAdmins: click(z.object({}), () => ({ kind: 'listAdmins' })),
  showDirectory: click(z.object({}), () => ({ kind: 'showDirectory' })),
  showBotStatus: click(z.object({}), () => ({ kind: 'showBotStatus' })),
  forgetPerson: click(z.object({ ...person, ...confirmed }), (data) => ({
    kind: 'forgetPerson',
    person: personOf(data),
    ...sure(data),
  })),
  releaseBrake: click(z.object({ groupId: id.optional(), words: text(1000) }), ({ groupId, words }) =>
    groupId || words ? { kind: 'releaseBrake', target: groupOf({ groupId, words }) } : { kind: 'releaseBrake' },
  ),
  changeAdmin: click(z.object({ ...person, value: yesOrNo, ...confirmed }), (data) => ({
    kind: 'changeAdmin',
    person: personOf(data),
    is: data.value === 'yes',
    ...sure(data),
  })),
} satisfies Clicks;
