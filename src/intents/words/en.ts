import { directory } from './en/directory.js';
import { things } from './en/things.js';
import { wishes } from './en/wishes.js';

/** Words of one meaning, several to a line, `_` where something may stand between; the first is the class's own name. */
export const classes: Readonly<Record<string, string>> = { ...wishes, ...things, ...directory };

/** Words that carry no wish of their own: they are there because sentences have them. */
export const glue = `a, an, the, this, that's, of, on behalf of, on behalf, to, in, into, on, onto, at, for, with, w,
  by, from, out, off, as well, too, also, then, now, there, here, i, i'd, i'm, im, i've, i'll, id, ive, ill, me, my,
  myself, we, we'd, us, our, you, your, u, ur, it, its, it's, them, they, their, he, him, his, she, her, hers,
  himself, herself, themselves, is, are, was, be, been, being, am, do, does, did, have, has, had, having, get, gets,
  got, getting, let, lets, let's, put, puts, make, makes, give, gives, go, goes, going, come, comes, take, takes,
  keep, bring, become, becomes, be able, can, could, may, might, shall, should, would, will, must, ought, want, wants,
  wanted, need, needs, like, wish, wishes, love, require, required, requires, mind, wonder, whether, hereby, herewith,
  possible, possibly, order, like to, group, groups, team, grp, grup, list, people, folks, crew, gang, guys, person,
  colleague, colleagues, coworker, mate, buddy, friend, trainee, trainees, apprentice, intern, interns, newbie,
  newcomer, starter, new starter, new hire, new joiner, joiner, deskmate, boss, successor, teammate, student,
  working student, my new, our new, assistant, deputy manager, mr, mrs, ms, miss, dr, herr, frau, and, plus, as of,
  so, again, back, up, down, over, who, that, which, when, where, today, immediately, straight away, right away, asap,
  at once, right now, effective immediately, effect, immediate, with immediate effect, as of now, from now on,
  from today, henceforth, in future, in the future, from today on, going forward, starting now, already, currently,
  at present, at the moment, present, presently, these days, nowadays, time being, once more, one more time,
  membership, member, members, access, named, called, own, myself, people, everybody, both, all, each, one, ones,
  still, any more, anymore, any longer, no longer, yet, by the way, btw, fyi, role, roles, set, status, kind, type,
  mailing, called, namely, following, these, those, thing, bit, else, please, ordinary, plain, normal, regular`;

/** "Would it be ok if I …", "it would be great if you …": as polite as they are harmless. */
const politeIfs =
  'ok okay alright fine possible cool good great nice lovely wonderful mind problem it grateful glad happy helpful'
    .split(' ')
    .flatMap((word) => ['i', 'you', 'we', 'u'].map((who) => `${word} if ${who}`))
    .join(', ');

/** "Can somebody …", "would anyone …": whoever reads it is meant. */
const politeAnybody = ['can', 'could', 'would', 'will', 'may']
  .flatMap((verb) => ['somebody', 'someone', 'anybody', 'anyone'].map((who) => `${verb} ${who}`))
  .join(', ');

/** Politeness and fillers, harmless wherever they stand. */
export const fillers = `${politeIfs}, ${politeAnybody}, please, would be perfect, would be great, would be nice, would be lovely, would be good,
  would be fine, would be helpful, would be ideal, would do, should do, will do, would help, is fine, is enough, 👍,
  pls, plz, plse, plese, plaese, pleas, pleae, plss, kindly, thanks, thank you, thx, thank you very much, many thanks,
  thanks a lot, thank u, ty, cheers, ta, hi, hey, hello, ok, okay, so, well, just, simply, actually, sorry, excuse me,
  hm, hmm, er, um, uh, oh, ah, lol, haha, hahaha, thanks in advance, in advance, if you please, if you would,
  if you don't mind, if possible, if that's ok, if that is ok, if i may, if it's ok, if that's alright, if you can,
  if you could, would you, so kind, so good, be so kind as, be so good as, be so kind, as to, kind, good, grateful,
  obliged, most, perhaps, quickly, quick, real quick, really, very, much, right, yes please, dear, concierge, bot,
  group concierge, bitte, danke, merci, s'il vous plaît, cordially, respectfully, humbly, trouble, favour, favor,
  do me a favour, afraid, i am afraid, hope, appreciate, appreciated, best, regards, kind regards, while you're at it,
  while ur at it, when you get a chance, when you have time, when you have a minute, when you have a moment,
  go ahead and, be a dear, be an angel, finally, anyway, of course, surely, certainly, gladly, happily, also, too,
  as well, good morning, morning, good afternoon, mate, again, you know, i think, i guess, i believe, guess, think,
  need you to, want you to, i'd like you to, i would like you to, would appreciate, it would be great,
  it would be nice, be great, be nice, be lovely, be good, greatly, ty in advance, ta very much, ever so,
  forgive the noise, apologies, as discussed, as agreed, as promised, as requested, as usual, as always, as mentioned,
  as you know, no rush, no hurry, whenever you can, today if possible, folks, team, all the best, have a nice day,
  have a good one, have a good day, happy friday, nice weekend, urgently, urgent, asap, tks, tia, tyvm, pretty,
  lovely, wondering, was wondering, re, as for, as regards, with reference to, in reference to, with respect to,
    hopefully, for me, could you, can you, you guys, matter of, formally, officially,
  any chance, any way, is there any way, is there any chance,
  is there a way, any possibility, in the meantime, as soon as possible, at your convenience, kindest, super,
    immediately, for us`;

/** What forbids to act on the rest without asking: negations, alternatives, exceptions, conditions, corrections, vague lengths. */
export const dangers = `not, no, never, only, but, except, or, unless, if, without, nobody, none, nothing, neither,
  nor, either, instead of, rather than, otherwise, else, unless, when, once, provided, providing, assuming, depending,
  in case, as soon as, as long as, until, while, after, before, because of, maybe, perhaps, possibly, probably, wait,
  actually no, no wait, scratch that, correction, i mean, i meant, or rather, rather, hang on, hold on, whichever,
  whoever, somebody, someone, about, around, roughly, approximately, temporarily, tomorrow, later, next, starting,
  soon, most, least, half, guest, contractor, some, few, short, several, apart from, bar, excluding, minus, as a,
  as an, as`;

/** Words of whoever tells something: what stands in such a sentence is not wished. */
export const reports = `said, says, told, tells, wrote, writes, mentioned, mentions, asked, heard, hear, thought,
  thinks, discussed, talked, suggested, reckons, claims, claimed, typed, promised, used to, meant, wondered, decided,
  believes, keeps saying, apparently, rumour, rumor, rumoured, allegedly, supposedly, according to, reportedly, state,
  states, stated, minutes, announced, remembers, remember, noticed, complained, complains, seen, saw, told me,
  they say, people say, some say, would have, could have, should have, might have, had i, was wondering if, dreamt,
  read, considering, thinking, considered, pondering, debating, speaking of, considering whether, mulling, tempted,
  undecided, unsure, not sure, hesitating, toying, planning, plan to, plans to, intend, intends, joke, joking,
  kidding, for example, e.g., imagine, suppose, hypothetically, in theory, curious, last week, last month, last year,
  yesterday, the other day, ago, earlier today, in the past, years ago, back then, formerly, in our old, previously,
  predecessor`;
