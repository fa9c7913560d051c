import type { Structure } from '../timeWords.js';

/** What the small words of English do in a time. */
export const enStructures: Readonly<Record<Structure, string>> = {
  until: `until | untill | untl | untli | unitl | utnil | unil | unti | til | till | tilll | ' til | ' till | up until
    | up till | up til | up to and including | up to & including | until and including | till and including
    | til and including | valid until | valid till | valid til | valid untill | valid to | valid up to | lasting until
    | lasting till | good until | good till | good til | runs until | running until | no later than | not later than
    | not beyond | not past | not after | but not past | but not beyond | but not after | no longer than until | not longer than until`,
  through: 'through | thru | throu | throgh | thorugh | up through | valid through | valid thru | good through',
  upTo: 'up to | upto',
  ends: `end date | end day | enddate | ends | ends on | end on | ending | ending on | finishes | finishing | finish
    | finish on | stops | stopping | terminating | terminates | expires | expire | expiring | expiry | expiry date
    | expiration | expiration date | exp | runs out | running out`,
  lastDay: 'last day | final day | last date',
  lastWorkingDay: 'last working day | last business day | last work day',
  for: `for | forr | fro | fr | for the period of | for a period of | for a duration of | for a term of
    | for a total of | lasting | duration | time frame | timeframe | how long`,
  during: 'during | throughout | in the course of',
  over: 'over | across',
  while: `while | whilst | as long as | so long as | for as long as | for so long as | for the duration of
    | for the length of | for the lifetime of | for the time of | for the course of`,
  start: `starting | starts | start | start date | starting from | starting on | starting at | as of | as from
    | effective | effective from | with effect from | commencing | valid from | begins | begins on`,
  from: 'from',
  since: 'since',
  by: 'by | due | due by | due on | on or before | not before | no earlier than | not until',
  before: 'before | ahead of | prior to',
  after: 'after',
  within: 'within | inside',
  at: 'at | on | @',
  in: 'in',
  to: 'to',
  of: 'of',
  the: 'the | teh | hte',
  a: 'a | an | another | a single | one single',
  and: 'and | & | + | plus',
  or: 'or | or maybe | or perhaps | or even',
  between: 'between',
  half: 'half | a half | half a | half an',
  couple: 'couple | a couple | couple of | a couple of | coupla | a coupla | pair of | a pair of',
  dozen: 'dozen',
  hundred: 'hundred',
  thousand: 'thousand',
  few: `few | a few | several | some | many | a number of | a handful of | multiple | various | a lot of | lots of
    | any number of | so many | how many`,
  filler: 'full | long | more | extra | further | additional | consecutive | solid | whole | entire',
  working: 'working | business',
  all: 'all | all of | all of the | all the | all through | the whole | the whole of | the entire | the full',
  only: 'only | just | merely | solely | exactly',
  atMost: `at most | max | maximum | a maximum of | maximum of | max of | a max of | tops | no more than | not more than
    | at the most | no longer than | not longer than | max . | not exceeding | at the very most | at the longest`,
  under: `under | less than | fewer than | shorter than | a bit less than | just under | not quite | nearly | almost`,
  atLeast: `at least | minimum | a minimum of | minimum of | more than | longer than | upwards of | no less than
    | not less than | at the least | a bit more than | just over`,
  about: 'about | around | approx | approx . | approximately | roughly | circa | ca | ca . | ~ | say',
  ish: 'or so | ish | or thereabouts | more or less | give or take',
  hedge: 'maybe | perhaps | probably | possibly | presumably | likely | hopefully | ideally',
  inclusive: `inclusive | incl | incl . | included | including | and including | at the latest | latest | the latest
    | in total | altogether | all in all`,
  minus: 'minus | negative',
  times: 'times | once | twice | thrice',
  every: 'every | each | per | every other | every second | each and every',
  next: 'next | nxt | following',
  coming: 'coming | upcoming | this coming | the coming | this upcoming | the upcoming',
  this: 'this | current | this very',
  last: 'last | previous | preceding | former',
  past: 'past',
  end: 'end | the end | close | the close | very end | the very end',
  beginning: 'beginning | the beginning | the very beginning | beginning from | beginning on',
  middle: 'middle | the middle | mid',
  early: 'early',
  late: 'late',
  rest: 'rest | the rest | remainder | the remainder | remaining | the remaining',
  oclock: "o'clock | oclock | o ' clock | o clock | uhr | sharp",
  am: 'am | a . m . | a . m',
  pm: 'pm | p . m . | p . m',
  zone: 'utc | gmt | cet | cest | est | edt | pst | pdt | bst | ist | jst | z',
  ago: 'ago | earlier | back | previously',
  aged: 'later | old | notice | in advance | overdue | delay',
  now: 'now | right now',
  time: 'time',
  is: 'is | will be | would be | should be | shall be | being',
  when: 'when | whenever | as soon as | upon',
  not: "not | don't | dont | doesn't | isn't | won't | never",
  forever: `forever | for ever | permanently | permanent access | permanent member | permanent membership | indefinitely
    | for an indefinite period | for an unlimited time | for unlimited time | no end date | no enddate | with no end
    | with no end date | without end | without an end | without end date | without an end date | without any end
    | without any end date | no expiry | no expiry date | no expiration | no expiration date | with no expiry
    | without expiry | without an expiry | without expiration | never expires | never expiring | never ends
    | never ending | does not expire | doesn't expire | open ended | open end | without limit | without time limit
    | without a time limit | no time limit | for all time | for eternity | until the end of time | for always`,
  foreverAlone: 'for good | for life | no end | no limit | unlimited | ad infinitum',
  vagueEnd: `until further notice | till further notice | til further notice | untill further notice | until then
    | till then | until later | til later`,
  vague: `for now | for the time being
    | for the moment | for a while | for a little while | for a short while | for quite a while | for a bit
    | for a little bit | for a short time | for a little time | for a limited time | for some time | for quite some time
    | for a long time | for long | for ages | for the foreseeable future | for the near future | for the interim
    | in the interim | temporarily | overnight | for the morning | for the afternoon | for the evening
    | for the night | short term | for a short period | for a short term | for a limited period
    | for a transitional period | long term | as long as needed | as long as necessary | as long as required
    | as long as possible | for as long as needed | for as long as necessary | for as long as possible | as needed
    | not for long`,
  sometime: 'some day | someday | sometime | sometimes | at some point | one of these days | some time | eventually',
  season: `summer | winter | autumn | holidays | holiday season | festive season | semester | summer holidays
    | christmas break | christmas holidays | winter break | summer break | school holidays | easter holidays | easter break`,
  weekend: 'weekend | week end | wkend',
  idiom: `while you are at it | while you're at it | while youre at it | while we are at it | while we're at it
    | while at it | while ur at it | while u r at it
    | while u are at it | while i have you | worth my while | every now and then | now and then | time and again
    | day by day | day to day | week by week | 24 / 7 | 24 x 7 | 24 hours a day | at times | once in a while
    | from time to time | time to time | one second | half time | part time | full time | real time | on time | in time
    | just in time | first time | every time | day one | the other day | these days | give me a minute | got a minute | have a minute
    | wait a minute | in a minute | just a minute | got a second | in a moment | give me a second | once again | once more`,
};
