import type { TableOf } from '../../domain/table.js';
import type { Voice } from '../../messages/voice.js';
import { pageButtons, pageCommands, pageSentence } from '../parts/listCard.js';
import type { List } from '../parts/listCard.js';
import { button } from '../parts/parts.js';
import { refusalText } from '../parts/standing.js';
import type { RuleVerdict } from '../../domain/views.js';

/** What happened, as a list. */
export function historyTable({ title, groupId, requestId, rows, page }: TableOf<'history'>, voice: Voice): List {
  const { say, f } = voice;
  const text = say.tables.history;
  return {
    summary: text.heading(title),
    heading: text.heading(title),
    sentences: [rows.length === 0 ? text.none : pageSentence(page, voice)],
    rows: rows.map((row) => ({
      title: text.line(row, f),
      about: [f.moment(row.event.at), row.event.requestId === title ? undefined : row.event.requestId],
      detail: row.event.reason ? text.reason(row.event.reason) : undefined,
      buttons: [],
    })),
    buttons: pageButtons(
      page,
      'showHistory',
      { ...(groupId ? { groupId } : {}), ...(requestId ? { requestId } : {}) },
      voice,
    ),
    typed: [
      ...(groupId ? [`group ${title}`] : requestId ? [`request ${requestId}`] : []),
      ...pageCommands(page, `history ${title}`),
    ],
  };
}

/** The rules of a join, one by one, as a list. */
export function explainedTable(
  { group, groupId, person, rules, refusal, route }: TableOf<'explained'>,
  voice: Voice,
): List {
  const { say } = voice;
  const text = say.tables.explained;
  const colours: { readonly [V in RuleVerdict['verdict']]: 'good' | 'attention' | 'default' } = {
    yes: 'good',
    no: 'attention',
    notAsked: 'default',
  };
  const answer = refusal ? refusalText(refusal, voice).why : route === 'atOnce' ? text.atOnce : text.askOwners;
  return {
    summary: text.heading(group, person?.name),
    heading: text.heading(group, person?.name),
    sentences: [answer, text.dryRun],
    rows: rules.map(({ rule, verdict }) => ({
      title: text.rules[rule].label,
      badge: text.verdicts[verdict],
      badgeColour: colours[verdict],
      about: [verdict === 'notAsked' ? undefined : text.rules[rule][verdict]],
      buttons: [],
    })),
    buttons: [button(say.buttons.seeGroup, 'showGroup', { groupId })],
    typed: [`group ${group}`, `join ${group}`],
  };
}
