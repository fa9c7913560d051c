import type { ChoiceVerb } from '../../domain/question.js';

/** The verbs of those who run groups and the organisation. */
export type AdminVerb =
  | ChoiceVerb
  | 'showSettings'
  | 'answerProposal'
  | 'setUp'
  | 'listAdmins'
  | 'showDirectory'
  | 'showBotStatus'
  | 'createGroup'
  | 'enrolGroups'
  | 'enrolAll'
  | 'saveGroup'
  | 'listOwnerless'
  | 'answerClaim'
  | 'listResources'
  | 'endDelegations';
