import type { AdminIntent } from './adminIntent.js';
import { parsePerson } from './parsePerson.js';
import type { SettingName } from '../domain/terms.js';

/** How people write the name of a setting; the first that fits counts. */
const names: readonly (readonly [RegExp, SettingName])[] = [
  [
    /^(?:setting )?a$|^owner'?s?'? (?:can )?(?:manage|approve|decide|process)(?: group)?(?: membership)? requests$|^owner[- ]approvals?$|^owners? manage requests$|^requests$|^membership requests$/i,
    'ownersManageRequests',
  ],
  [
    /^(?:setting )?b$|^restrict(?:ed|ing)?(?: access to| access)?(?: group)?s?(?: access)?$|^group restriction$/i,
    'restrictGroupAccess',
  ],
  [
    /^(?:setting )?c$|^(?:users?|everybody|everyone|people)(?: can)?(?: to)? create security groups?$|^creat(?:e|ing|ion of) security groups?$|^users[- ]can[- ]create[- ]security[- ]groups$/i,
    'usersCreateSecurityGroups',
  ],
  [
    /^(?:setting )?d$|^(?:users?|everybody|everyone|people)(?: can)?(?: to)? create (?:microsoft 365|m365|office 365|o365) groups?$|^creat(?:e|ing|ion of) (?:microsoft 365|m365|office 365) groups?$|^users[- ]can[- ]create[- ](?:m365|office[- ]365)[- ]groups$/i,
    'usersCreateM365Groups',
  ],
  [
    /^(?:(?:users?|everybody|everyone|people)(?: can)?(?: to)? )?(?:add|register)(?:ing)? (?:their )?(?:own )?(?:resources?|applications?|apps)(?: of their own)?$/i,
    'usersAddResources',
  ],
  [
    /^(?:setting )?e(?: security)?$|^owners(?: who)?(?: can)? (?:assign|name|make)(?: members as)?(?: group)? owners(?: (?:for |of )?\(?security(?: groups?)?\)?)?$/i,
    'ownersAssignOwnersSecurity',
  ],
  [
    /^(?:setting )?e (?:microsoft 365|m365|office 365)$|^owners(?: who)?(?: can)? (?:assign|name|make)(?: members as)?(?: group)? owners (?:for |of )?\(?(?:microsoft 365|m365|office 365)(?: groups?)?\)?$/i,
    'ownersAssignOwnersM365',
  ],
  [/^licen[cs]e$|^(?:entra |microsoft entra )(?:id )?licen[cs]e$|^premium$/i, 'licence'],
  [/^licen[cs]ed people$|^people licen[cs]ed(?: one by one)?$/i, 'licensedPeople'],
  [/^(?:least|loosest|minimum|min) join rule$/i, 'leastJoinRule'],
  [/^(?:longest|maximum|max) (?:membership|duration)$/i, 'longestMembership'],
  [/^(?:reason|justification)(?: for joining)?$|^required justification$/i, 'justificationFloor'],
  [/^(?:group )?(?:name|naming) prefix$|^prefix (?:of|for) (?:group )?names$/i, 'namePrefix'],
  [/^(?:blocked|forbidden) words?(?: in (?:group )?names)?$/i, 'blockedWords'],
  [/^messages (?:in a|per|a) minute$/i, 'messagesPerMinute'],
  [/^(?:open )?requests(?: at the same time)?$/i, 'openRequests'],
  [/^(?:keep reasons?|reasons?(?: are)? kept|retention(?: of reasons?)?)(?: for)?$/i, 'reasonsKept'],
  [/^groups(?: created)? (?:in a|per|a) day$/i, 'groupsPerDay'],
  [/^unknown names(?: (?:in an|per|an) hour)?$/i, 'unknownNames'],
  [/^leavers (?:lose|are taken out of) (?:their )?(?:memberships?|groups)$/i, 'leaversOut'],
  [/^(?:wait(?:ing)?|days) (?:for|without) a (?:volunteer|new owner)$/i, 'volunteerDays'],
  [/^(?:confirm(?:ation of)?|second) new admin(?:istrator)?s?$/i, 'adminsConfirmed'],
];

const values: readonly (readonly [RegExp, string])[] = [
  [/^(?:yes|on|true|enabled?|allowed|y)$/i, 'yes'],
  [/^(?:no|off|false|disabled?|forbidden|n)$/i, 'no'],
];

const noLimit: readonly (readonly [RegExp, string])[] = [[/^(?:none|off|no limit|unlimited)$/i, 'none']];

/** The values of those settings that are more than yes or no, as people write them. */
const own: Partial<Record<SettingName, readonly (readonly [RegExp, string])[]>> = {
  ownersAssignOwnersSecurity: [
    [/^(?:all|everybody|all owners|yes)$/i, 'all'],
    [/^(?:none|nobody|no|no owners?)$/i, 'none'],
  ],
  ownersAssignOwnersM365: [
    [/^(?:all|everybody|all owners|yes)$/i, 'all'],
    [/^(?:none|nobody|no|no owners?)$/i, 'none'],
  ],
  licence: [
    [/^(?:entra id )?p1$/i, 'P1'],
    [/^(?:entra id )?p2$/i, 'P2'],
    [/^(?:none|no|no licen[cs]e)$/i, 'none'],
  ],
  licensedPeople: [[/^(?:none|nobody)$/i, 'none']],
  leastJoinRule: [
    [/^(?:open|open to join|none|any)$/i, 'open'],
    [/^(?:owner ?approval|approval|needs owner approval)$/i, 'ownerApproval'],
    [/^(?:owners ?only|only owners(?: add members)?)$/i, 'ownersOnly'],
  ],
  longestMembership: [[/^(?:none|no limit|unlimited)$/i, 'none']],
  justificationFloor: [
    [/^(?:required|needed|yes|on)$/i, 'required'],
    [/^(?:optional|if people like)$/i, 'optional'],
    [/^(?:off|no|not asked for)$/i, 'off'],
  ],
  namePrefix: [[/^(?:none|no|off|no prefix)$/i, 'none']],
  blockedWords: [[/^(?:none|no|off|no words?)$/i, 'none']],
  messagesPerMinute: noLimit,
  openRequests: noLimit,
  groupsPerDay: noLimit,
  unknownNames: noLimit,
  volunteerDays: [[/^(?:none|off|never)$/i, 'none']],
  reasonsKept: [[/^(?:none|off|no limit|unlimited|for ever|forever|always)$/i, 'none']],
};

/** The longest text that is taken as a value, in characters. */
const longestText = 1_000;

/** "set users can create security groups to no", "turn off owner approvals", "set licence P2": tolerant of how people write it. */
export function parseSetting(text: string): AdminIntent | undefined {
  const turned = /^(?:turn|switch) (on|off) (.+)$/i.exec(text) ?? /^(enable|disable|allow|forbid) (.+)$/i.exec(text);
  if (turned) return toIntent(turned[2] ?? '', /^(?:on|enable|allow)$/i.test(turned[1] ?? '') ? 'yes' : 'no');
  const behind = /^(?:turn|switch) (.+) (on|off)$/i.exec(text);
  if (behind) return toIntent(behind[1] ?? '', behind[2] ?? '');
  const said =
    /^((?:max(?:imum)?|longest) (?:membership|duration)) (?:is |of )?(\d.*)$/i.exec(text) ??
    /^([^=:]{3,80}?)\s*[=:]\s*(\S.*)$/.exec(text);
  if (said) return toIntent(said[1] ?? '', said[2] ?? '');
  const set = /^(?:set|change) (?:the )?(?:setting )?(.+)$/i.exec(text)?.[1];
  if (set === undefined) return undefined;
  // The value is what is left behind the longest name of a setting.
  const words = set.split(/\s+/);
  for (let end = words.length - 1; end > 0; end -= 1) {
    const intent = toIntent(
      words.slice(0, end).join(' ').replace(/[:=]$/, ''),
      words
        .slice(end)
        .join(' ')
        .replace(/^(?:to|=|:)\s*/i, ''),
    );
    if (intent) return intent;
  }
  return undefined;
}

function toIntent(nameText: string, valueText: string): AdminIntent | undefined {
  const name = names.find(([pattern]) => pattern.test(nameText.replace(/ to$/i, '').trim()))?.[1];
  // "set longest membership of Marketing to 90" is about a group.
  if (name === undefined || valueText === '' || /^(?:of|for|in) /i.test(valueText)) return undefined;
  return settingTo(name, valueText);
}

/** A setting with a value as people write it. */
export function settingTo(name: SettingName, valueText: string): AdminIntent {
  const known = [...(own[name] ?? []), ...values].find(([pattern]) => pattern.test(valueText))?.[1];
  if (known !== undefined) return { kind: 'changeSetting', setting: name, value: known };
  if (name === 'longestMembership' || name === 'reasonsKept' || name === 'volunteerDays') {
    const [, number, unit = 'd'] = /^(\d{1,4})(?: ?(d|w|m|y)(?:ays?|eeks?|onths?|ears?)?)?$/i.exec(valueText) ?? [];
    const days = { d: 1, w: 7, m: 30, y: 365 }[unit.toLowerCase() as 'd' | 'w' | 'm' | 'y'];
    return {
      kind: 'changeSetting',
      setting: name,
      value: number === undefined ? valueText.slice(0, 40) : String(Number(number) * days),
    };
  }
  if (name === 'namePrefix' || name === 'blockedWords') {
    const text = valueText.replace(/^(["'])(.+)\1$/, '$2').slice(0, longestText);
    return {
      kind: 'changeSetting',
      setting: name,
      value: name === 'blockedWords' ? text.replace(/\s*(?:[,;]|\band\b)\s*/gi, ', ') : text,
    };
  }
  if (name === 'ownersAssignOwnersSecurity' || name === 'ownersAssignOwnersM365' || name === 'licensedPeople') {
    const people = valueText
      .replace(/^(?:selected|only)(?: people)?:?\s*/i, '')
      .split(/\s*(?:[,;&]|\band\b)\s*/i)
      .map((part) => parsePerson(part))
      .filter((person) => person !== undefined);
    return people.length === 0
      ? { kind: 'changeSetting', setting: name, value: valueText.slice(0, 40) }
      : { kind: 'changeSetting', setting: name, value: 'selected', people };
  }
  return { kind: 'changeSetting', setting: name, value: valueText.slice(0, 40) };
}
