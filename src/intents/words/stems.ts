const irregular: Readonly<Record<string, string>> = {
  gave: 'give',
  given: 'give',
  left: 'leave',
  took: 'take',
  taken: 'take',
  made: 'make',
  went: 'go',
  gone: 'go',
  got: 'get',
  gotten: 'get',
  was: 'be',
  were: 'be',
  been: 'be',
  is: 'be',
  are: 'be',
  am: 'be',
  had: 'have',
  has: 'have',
  held: 'hold',
  kept: 'keep',
  threw: 'throw',
  thrown: 'throw',
  began: 'begin',
  brought: 'bring',
  withdrew: 'withdraw',
  withdrawn: 'withdraw',
  forgot: 'forget',
  chose: 'choose',
  chosen: 'choose',
  let: 'let',
  put: 'put',
  set: 'set',
  cut: 'cut',
  saw: 'see',
  seen: 'see',
  told: 'tell',
  said: 'say',
  stood: 'stand',
  hid: 'hide',
  hidden: 'hide',
  found: 'find',
  ran: 'run',
  did: 'do',
  done: 'do',
  ought: 'ought',
  knew: 'know',
  known: 'know',
  sent: 'send',
  denied: 'deny',
  denies: 'deny',
  denie: 'deny',
  applied: 'apply',
  copied: 'copy',
  copies: 'copy',
  modified: 'modify',
  tidied: 'tidy',
  shown: 'show',
  built: 'build',
  shut: 'shut',
  struck: 'strike',
  stricken: 'strike',
  lent: 'lend',
  undid: 'undo',
  undone: 'undo',
};

/** What a word may be a form of, without the word itself. */
export function stemsOf(key: string): string[] {
  const stems: string[] = [];
  const own = irregular[key];
  if (own !== undefined) stems.push(own);
  const cut = (ending: string, ...put: string[]): void => {
    if (!key.endsWith(ending) || key.length < ending.length + 2) return;
    const stem = key.slice(0, -ending.length);
    stems.push(...put.map((tail) => stem + tail));
    if (/([bdglmnprt])\1$/.test(stem)) stems.push(stem.slice(0, -1));
  };
  cut('s', '');
  cut('es', '');
  cut('ies', 'y');
  cut('ed', '', 'e');
  cut('ied', 'y');
  cut('ing', '', 'e');
  return stems;
}

/** Whether a word is a verb's past form ("added", "took"). */
export function isPast(key: string): boolean {
  return (
    (/[^e]ed$/.test(key) && key.length > 4) ||
    (irregular[key] !== undefined &&
      !/^(?:is|are|am|has|let|put|set|cut|shut|denies|copies|denie|ought|given|taken|been|done|gone|known|found)$/.test(
        key,
      ))
  );
}
