import type { OutcomeOf } from '../../domain/outcome.js';
import type { ChoiceVerb } from '../../domain/question.js';
import type { Voice } from '../../messages/voice.js';
import { shortName, shortWords } from './lengths.js';
import { showList } from './listCard.js';
import { button, cancel } from './parts.js';
import type { Shown } from './shown.js';

/** What is typed with the exact name instead of picking, or what leads to a place where it can be done. */
const commandFor: Readonly<Record<ChoiceVerb, (name: string, voice: Voice) => string>> = {
  changeAdmin: (person, { command }) => command('commands.adminsAddPerson', { person }),
  forgetPerson: (person, { command }) => command('commands.forget', { person }),
  changeSetting: (_, { command }) => command('commands.settings'),
  manageGroup: (group, { command }) => command('commands.manage', { group }),
  changeGroup: (group, { command }) => command('commands.manage', { group }),
  transferGroup: (_, { command }) => command('commands.myGroups'),
  deleteGroup: (group, { command }) => command('commands.delete', { group }),
  claimGroup: (group, { command }) => command('commands.claim', { group }),
  enrolGroup: (group, { command }) => command('commands.yesEnrol', { group }),
  linkGroup: (group, { command }) => command('commands.link', { group }),
  showDrift: (group, { command }) => command('commands.drift', { group }),
  settleDrift: (group, { command }) => command('commands.drift', { group }),
  releaseBrake: (group, { command }) => command('commands.releaseBrakeOf', { group }),
  listMembers: (group, { command }) => command('commands.members', { group }),
  addMembers: (_, { command }) => command('commands.myGroups'),
  requestFor: (_, { command }) => command('commands.groups'),
  importMembers: (_, { command }) => command('commands.myGroups'),
  removeMember: (_, { command }) => command('commands.myGroups'),
  changeRole: (_, { command }) => command('commands.myGroups'),
  addResource: (_, { command }) => command('commands.resources'),
  renameResource: (_, { command }) => command('commands.resources'),
  removeResource: (resource, { command }) => command('commands.removeResource', { resource }),
  changeGrant: (_, { command }) => command('commands.resources'),
  explainAccess: (resource, { command }) => command('commands.why', { resource }),
  listAccess: (resource, { command }) => command('commands.whoHas', { resource }),
  changeBlock: (_, { command }) => command('commands.resources'),
  showHistory: (title, { command }) => command('commands.history', { title }),
  exportTable: (group, { command }) => command('commands.exportAuditOf', { group }),
  explainJoin: (group, { command }) => command('commands.explainJoin', { group }),
  delegate: (person, { command }) => command('commands.delegateTo', { person }),
};

/** What is said above things to pick from. */
export function pickIntro(typed: string, { say }: Voice): string {
  return typed ? say('shared.pick.intro', { typed: shortName(typed) }) : say('shared.pick.introPlain');
}

/** Which one was meant; a click carries on with it. */
export function showChoice({ choice }: OutcomeOf<'choiceNeeded'>, voice: Voice): Shown {
  const { say, command } = voice;
  const { what, typed, verb, carry, options, isOpening } = choice;
  const heading = say(`shared.pick.heading.${what}`);
  const [first] = options;
  return showList(
    {
      summary: heading,
      heading,
      sentences: [isOpening ? say('shared.pick.opening', { typed: shortName(typed) }) : pickIntro(typed, voice)],
      rows: options.map(({ id, title, about }) => ({
        title: shortName(title),
        about: [shortWords(about)],
        buttons: [
          button(say('shared.pick.button'), verb, {
            ...carry,
            ...(verb === 'listMembers' || verb === 'listAccess' ? { page: 1 } : {}),
            [`${what}Id`]: id,
          }),
        ],
      })),
      buttons: [cancel(voice)],
      typed: [first ? commandFor[verb](first.title, voice) : command('commands.help'), command('commands.cancel')],
    },
    voice,
  );
}
