import type { News } from '../domain/news.js';
import type { Outcome, OutboundMessage, OutcomeOf } from '../domain/outcome.js';
import type { Question } from '../domain/question.js';
import type { Table } from '../domain/table.js';
import type { catalogues } from '../messages/catalogues.js';
import { plain } from '../messages/escape.js';
import type { Viewer } from '../messages/format.js';
import { voiceFor, type Voice } from '../messages/voice.js';
import { delegationNews } from './delegations/news.js';
import { delegationTables } from './delegations/tables.js';
import { groupCards } from './groups/answers.js';
import { groupNews } from './groups/news.js';
import { groupQuestions } from './groups/questions.js';
import { groupTables } from './groups/tables.js';
import { historyNews } from './history/news.js';
import { historyTables } from './history/tables.js';
import { memberCards } from './members/answers.js';
import { memberNews } from './members/news.js';
import { memberQuestions } from './members/questions.js';
import { memberTables } from './members/tables.js';
import { organisationCards } from './organisation/answers.js';
import { organisationNews } from './organisation/news.js';
import { organisationQuestions } from './organisation/questions.js';
import { organisationTables } from './organisation/tables.js';
import type {
  NewsBuilders,
  NewsShown,
  OutcomeBuilders,
  QuestionBuilders,
  QuestionShown,
  TableBuilders,
} from './parts/builders.js';
import { withAgain } from './parts/again.js';
import { showChoice } from './parts/choice.js';
import { showList, type List } from './parts/listCard.js';
import { showNews } from './parts/newsCard.js';
import { showQuestion } from './parts/questionCard.js';
import type { Shown } from './parts/shown.js';
import { showSeveral } from './parts/several.js';
import { showRefused } from './refused.js';
import { requestCards } from './requests/answers.js';
import { requestNews } from './requests/news.js';
import { resourceNews } from './resources/news.js';
import { resourceQuestions } from './resources/questions.js';
import { resourceTables } from './resources/tables.js';
import { showMissed } from './start/missed.js';
import { startCards } from './start/answers.js';

const news: NewsBuilders<News> = {
  ...requestNews,
  ...groupNews,
  ...memberNews,
  ...delegationNews,
  ...resourceNews,
  ...organisationNews,
  ...historyNews,
};

const questions: QuestionBuilders<Question> = {
  ...groupQuestions,
  ...memberQuestions,
  ...resourceQuestions,
  ...organisationQuestions,
};

const tables: TableBuilders<Table> = {
  ...groupTables,
  ...memberTables,
  ...delegationTables,
  ...resourceTables,
  ...organisationTables,
  ...historyTables,
};

// The tables are keyed by the code of what they are given, which the compiler cannot follow through a lookup.
/** One builder for each outcome, put together from the subjects; an outcome without one does not compile. */
const builders: OutcomeBuilders<Outcome> = {
  ...requestCards,
  ...groupCards,
  ...memberCards,
  ...organisationCards,
  ...startCards,
  newsTold: ({ notice }, voice) =>
    showNews((news[notice.code] as (notice: News, voice: Voice) => NewsShown)(notice, voice), voice),
  confirmNeeded: ({ question, unexplained }, voice) =>
    showQuestion(
      (questions[question.code] as (asked: Question, voice: Voice) => QuestionShown)(question, voice),
      voice,
      unexplained,
    ),
  choiceNeeded: showChoice,
  tableShown: ({ table }, voice) =>
    showList((tables[table.code] as (table: Table, voice: Voice) => List)(table, voice), voice),
  refused: showRefused,
  missedTold: (outcome, voice) =>
    showMissed(
      outcome,
      outcome.outcomes.map((one) => build(one, voice)),
      voice,
    ),
  severalAnswered: ({ outcomes }, voice) => showSeveral(outcomes.map((outcome) => build(outcome, voice))),
  severalNeeded: ({ outcomes }, voice) => showSeveral(outcomes.map((outcome) => build(outcome, voice))),
};

function build(outcome: Outcome, voice: Voice): Shown {
  return (builders[outcome.kind] as (outcome: OutcomeOf<Outcome['kind']>, voice: Voice) => Shown)(outcome, voice);
}

/** Who reads, with the channel's id of them where it is known. */
export type Reader = Viewer & { readonly userId?: string };

/** What a person reads of an outcome: a card, with the line of its notification. */
export function showOutcome(outcome: Outcome, reader: Reader, languages?: typeof catalogues): OutboundMessage {
  const { userId, ...viewer } = reader;
  const voice = voiceFor(viewer, languages);
  const { card, summary, again } = build(outcome, voice);
  const title = voice.say('requests.refresh');
  return {
    kind: 'card',
    card: again && userId !== undefined ? withAgain(card, { title, button: again }, userId) : card,
    summary: plain(summary),
  };
}
