import type { Intent } from './intent.js';

const page = String.raw`(?:,? (?:page ?|p\. ?)(\d{1,4}))?`;
const show = String.raw`(?:(?:show|list|see|view|give|tell|display|open|get|check|what's|what is|what are|whats|where is|where are|where's|how is|how are)(?: me| us)? ?(?:all )?(?:of )?)?`;

const patterns: readonly [RegExp, (match: RegExpExecArray) => Intent][] = [
  [
    /^(?:help|help me|\?+|what can (?:you|i) do|what (?:do you do|are you|can i say|can i type|can i ask)|how (?:does this|do you|do i use (?:this|you)|do you) ?(?:work)?|commands|command list|menu|start|usage|instructions|who are you|hi|hello|hey|hiya|i need help|i'm lost|what now)(?: here| here)?$/i,
    () => ({ kind: 'showHelp' }),
  ],
  [
    new RegExp(`^${show}my (?:groups|memberships|teams)${page}$`, 'i'),
    (match) => ({ kind: 'listMyGroups', page: toPage(match[1]) }),
  ],
  [
    /^(?:what|which) (?:groups|teams) (?:am i (?:a member )?(?:in|of|on|part of)|do i (?:have|own|belong to)|are mine|have i (?:joined|got))$|^where am i (?:a )?(?:member|in)$|^what am i (?:in|(?:a )?member of)$|^(?:mygroups|memberships|groups (?:i am|i'm) in)$/i,
    () => ({ kind: 'listMyGroups', page: 1 }),
  ],
  [
    new RegExp(
      `^${show}(?:the status of )?my (?:(?:open|pending|own|waiting) )?(?:requests?|request status|status|applications?)${page}$`,
      'i',
    ),
    (match) => ({ kind: 'listMyRequests', page: toPage(match[1]) }),
  ],
  [
    /^(?:requests|myrequests|any news|what did i (?:ask|request)(?: for)?|what have i (?:asked|requested)(?: for)?|did (?:they|anybody|anyone|someone|the owners?) (?:answer|approve|decide|reply)(?: (?:on |about )?my requests?)?|(?:was|is|has) my request (?:approved|denied|decided|been approved|been decided|through|there)(?: yet)?|they (?:approved|denied) my request|my request was (?:approved|denied))$/i,
    () => ({ kind: 'listMyRequests', page: 1 }),
  ],
  [/^status$/i, () => ({ kind: 'showBotStatus', orMine: true })],
  [
    new RegExp(
      `^${show}(?:(?:my|the) )?(?:inbox|approvals?|pending approvals?|pending requests|to-?dos?|open approvals?|decisions)${page}$`,
      'i',
    ),
    (match) => ({ kind: 'showInbox', page: toPage(match[1]) }),
  ],
  [
    /^(?:what|who|anything|is anything|is anyone|is anybody|anyone|anybody)(?:'s| is)?(?: still)? (?:waits?|waiting)(?: (?:for|on) (?:me|us|my (?:decision|approval|answer)))?$|^(?:approve|accept|deny|reject|allow) (?:all|everything|everyone|everybody|them all|all of them|all (?:pending )?requests)\b.*$|^what (?:do i have to|should i|must i|can i) (?:approve|decide)$|^what needs my (?:approval|decision)$/i,
    () => ({ kind: 'showInbox', page: 1 }),
  ],
  [
    new RegExp(
      `^(?:(?:show|list|see|view|browse|display|find|search|look for)(?: me)? )?(?:(?:all|available|the|every|open|other) )*(?:groups|teams)(?: (?:list|there are|available|that exist|i can join|can i join|to join))?${page}$|^(?:which|what) (?:groups|teams) (?:are there|exist|do you have|can i join|could i join|are available)$|^(?:browse|directory|catalogue|catalog|list)$`,
      'i',
    ),
    (match) => ({ kind: 'browseGroups', words: '', page: toPage(match[1]) }),
  ],
  [
    new RegExp(
      `^(?:(?:show|list|find|search|see|view|browse)(?: me)?(?: for)? )?(?:all )?(?:groups|teams)(?: (?:about|for|with|named|called|like|matching|containing|on))? (.+?)${page}$`,
      'i',
    ),
    (match) => ({ kind: 'browseGroups', words: stripQuotes(match[1] ?? ''), page: toPage(match[2]) }),
  ],
  [
    new RegExp(
      `^(?:search for|search|find|look for|browse|look up)(?: (?:groups?|teams?)(?: about| for)?)? (.+?)(?: (?:groups|teams))?${page}$`,
      'i',
    ),
    (match) => ({ kind: 'browseGroups', words: stripQuotes(match[1] ?? ''), page: toPage(match[2]) }),
  ],
];

/** Understands what asks for a list or for help; nothing here changes anything. `plain` has plain quotes. */
export function parseLists(plain: string): Intent | undefined {
  for (const [pattern, build] of patterns) {
    const match = pattern.exec(plain);
    if (match) return build(match);
  }
  return undefined;
}

function toPage(digits: string | undefined): number {
  return Math.max(1, Number(digits ?? 1));
}

function stripQuotes(words: string): string {
  return words.replace(/^["']|["']$/g, '').trim();
}
