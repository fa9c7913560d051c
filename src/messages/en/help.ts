import { isolate as n } from '../escape.js';

/** Help and welcome in English. Each line is what to type, and what it does. */
export const enHelp = {
  summary: 'What I can do for you',
  heading: 'What I can do for you',
  intro: 'Type it in your own words, or use the buttons.',
  sections: {
    requester: {
      title: 'Getting into groups',
      lines: [
        {
          text: 'join Marketing because I run the spring campaign',
          what: 'asks for you, or lets you in at once if the group is open',
        },
        { text: 'join Marketing for 30 days', what: 'the same, with an end; “until 31 December” works too' },
        { text: 'I need access to Salesforce', what: 'finds the groups that open it' },
        { text: 'groups design', what: 'lists groups; without a word, all of them' },
        { text: 'group Marketing', what: 'what it is, who owns it and how to get in' },
      ],
    },
    mine: {
      title: 'Keeping track',
      lines: [
        { text: 'my requests', what: 'what you asked for and what became of it' },
        { text: 'withdraw', what: 'takes back a request that is still waiting' },
        { text: 'my groups', what: 'the groups you are in or own' },
        { text: 'leave Marketing', what: 'shows first what you would lose' },
        { text: 'why Salesforce', what: 'how you have access to something, or how to get it' },
        { text: 'explain join Marketing', what: 'each rule, and what it says for you' },
        { text: 'create security group Finance Reviewers', what: 'a group of your own' },
      ],
    },
    owner: {
      title: 'Deciding, as an owner',
      lines: [
        { text: 'inbox', what: 'the requests that wait for you' },
        { text: 'approve REQ-…', what: 'lets the person in; add “for 30 days” for a shorter time' },
        { text: 'deny REQ-… because …', what: 'says no, with the reason that the person will read' },
        { text: 'manage Marketing', what: 'how people get in, what it is called, and how to delete it' },
        { text: 'members Marketing', what: 'who is in; “add …” and “remove …” change it' },
        { text: 'add Bo Berg to Marketing until 31 December', what: 'lets somebody in; several names work, too' },
        {
          text: 'make Bo Berg membership manager of Marketing',
          what: 'somebody who decides with you; “owner” works, too',
        },
        { text: 'delegate to Bo Berg until Friday', what: 'a stand-in while you are away' },
        { text: 'history Marketing', what: 'what happened, and who did it' },
      ],
    },
    admin: {
      title: 'Setting the rules, as an administrator',
      lines: [
        { text: 'settings', what: 'every setting, and who changed it' },
        { text: 'set longest membership 180', what: 'changes one, after a preview' },
        { text: 'admins', what: 'who administers; “admins add …” names another one' },
        { text: 'resources', what: 'what groups open; “add resource Salesforce” adds one' },
        { text: 'grant Salesforce to Marketing', what: 'lets a group open something; “ungrant” takes it back' },
        { text: 'who has Salesforce', what: 'everybody with access, and how' },
        { text: 'block Bo Berg from Salesforce because …', what: 'takes access away, whatever group gave it' },
        { text: 'import members into Marketing: …', what: 'adds a pasted list, after a preview' },
        { text: 'enrol groups: …', what: 'brings groups from elsewhere under self-service, after a preview' },
        { text: 'ownerless', what: 'groups that nobody owns' },
        { text: 'audit verify', what: 'checks that the history is whole; “export audit as csv” saves it' },
      ],
    },
  },
  privacy: 'What you and your groups are asked about stays in this chat; I never post it in a channel.',
  welcome: {
    summary: 'Hello! I help you get into groups.',
    heading: (name: string | undefined) => (name ? `Hello, ${n(name)}` : 'Hello'),
    text: 'I help you get into the groups you need, and I ask their owners for you. Three things to try:',
    tries: [
      { text: 'groups', what: 'see which groups there are and how to get in' },
      { text: 'join Marketing because …', what: 'ask for a group by its name' },
      { text: 'I need access to Salesforce', what: 'find the group that opens something' },
    ],
    waiting: (count: number) =>
      count === 1 ? 'One request waits for your decision.' : `${count} requests wait for your decision.`,
  },
};
