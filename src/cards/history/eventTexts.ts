import type { AuditEvent } from '../../domain/history/audit.js';
import { groupFields, settingNames, type GroupField, type SettingName } from '../../domain/terms.js';
import type { HistoryRow } from '../../domain/views.js';
import type { Phrase } from '../../messages/placeholders.js';
import { said, type Voice } from '../../messages/voice.js';
import { shortName } from '../parts/lengths.js';
import { fieldValue } from '../groups/fieldTexts.js';
import { settingPhrase } from '../organisation/settingTexts.js';

/** A line of the history. */
export function eventText({ event, actor, standsFor, subject, group, resource }: HistoryRow, voice: Voice): string {
  const { say, part } = voice;
  return say(`history.line.${event.kind}`, {
    actor: event.isOutside ? part('history.outside') : actorText(actor, standsFor, voice),
    subject: subject === undefined ? part('history.somebody') : shortName(subject),
    group: group === undefined ? part('history.aGroup') : shortName(group),
    resource: resource === undefined ? part('history.aResource') : shortName(resource),
    // The person whom it is about did it, or nobody did.
    isOwn: event.actorId === undefined || event.actorId === event.subjectId,
    setting: nameOfChanged(event, voice),
    before: valueOf(event, event.before, voice),
    after: valueOf(event, event.after, voice),
  });
}

/** Who did it, and in whose place. */
function actorText(actor: string | undefined, standsFor: string | undefined, { part }: Voice): Phrase | string {
  if (actor === undefined) return part('history.theSystem');
  if (standsFor === undefined) return shortName(actor);
  return part('shared.nameStandingIn', { name: shortName(actor), standsFor: shortName(standsFor) });
}

function isGroupField(name: string): name is GroupField {
  return (groupFields as readonly string[]).includes(name);
}

function isSetting(name: string): name is SettingName {
  return (settingNames as readonly string[]).includes(name);
}

/** What was changed: a setting of the organisation or something about a group. */
function nameOfChanged({ kind, setting = '' }: AuditEvent, { part }: Voice): Phrase | string {
  if (kind === 'groupChanged') return isGroupField(setting) ? part(`groups.field.${setting}`) : setting;
  return isSetting(setting) ? part(`settings.${setting}.label`) : setting;
}

/** What something was or became. */
function valueOf({ kind, setting = '' }: AuditEvent, whole: string | undefined, voice: Voice): Phrase | string {
  const { part, f } = voice;
  const value = whole === undefined ? undefined : shortName(whole);
  if (kind === 'groupChanged') {
    if (value === undefined) return part('history.nothing');
    if (setting === 'asked' && value.startsWith('selected')) return part('history.selectedPeople');
    if (isGroupField(setting)) return fieldValue(setting, value, voice);
    return value === '' ? part('history.nothing') : value;
  }
  if (value === undefined) return '';
  // A name, whatever commas are in it.
  if (kind === 'resourceRenamed') return value;
  if (isSetting(setting))
    return value.startsWith('selected')
      ? part('history.selectedPeople')
      : part('groups.value.quoted', { value: settingPhrase(setting, value, voice) });
  return said(f.series(value.split(', ').map((word) => part('history.value', { value: word }))));
}
