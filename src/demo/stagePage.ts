import { escapeHtml } from './escapeHtml.js';
import { script, style } from './stageLook.js';

/** One person on the page. */
export interface StagePerson {
  readonly name: string;
  /** Who they are in this story, such as "owner of Marketing". */
  readonly role: string;
  /** The client in a window of its own. */
  readonly url: string;
  /** The client for a frame; absent for people who only have a link. */
  readonly frameUrl?: string;
}

/** What the page shows. */
export interface Stage {
  readonly people: readonly StagePerson[];
  readonly tries: readonly { readonly title: string; readonly steps: readonly string[] }[];
}

/** The whole page, without anything from elsewhere. Texts in `backticks` are things to type. */
export function stagePage(stage: Stage): string {
  const framed = stage.people.filter((person) => person.frameUrl !== undefined);
  const links = stage.people.map(
    (person) =>
      `<a href="${escapeHtml(person.url)}" target="_blank" rel="noopener">${escapeHtml(person.name)}<small>${escapeHtml(person.role)}</small></a>`,
  );
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Group Concierge – try it</title>
<style>${style}</style>
</head>
<body>
<header>
  <div class="brand"><h1>Group Concierge</h1><p>Ask, decide, done. Three people, three Teams clients, one bot and its directory, all on this machine.</p></div>
  <ol class="tries">${stage.tries.map(toTry).join('')}</ol>
</header>
<main>${framed.map(toSeat).join('')}${entraSection}</main>
<footer><nav aria-label="Each client in a window of its own"><span>In a window of their own:</span>${links.join('')}</nav><p>A window that is loaded again starts empty, and the bot says hello once more; nothing is lost: type <code>inbox</code> or <code>my requests</code>.</p></footer>
<script>${script}</script>
</body>
</html>
`;
}

function toTry({ title, steps }: Stage['tries'][number]): string {
  return `<li><b>${escapeHtml(title)}</b> ${steps.map((step) => escapeHtml(step).replace(/`([^`]+)`/g, '<code>$1</code>')).join(' ')}</li>`;
}

function toSeat(person: StagePerson): string {
  const initials = person.name
    .split(' ')
    .map((part) => part.charAt(0))
    .join('');
  const name = escapeHtml(person.name);
  return `<section class="seat"><h2><span class="avatar" aria-hidden="true">${escapeHtml(initials)}</span>${name}<small>${escapeHtml(person.role)}</small></h2><div class="pane"><iframe title="${name}, ${escapeHtml(person.role)}" src="${escapeHtml(person.frameUrl ?? '')}"></iframe></div></section>`;
}

/** The directory past the bot; the page fills it and keeps it as it is. */
const entraSection = `<section class="seat entra" aria-label="Microsoft Entra (simulated)"><h2>Microsoft Entra<small>(simulated)</small></h2><p class="hint">Who is in which group, as the directory has it. <b>×</b> takes somebody out past the bot.</p><div class="pane"><div class="groups" tabindex="0"></div></div></section>`;
