/** What is said of Microsoft Entra and of what other hands change there; written as in `words/en.ts`. */
export const directory = {
  enrolment: `enrol, enroll, enrolling, onboard, onboarding, under self-service, under self service, for self-service,
    for self service, available in self-service, into self-service, into self service, to self-service, to self
    service,
    part of self-service, part of self service, under your control, under your management, under your wing, by the
    bot`,
  entra: `entra, microsoft entra, ms entra, entra id, azure ad, azure active directory, aad, active directory,
    entra group, group in entra`,
  directory: `directory, directory status, entra, microsoft entra, ms entra, entra id, azure ad, graph, microsoft
    graph,
    entra connection, directory connection, the directory connection`,
  connection: `connected, connection, hooked up, in sync, in step, synchronised, synchronized, up to date, read in,
    reading in, reading, how far, only observing, only observe, observing, observe only, observe-only, read-only,
    allowed to do, may you do, can you do, permissions, permission, rights, writing, write, writes`,
  readingIn: `only observing, only observe, observe only, observing entra, how far is the reading, how far is reading,
    how far are you with reading`,
  pairing: `link, linking, pair, pair up, connect, join up, tie, hook up, hook _ up, join _ up, pair _ up, match
    up, associate`,
  drift: `drift, drifted, drifts, drifting, changes by others, change by others, changed by others,
    changes made by others, changes by other hands, changed by other hands, other hands, outside changes,
    changes from outside, changed outside, changed from outside, behind my back, behind our back, behind your back,
    unexplained, unexplained change, unexplained changes, unexplained member, unexplained members, past the bot,
    past you, around the bot, around you, changed in entra, changes in entra, changes made in entra, change in entra,
    changed directly in entra, changes to _ in entra, changes to _ made in entra, changed in microsoft entra,
    changes in microsoft entra, changed in azure ad,
    out of step, differs from entra, different in entra, out of sync, out of line with entra`,
  driftSet: `set drift, set the drift, drift policy, policy for drift, policy on drift, drift setting, change the
    drift`,
  driftKept: `take over, take _ over, accept, accepted, adopt, adopted, keep, kept, legitimate, legit, intended,
    endorse, okay, all right, alright, in order`,
  driftUndone: `undo, undone, revert, reverted, roll back, roll _ back, put back, put _ back, reverse, reversed,
    restore, reset, take back, take _ back, turn back, turn _ back`,
  driftLeft: `ignore, ignored, leave, leave alone, leave _ alone, leave _ as, let _ be, disregard, do nothing about`,
  driftAsked: `ask me about, ask us about, ask about, ask, ask us, ask me, report, tell me about, tell us about,
    show me`,
  always: `always, automatically, every time, by itself, by default, on your own, whenever, policy, each time,
    from now on, in future`,
  brake: `the brake, brake, emergency brake, safety brake`,
  brakeOff: `release, lift, take off, take _ off, loosen, let go, let go of, open, off, ease off, unlock`,
} as const;
