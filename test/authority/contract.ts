/**
 * The contract a second time: who may do what to a group, its requests and what it opens, and what they may see. It is
 * written from the requirements alone, in another shape than the rules of the product, and uses nothing of them.
 */

/** What a person is now, whatever they were before: former roles have no word here, because they count for nothing. */
export type Standing =
  | 'administrator'
  /** Of the loosening that waits for a second administrator. */
  | 'proposer'
  /** An administrator whom the proposer made alone. */
  | 'proposersVoice'
  /** From the resource that the group opens. */
  | 'blocked'
  | 'owner'
  | 'manager'
  | 'member'
  | 'standIn'
  | 'requester'
  | 'resourceOwner'
  /** One by one, where the organisation as a whole is not. */
  | 'licensed'
  /** Among those whom setting E names. */
  | 'assigner';

/** How the organisation and the group stand now. */
export interface Situation {
  /** Setting A: owners manage requests (S50, S51). */
  readonly a: boolean;
  /** Setting B: the groups are closed to everybody (S52, S53). */
  readonly b: boolean;
  /** Setting C: people create security groups (S55, S59). */
  readonly c: boolean;
  /** Setting D: people create Microsoft 365 groups (S63, S67). */
  readonly d: boolean;
  /** Setting E for this kind: which owners make owners (S72, S73). */
  readonly e: 'all' | 'selected' | 'none';
  /** Everybody, some one by one, or nobody (Q5). */
  readonly licence: 'all' | 'some' | 'none';
  /** Where some are licensed: whether the one who asked is (S79), and somebody who can decide (S81). */
  readonly requesterIsLicensed: boolean;
  readonly kind: 'security' | 'm365';
  readonly group: 'listed' | 'hidden' | 'deleted' | 'refusedKind';
  readonly joinRule: 'open' | 'ownerApproval' | 'ownersOnly';
  readonly request: 'waiting' | 'decided';
  /** A loosening waits for a second administrator (F59). */
  readonly proposal: boolean;
  /** The group opens what its resource's owner granted it. */
  readonly isGranted: boolean;
}

/** What can happen to the records of an organisation, named after what people do. */
export type Deed =
  | 'join'
  | 'ask'
  | 'approve'
  | 'deny'
  | 'withdraw'
  | 'remind'
  | 'leave'
  | 'add'
  | 'remove'
  | 'changeOwners'
  | 'takeOwner'
  | 'changeManagers'
  | 'edit'
  | 'delete'
  | 'create'
  | 'enrol'
  | 'claim'
  | 'settleClaim'
  | 'delegate'
  | 'endDelegation'
  | 'proposeToOther'
  | 'proposeCreation'
  | 'grant'
  | 'ungrant'
  | 'block'
  | 'addResource'
  | 'renameResource'
  | 'removeResource'
  /** One that people are blocked from. */
  | 'removeBlockedResource'
  | 'changeAdmins'
  | 'changeSetting'
  | 'unblockSelf'
  | 'confirmAdmin'
  | 'confirmProposal'
  | 'declineProposal'
  | 'propose';

/** What can be seen. */
export type Sight = 'name' | 'listing' | 'members' | 'request' | 'settings' | 'access';

const administrators: ReadonlySet<Deed> = new Set<Deed>([
  'changeSetting',
  'propose',
  'changeAdmins',
  'block',
  'enrol',
  'proposeCreation',
  'settleClaim',
]);

/** Whether somebody of these standings may do this now. */
export function mayDo(deed: Deed, who: ReadonlySet<Standing>, s: Situation): boolean {
  const is = (...standings: Standing[]): boolean => standings.some((one) => who.has(one));
  // S42: nobody lifts a veto over themselves.
  if (deed === 'unblockSelf') return false;
  // F59: two are two who speak for themselves; whoever administers may take it away.
  if (deed === 'confirmProposal') return s.proposal && is('administrator') && !is('proposer', 'proposersVoice');
  if (deed === 'confirmAdmin') return is('administrator') && !is('proposer', 'proposersVoice');
  if (deed === 'declineProposal') return s.proposal && is('administrator');
  // S49, S41, S42, S31, F63: the organisation is its administrators' alone, whatever its settings are.
  if (administrators.has(deed)) return is('administrator');
  // F13: one's own request is one's own. F45: so is naming nobody any more.
  if (deed === 'withdraw') return is('requester') && s.request === 'waiting' && s.group !== 'deleted';
  if (deed === 'endDelegation') return true;
  // S53, Q18: everything else names a group, and is closed to everybody but administrators.
  if (s.b && !is('administrator')) return false;
  // Q16: anybody adds a resource of their own; what is tried here is one.
  if (deed === 'addResource') return true;
  // S43: what it is called and whether it stays is for its own owner and administrators to say.
  if (deed === 'renameResource' || deed === 'removeResource') return is('resourceOwner', 'administrator');
  // S42: a veto ends by an administrator alone, and by nobody who is under it.
  if (deed === 'removeBlockedResource') return is('administrator') && !is('blocked');
  // S55, S59, S76: all people of the organisation or none.
  if (deed === 'create') return s.c || is('administrator');
  // S43, F70: what one granted one can take back, whatever became of the group; nobody has anything by one that is gone.
  if (deed === 'ungrant') return s.isGranted && is('resourceOwner', 'administrator') && s.group !== 'deleted';
  // S9, S10, F39; a group that is gone is gone for everybody.
  if (s.group === 'deleted' || s.group === 'refusedKind') return false;
  const inside = is('owner', 'member');
  const runs = is('owner', 'manager');
  const isWaiting = is('requester') && s.request === 'waiting';
  // S50, S54, S79, S84, Q4, Q12: a request needs setting A and a licence, also where the group is open.
  const isLicensed = s.licence === 'all' || (s.licence === 'some' && is('licensed'));
  const takesRequests = s.a && isLicensed && mayKnow(who, s);
  // S55, S60, S63, S68, S71: each kind by its own setting.
  const isKindFree = s.kind === 'security' ? s.c : s.d;
  switch (deed) {
    case 'join':
      return takesRequests && !inside && s.joinRule === 'open' && !isWaiting;
    case 'ask':
      return takesRequests && !inside && s.joinRule === 'ownerApproval' && !isWaiting;
    // F77: who waits for somebody that can decide.
    case 'remind':
      return isWaiting && s.a && s.licence !== 'none';
    // S6, S8, F24, F45: whoever runs the group, or stands in for one who does, and never the requester.
    case 'approve':
      return (
        (runs || is('standIn')) &&
        !is('requester') &&
        s.a &&
        isLicensed &&
        (s.licence === 'all' || s.requesterIsLicensed) &&
        s.joinRule !== 'ownersOnly' &&
        s.request === 'waiting'
      );
    case 'deny':
      return (runs || is('standIn')) && !is('requester') && s.a && isLicensed && s.request === 'waiting';
    // F14, F43: there is a second owner here.
    case 'leave':
      return inside || is('manager');
    // S3, S33, S39, S40, S61, S69, F41.
    case 'add':
    case 'remove':
      return runs || is('administrator');
    // S72, S74, F42.
    case 'changeOwners':
      return is('administrator') || (is('owner') && (s.e === 'all' || (s.e === 'selected' && is('assigner'))));
    // S8, F40; there is a second owner here.
    case 'takeOwner':
    case 'changeManagers':
      return is('administrator', 'owner');
    // S60, S68, Q1.
    case 'edit':
    case 'delete':
      return is('administrator') || (is('owner') && isKindFree);
    // F45: whoever decides, names who decides in their place.
    case 'delegate':
      return runs;
    // S30, S43: to a group that one may know of.
    case 'grant':
      return is('resourceOwner', 'administrator') && mayKnow(who, s);
    // F11: anybody may put a group to somebody who could ask for it; where some are licensed, that one is not.
    case 'proposeToOther':
      return (
        s.a && s.licence === 'all' && mayKnow(who, s) && !runs && !is('administrator') && s.joinRule !== 'ownersOnly'
      );
    // F44: a member, of a group that nobody owns.
    case 'claim':
      return is('member');
    default:
      throw new Error(`The contract says nothing of ${deed}.`);
  }
}

/** Whether somebody may know of the group now, by the name that it has now (Q10, S28, S43). */
export function mayKnow(who: ReadonlySet<Standing>, s: Situation): boolean {
  if (s.group === 'deleted') return false;
  if (who.has('administrator')) return true;
  if (s.b) return false;
  return s.group !== 'hidden' || who.has('owner') || who.has('manager') || who.has('member');
}

/**
 * Whether somebody may read the group's present name somewhere: who may know of it; who stands in, on what they decide;
 * who granted it something, with the grant (S43, F45).
 */
export function mayRead(who: ReadonlySet<Standing>, s: Situation): boolean {
  const isConcerned = who.has('standIn') || who.has('resourceOwner');
  return mayKnow(who, s) || (isConcerned && !s.b && s.group !== 'deleted');
}

/** Whether somebody has to see this now: a request is shown to decide it, so only to who can (S51, S81). */
export function mustSee(sight: Sight, who: ReadonlySet<Standing>, s: Situation): boolean {
  if (!maySee(sight, who, s)) return false;
  if (sight === 'request') return who.has('requester') ? s.request === 'waiting' : mayDo('deny', who, s);
  return sight !== 'access' || (s.group !== 'deleted' && s.isGranted);
}

/** Whether somebody may see this now. */
export function maySee(sight: Sight, who: ReadonlySet<Standing>, s: Situation): boolean {
  const isAdministrator = who.has('administrator');
  const isOpen = !s.b || isAdministrator;
  switch (sight) {
    case 'name':
      return mayKnow(who, s);
    // F1: what is hidden is found by who runs it, and is in no list of others.
    case 'listing':
      return mayKnow(who, s) && (s.group !== 'hidden' || isAdministrator || who.has('owner') || who.has('manager'));
    // S37, S38, Q10.
    case 'members':
      return (
        isOpen &&
        s.group !== 'deleted' &&
        s.group !== 'refusedKind' &&
        (isAdministrator || who.has('owner') || who.has('manager'))
      );
    // F15, F16, F24: who asked and why is for those who decide; the requester has their own.
    case 'request':
      return (
        who.has('requester') ||
        isAdministrator ||
        (isOpen && (who.has('owner') || who.has('manager') || who.has('standIn')))
      );
    // S49, S41.
    case 'settings':
    case 'access':
      return isAdministrator;
  }
}
