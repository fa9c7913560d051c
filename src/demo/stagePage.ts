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
  <div class="brand"><h1>Group Concierge</h1><p>Ask, decide, done. Three people, three Teams clients, one bot on this machine.</p></div>
  <ol class="tries">${stage.tries.map(toTry).join('')}</ol>
</header>
<main>${framed.map(toSeat).join('')}</main>
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

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** The clients draw cards 446 pixels wide whatever their window is: narrower panes are scaled to fit this width. */
const clientWidth = 608;

/** The client leaves so much room for the tool bar that the frame hides. */
const hiddenBarHeight = 0;

const style = `
* { box-sizing: border-box; }
body { margin: 0; min-height: 100vh; display: flex; flex-direction: column; font: 15px/1.45 "Segoe UI", system-ui, sans-serif; color: #242424; background: #f0f0f5; }
header { display: grid; grid-template-columns: minmax(15rem, 1fr) 3fr; gap: .5rem 2rem; align-items: center; padding: .8rem 1.2rem; color: #fff; background: #3d3e78; }
h1 { margin: 0; font-size: 1.3rem; }
.brand p { margin: .1rem 0 0; color: #d6d7f5; font-size: .86rem; }
.tries { display: grid; grid-template-columns: repeat(3, 1fr); gap: 1.4rem; margin: 0; padding: 0; list-style: none; counter-reset: step; font-size: .86rem; }
.tries li { position: relative; padding-left: 2.1rem; counter-increment: step; }
.tries li::before { content: counter(step); position: absolute; left: 0; top: .1rem; width: 1.5rem; height: 1.5rem; border-radius: 50%; background: #fff; color: #3d3e78; font-weight: 700; text-align: center; line-height: 1.5rem; }
.tries b { display: block; }
code { padding: .05em .35em; border-radius: 4px; font: .93em ui-monospace, Consolas, monospace; background: rgb(120 125 200 / 28%); }
main { flex: 1; display: grid; grid-template-columns: repeat(3, minmax(0, 1fr)); gap: .8rem; padding: .8rem; min-height: 34rem; }
.seat { display: flex; flex-direction: column; overflow: hidden; border: 1px solid #d8d8e4; border-radius: 10px; background: #fff; box-shadow: 0 1px 4px rgb(40 40 90 / 10%); }
h2 { display: flex; align-items: center; gap: .6rem; margin: 0; padding: .5rem .8rem; border-bottom: 1px solid #e6e6ef; font-size: 1rem; }
h2 small { color: #5c5c6b; font-weight: 400; }
.avatar { display: grid; place-items: center; width: 2rem; height: 2rem; border-radius: 50%; background: #e3e4fb; color: #3d3e78; font-size: .8rem; }
.pane { position: relative; flex: 1; min-height: 30rem; overflow: hidden; }
iframe { position: absolute; top: 0; left: 0; width: 100%; height: 100%; border: 0; transform-origin: 0 0; }
footer { display: flex; flex-wrap: wrap; gap: .3rem 2rem; justify-content: space-between; align-items: baseline; padding: 0 1.2rem .7rem; color: #5c5c6b; font-size: .86rem; }
footer p { margin: 0; }
nav { display: flex; flex-wrap: wrap; gap: .3rem 1.2rem; align-items: baseline; }
a { color: #3d3e78; font-weight: 600; }
a small { margin-left: .35em; color: #5c5c6b; font-weight: 400; }
@media (max-width: 1180px) { header, .tries { grid-template-columns: 1fr; gap: .6rem; } main { grid-template-columns: 1fr; } .pane { min-height: 44rem; } }
`;

const script = `
const fit = () => {
  for (const frame of document.querySelectorAll('iframe')) {
    const { clientWidth: width, clientHeight: height } = frame.parentElement;
    const scale = Math.min(1, width / ${clientWidth});
    frame.style.width = width / scale + 'px';
    frame.style.height = height / scale + ${hiddenBarHeight} + 'px';
    frame.style.transform = 'scale(' + scale + ')';
  }
};
addEventListener('resize', fit);
fit();
`;
