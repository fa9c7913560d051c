import type { OrganisationRefusal } from '../../domain/organisation/refusals.js';
import { anyOf, said } from '../../messages/voice.js';
import type { RefusalBuilders } from '../parts/builders.js';
import { administrators, namesOf } from '../parts/people.js';
import { onward, toAdmins, toHelp, toMyRequests, toSettings } from '../parts/ways.js';
import { possibleValues } from './settingTexts.js';

/** How the product says no about the organisation. */
export const organisationRefusals: RefusalBuilders<OrganisationRefusal> = {
  admins_only: ({ admins }, voice) => ({
    heading: voice.say('organisation.refused.admins_only.heading'),
    why: voice.say('organisation.refused.admins_only.why'),
    next: voice.say('shared.askAdministrators', { admins: administrators(admins, voice) }),
    ...onward(toHelp(voice)),
  }),
  too_many: ({ of, most, until }, voice) => ({
    heading: voice.say('organisation.refused.too_many.heading'),
    why: voice.say(`organisation.refused.too_many.${of}`, { most }),
    next:
      until === undefined
        ? voice.say('organisation.refused.too_many.later')
        : voice.say('organisation.refused.too_many.until', { until }),
    ...onward(toMyRequests(voice), toHelp(voice)),
  }),
  last_admin: (_, voice) => ({
    heading: voice.say('organisation.refused.last_admin.heading'),
    why: voice.say('organisation.refused.last_admin.why'),
    next: voice.say('organisation.refused.last_admin.next'),
    ...onward(toAdmins(voice)),
  }),
  still_admin: ({ person }, voice) => ({
    heading: voice.say('organisation.refused.still_admin.heading', { person }),
    why: voice.say('organisation.refused.still_admin.why'),
    next: voice.say('organisation.refused.still_admin.next'),
    ...onward(toAdmins(voice)),
  }),
  still_owner: ({ person, groups }, voice) => ({
    heading: voice.say('organisation.refused.still_owner.heading', { person }),
    why: voice.say('organisation.refused.still_owner.why', { groups }),
    next: voice.say('organisation.refused.still_owner.next'),
    ...onward(toHelp(voice)),
  }),
  second_admin_needed: ({ unconfirmed = [], trustsNew }, voice) => ({
    heading: voice.say('organisation.refused.second_admin_needed.heading'),
    why:
      unconfirmed.length > 0
        ? voice.say('organisation.refused.second_admin_needed.whyUnconfirmed', { people: unconfirmed })
        : voice.say('organisation.refused.second_admin_needed.why'),
    next: trustsNew
      ? voice.say('organisation.refused.second_admin_needed.nextTrusted')
      : voice.say('organisation.refused.second_admin_needed.next', { key: 'BOT_ADMINS' }),
    ...onward(toAdmins(voice)),
  }),
  not_second_admin: ({ others }, voice) => ({
    heading: voice.say('organisation.refused.not_second_admin.heading'),
    why: voice.say('organisation.refused.not_second_admin.why'),
    next: voice.say('organisation.refused.not_second_admin.next', {
      count: others.length,
      others: anyOf(namesOf(others)),
    }),
    ...onward(toAdmins(voice)),
  }),
  cannot_confirm_admin: ({ person, others }, voice) => ({
    heading: voice.say('organisation.refused.cannot_confirm_admin.heading', { person }),
    why: voice.say('organisation.refused.cannot_confirm_admin.why'),
    next: voice.say('organisation.refused.cannot_confirm_admin.next', {
      count: others.length,
      others: anyOf(namesOf(others)),
    }),
    ...onward(toAdmins(voice)),
  }),
  admin_by_role: ({ person }, voice) => ({
    heading: voice.say('organisation.refused.admin_by_role.heading', { person }),
    why: voice.say('organisation.refused.admin_by_role.why'),
    next: voice.say('organisation.refused.admin_by_role.next'),
    ...onward(toAdmins(voice)),
  }),
  own_proposal: ({ others }, voice) => ({
    heading: voice.say('organisation.refused.own_proposal.heading'),
    why: voice.say('organisation.refused.own_proposal.why'),
    next: voice.say('organisation.refused.own_proposal.next', {
      count: others.length,
      others: anyOf(namesOf(others)),
    }),
    ...onward(toSettings(voice)),
  }),
  export_address_missing: (_, voice) => ({
    heading: voice.say('organisation.refused.export_address_missing.heading'),
    why: voice.say('organisation.refused.export_address_missing.why'),
    next: voice.say('organisation.refused.export_address_missing.next', { key: 'PUBLIC_URL' }),
    ...onward(toHelp(voice)),
  }),
  proposal_gone: (_, voice) => ({
    heading: voice.say('organisation.refused.proposal_gone.heading'),
    why: voice.say('organisation.refused.proposal_gone.why'),
    next: voice.say('organisation.refused.proposal_gone.next'),
    ...onward(toSettings(voice)),
  }),
  setting_value_unknown: ({ setting }, voice) => ({
    heading: voice.say('organisation.refused.setting_value_unknown.heading'),
    why: voice.say('organisation.refused.setting_value_unknown.why', {
      setting: voice.part(`settings.${setting}.label`),
    }),
    next: voice.say('organisation.refused.setting_value_unknown.next', {
      possible: said(possibleValues(setting, voice)),
      typed: voice.part(`settings.${setting}.typed`),
    }),
    ...onward(toSettings(voice)),
  }),
};
