/** What the bot says about the conversation itself: where it answers, and when something goes wrong. */
export const channel = {
  'channel.answeredPrivately': 'I’ve answered you in our personal chat.',
  // The personal chat cannot be reached: what happened, without a word that is private.
  'channel.unreached.shown':
    'That is between you and me: please write to me in a personal chat. Search for “Group Concierge” in Teams and choose Chat.',
  'channel.unreached.requested':
    'What you asked for waits for an answer. I can’t reach you in a personal chat yet: search for “Group Concierge” in Teams, choose Chat, and type “my requests” to follow it.',
  'channel.unreached.done':
    'That is done. I can’t reach you in a personal chat yet: search for “Group Concierge” in Teams and choose Chat, where you can type “my groups” or “my requests” to see how things stand.',
  'channel.unreached.asked':
    'I’ve changed nothing yet, because I have to ask you something first, between you and me. Search for “Group Concierge” in Teams, choose Chat, and say it once more there.',
  'channel.unreached.refused':
    'I’ve changed nothing. Why is between you and me: find “Group Concierge” in Teams, choose Chat, and ask there.',
  'channel.stillWorking': 'This takes longer than usual. I am still on it and will write to you here when it is done.',
  'channel.tooBusy':
    'More people want something of me right now than I can serve, so I have done nothing about this. Please try again in a minute.',
  // The records could not be reached; it is not known whether the change was saved, but repeating it is safe.
  'channel.recordsUnreachable':
    'I can’t reach my records right now. Please try again in a minute; trying twice does no harm. If it goes on, give your administrator the reference {reference}.',
  // A record that the turn needs does not fit its schema; the log names it beside the reference.
  'channel.recordUnreadable':
    'What you ask for needs a record that I can’t read, so I have left everything as it is. Trying again won’t help; please give your administrator the reference {reference}.',
  'channel.somethingWrong':
    'Something went wrong on our side, and I can’t say whether it was done. Type “my requests” or “my groups” to see how things stand, or try again; trying twice does no harm. If it goes on, give your administrator the reference {reference}.',
  'channel.clickedBefore': 'I have this click already. Type “my requests” or “my groups” to see how things stand.',
  'channel.edited':
    'You changed a message that you sent before. I went by your first version and did nothing about the change. Please send what you want as a new message.',
  'channel.notForMe': 'I can only talk with people of the organisations that I work for.',

  // Clicks that cannot be read.
  'channel.click.unknown': 'This button is not one I know. Type “help” to see what you can do here.',
  'channel.click.tooOld': 'This card is too old to be used. Please type what you want, or “help” to see how.',
  'channel.click.incomplete': 'This card is not complete. Please type what you want, or “help” to see how.',
  'channel.click.noRequest':
    'This card names no request that I could look up. Type “my requests” or “inbox” to get a fresh one.',
  'channel.click.noGroup': 'This card names no group that I could look up. Type “groups” to get a fresh one.',
  'channel.click.pickGroup': 'Please pick a group first.',
  'channel.click.tooLong': 'Please keep it under {most, number} characters.',
  'channel.click.reasonTooLong': 'Please keep the reason under {most, number} characters.',
  'channel.click.chooseLength': 'Please choose how long from the list.',
  'channel.click.chooseDay': 'Please choose the last day, too.',
  'channel.click.chooseLicence': 'Please choose the licence.',
  'channel.click.chooseKind': 'Please choose the kind of group.',
} as const;
