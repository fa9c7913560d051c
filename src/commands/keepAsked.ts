import { askedBackOf } from './askedBack.js';
import { describeWish } from './describeWish.js';
import type { Turn } from './turn.js';
import { given } from '../domain/given.js';
import type { Outcome } from '../domain/outcome.js';
import { isOpen, type Answers, type AskedBack, type OfferedOption } from '../intents/answers/asked.js';
import type { Step } from '../intents/choose.js';
import type { Intent } from '../intents/intent.js';
import { isChange } from '../intents/verdicts.js';

/** What was carried out: the step, what it meant in the end, and what came of it. */
export interface Done {
  readonly step: Step;
  readonly intent: Intent;
  readonly outcome: Outcome;
}

/**
 * Keeps what was asked back, and what the turn was about. A change that asks nothing closes what was open; a look leaves
 * it, and so does what was not understood.
 */
export async function keepAsked(id: string, done: readonly Done[], turn: Turn): Promise<void> {
  const { openQuestions } = turn.store.shared;
  const key = [turn.actor.id, turn.conversationId] as const;
  const open = (await openQuestions.get(...key)) as AskedBack | undefined;
  const about = { ...(lastOf(done) ?? keptLast(open, done)), ...given({ listed: listedIn(done) ?? open?.listed }) };
  const asking = done.flatMap(({ step, intent, outcome }) => {
    // Where a name was not found, another one is said for what was wished, whatever was looked for in its place.
    const answers = askedBackOf(outcome.kind === 'refused' ? step.intent : intent, outcome);
    return answers ? [{ step, answers }] : [];
  });
  const isLook = done.every(({ intent }) => !isChange(intent) || intent.kind === 'suggest');
  if (asking.length > 0) {
    const before = isLook && open && isOpen(open) ? { before: withoutBefore(withoutLast(open)) } : {};
    const question = { id, ...(await together(asking, turn)), again: asking.map(({ step }) => step), ...before };
    return openQuestions.put(...key, { ...question, ...about });
  }
  if (Object.keys(about).length === 0 && !open) return;
  if (isLook && open) return openQuestions.put(...key, { ...withoutLast(open), ...about });
  return openQuestions.put(...key, { id, ...about });
}

function withoutLast({ about: _, named: __, isDone: ___, listed: ____, ...asked }: AskedBack): AskedBack {
  return asked;
}

function withoutBefore({ before: _, ...asked }: AskedBack): AskedBack {
  return asked;
}

type Last = Pick<AskedBack, 'about' | 'named' | 'isDone'>;

/** What was before stays, with whoever was named now. */
function keptLast(open: AskedBack | undefined, done: readonly Done[]): Last {
  const named = done.flatMap(({ step }) => step.named ?? []);
  return given({
    about: open?.about,
    isDone: open?.isDone,
    named: named.length > 0 ? named : open?.named,
  });
}

/** What the last wish names something by; what names nothing leaves what was before. */
function lastOf(done: readonly Done[]): Last | undefined {
  const last = done.findLast(({ intent, outcome }) => shownGroup(outcome) ?? namesSomething(intent));
  if (!last) return undefined;
  const shown = 'target' in last.intent ? undefined : shownGroup(last.outcome);
  if (shown !== undefined) return { about: { kind: 'showGroup', target: { by: 'id', groupId: shown } } };
  const isDone = isChange(last.intent) && last.outcome.kind !== 'refused' && !last.outcome.kind.endsWith('Needed');
  return { about: last.intent, ...given({ named: last.step.named }), ...(isDone ? { isDone: true } : {}) };
}

function namesSomething(intent: Intent): boolean {
  return ['target', 'person', 'people', 'resource', 'about'].some((slot) => slot in intent);
}

/** The one group that was found by something else ("what opens Salesforce?"). */
function shownGroup(outcome: Outcome): string | undefined {
  const groups =
    outcome.kind === 'joinFormNeeded'
      ? outcome.form.candidates.map(({ group }) => group)
      : outcome.kind === 'groupsListed'
        ? outcome.rows.map(({ group }) => group)
        : [];
  const [only, other] = groups;
  return other ? undefined : only?.id;
}

/** The rows of the last list, by what they can be named by. */
function listedIn(done: readonly Done[]): readonly string[] | undefined {
  return done.map(({ outcome }) => rowsOf(outcome)).findLast((rows) => rows !== undefined && rows.length > 0);
}

function rowsOf(outcome: Outcome): readonly string[] | undefined {
  switch (outcome.kind) {
    case 'groupsListed':
    case 'myGroupsListed':
      return outcome.rows.map(({ group }) => group.name);
    case 'myRequestsListed':
    case 'inboxListed':
      return outcome.requests.map(({ id }) => id);
    case 'notUnderstood':
      return outcome.suggestions.flatMap(({ name }) => name ?? []);
    case 'tableShown':
      if (outcome.table.code === 'members') return outcome.table.rows.map(({ person }) => person.name);
      return outcome.table.code === 'resources' || outcome.table.code === 'ownerless'
        ? outcome.table.rows.map(({ name }) => name)
        : undefined;
    default:
      return undefined;
  }
}

/** One question by itself, or several: "yes" to all of them, and each by what it names. */
async function together(asking: readonly { readonly answers: Answers }[], turn: Turn): Promise<Answers> {
  const [first] = asking;
  if (first && asking.length === 1) return first.answers;
  const texts = asking.flatMap(({ answers: { text, yes } }) => (text?.slot === 'justification' && !yes ? [text] : []));
  const [text, ...others] = texts.length === asking.length ? texts : [];
  // What still wants a text is asked for it again, by itself.
  const yes = asking.flatMap(({ answers }) => answers.yes ?? (answers.text ? [answers.text.intent] : []));
  const options = await Promise.all(yes.map((intent) => toOption(intent, turn)));
  const wanted = text ? { text: { ...text, also: others.map(({ intent }) => intent) } } : {};
  return { ...(yes.length > 0 ? { yes } : {}), options, ...wanted };
}

async function toOption(intent: Intent, turn: Turn): Promise<OfferedOption> {
  const { group, people, resource, request } = await describeWish(intent, turn);
  const names = [group, ...people, resource, request?.requester, request?.group, request?.id].filter(
    (name) => name !== undefined,
  );
  const [title = '', ...also] = names;
  return { title, also, ids: idsOf(intent), intent };
}

function idsOf(intent: Intent): string[] {
  const {
    target,
    person,
    people = [],
    resource,
  } = intent as {
    readonly target?: { readonly groupId?: string; readonly requestId?: string };
    readonly person?: { readonly personId?: string };
    readonly people?: readonly { readonly personId?: string }[];
    readonly resource?: { readonly resourceId?: string };
  };
  return [
    target?.groupId,
    target?.requestId,
    person?.personId,
    ...people.map(({ personId }) => personId),
    resource?.resourceId,
  ].filter((one) => one !== undefined);
}
