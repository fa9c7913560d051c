/** What the bot says about the conversation itself: where it answers, and when something goes wrong. */
export const enChannel = {
  answeredPrivately: "I've answered you in our personal chat.",
  openPersonalChat:
    'That is between you and me: please write to me in a personal chat. Search for "Group Concierge" in Teams and choose Chat.',
  stillWorking: 'This takes longer than usual. I am still on it and will write to you here when it is done.',
  /** The records could not be reached; it is not known whether the change was saved, but repeating it is safe. */
  recordsUnreachable: (reference: string) =>
    `I can't reach my records right now. Please try again in a minute; trying twice does no harm. If it goes on, give your administrator the reference ${reference}.`,
  /** A record that the turn needs does not fit its schema; the log names it beside the reference. */
  recordUnreadable: (reference: string) =>
    `What you ask for needs a record that I can't read, so I have left everything as it is. Trying again won't help; please give your administrator the reference ${reference}.`,
  somethingWrong: (reference: string) =>
    `Something went wrong on our side, and I can't say whether it was done. Type "my requests" or "my groups" to see how things stand, or try again; trying twice does no harm. If it goes on, give your administrator the reference ${reference}.`,
  unknownClick: 'This button is not one I know. Type "help" to see what you can do here.',
  notForMe: 'I can only talk with people of the organisations that I work for.',
} as const;
