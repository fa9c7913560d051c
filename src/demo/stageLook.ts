/** The clients draw cards 446 pixels wide whatever their window is: narrower panes are scaled to fit this width. */
const clientWidth = 608;

/** The client leaves so much room for the tool bar that the frame hides. */
const hiddenBarHeight = 0;

/** How often the page looks what has changed in the directory, in milliseconds. */
const followMs = 700;

/** How the page looks. */
export const style = `
* { box-sizing: border-box; }
body { margin: 0; min-height: 100vh; display: flex; flex-direction: column; font: 15px/1.45 "Segoe UI", system-ui, sans-serif; color: #242424; background: #f0f0f5; }
header { display: grid; grid-template-columns: minmax(15rem, 1fr) 3fr; gap: .5rem 2rem; align-items: center; padding: .8rem 1.2rem; color: #fff; background: #3d3e78; }
h1 { margin: 0; font-size: 1.3rem; }
.brand p { margin: .1rem 0 0; color: #d6d7f5; font-size: .86rem; }
.tries { display: grid; grid-template-columns: repeat(4, 1fr); gap: 1.4rem; margin: 0; padding: 0; list-style: none; counter-reset: step; font-size: .86rem; }
.tries li { position: relative; padding-left: 2.1rem; counter-increment: step; }
.tries li::before { content: counter(step); position: absolute; left: 0; top: .1rem; width: 1.5rem; height: 1.5rem; border-radius: 50%; background: #fff; color: #3d3e78; font-weight: 700; text-align: center; line-height: 1.5rem; }
.tries b { display: block; }
code { padding: .05em .35em; border-radius: 4px; font: .93em ui-monospace, Consolas, monospace; background: rgb(120 125 200 / 28%); }
main { flex: 1; display: grid; grid-template-columns: repeat(3, minmax(0, 1fr)) 17rem; gap: .8rem; padding: .8rem; min-height: 34rem; }
.seat { display: flex; flex-direction: column; overflow: hidden; border: 1px solid #d8d8e4; border-radius: 10px; background: #fff; box-shadow: 0 1px 4px rgb(40 40 90 / 10%); }
h2 { display: flex; align-items: center; gap: .6rem; margin: 0; padding: .5rem .8rem; border-bottom: 1px solid #e6e6ef; font-size: 1rem; }
h2 small { color: #5c5c6b; font-weight: 400; }
.avatar { display: grid; place-items: center; width: 2rem; height: 2rem; border-radius: 50%; background: #e3e4fb; color: #3d3e78; font-size: .8rem; }
.pane { position: relative; flex: 1; min-height: 30rem; overflow: hidden; }
h2 small { margin-left: -.2rem; }
.entra h2 { min-height: 3.05rem; }
.hint { margin: 0; padding: .5rem .8rem; border-bottom: 1px solid #e6e6ef; color: #5c5c6b; font-size: .82rem; }
.groups { position: absolute; inset: 0; overflow-y: auto; padding: .2rem .8rem .8rem; }
article { padding: .5rem 0 .1rem; }
h3 { margin: 0 0 .25rem; font-size: .88rem; }
h3 small { margin-left: .4em; color: #5c5c6b; font-weight: 400; }
article p { margin: 0; color: #767684; font-size: .82rem; }
article ul { display: flex; flex-wrap: wrap; gap: .3rem; margin: 0; padding: 0; list-style: none; }
article li { display: flex; align-items: center; padding-left: .55rem; border-radius: 1rem; background: #eeeef6; font-size: .82rem; }
article li.new { animation: arrive 8s; }
@keyframes arrive { from { background: #8fd19e; } }
article button { padding: .05rem .5rem .15rem .35rem; border: 0; border-radius: 1rem; background: none; color: #767684; font: inherit; cursor: pointer; }
article button:hover, article button:focus-visible { color: #a4262c; }
iframe { position: absolute; top: 0; left: 0; width: 100%; height: 100%; border: 0; transform-origin: 0 0; }
footer { display: flex; flex-wrap: wrap; gap: .3rem 2rem; justify-content: space-between; align-items: baseline; padding: 0 1.2rem .7rem; color: #5c5c6b; font-size: .86rem; }
footer p { margin: 0; }
nav { display: flex; flex-wrap: wrap; gap: .3rem 1.2rem; align-items: baseline; }
a { color: #3d3e78; font-weight: 600; }
a small { margin-left: .35em; color: #5c5c6b; font-weight: 400; }
@media (max-width: 1700px) { main { grid-template-columns: repeat(3, minmax(0, 1fr)); grid-template-rows: minmax(32rem, 1fr) auto; } .entra { grid-column: 1 / -1; } .entra .pane { min-height: 11rem; } .groups { display: grid; grid-template-columns: repeat(auto-fill, minmax(15rem, 1fr)); column-gap: 1rem; align-content: start; } }
@media (max-width: 1180px) { header, .tries { grid-template-columns: 1fr; gap: .6rem; } main { grid-template-columns: 1fr; grid-template-rows: none; } .pane { min-height: 44rem; } .entra .pane { min-height: 30rem; } }
`;

/** What the page does by itself: it fits the clients into their panes, and follows the directory. */
export const script = `
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

const groups = document.querySelector('.groups');
const keyOf = (chip) => chip.dataset.group + chip.dataset.person;
let shown;
const follow = async () => {
  const answer = await fetch('/entra').catch(() => undefined);
  const html = answer?.ok ? await answer.text() : shown;
  if (html === shown) return;
  const before = new Set([...groups.querySelectorAll('li')].map(keyOf));
  groups.innerHTML = html;
  const isFirst = shown === undefined;
  shown = html;
  for (const chip of isFirst ? [] : groups.querySelectorAll('li')) {
    if (before.has(keyOf(chip))) continue;
    chip.classList.add('new');
    groups.scrollTop = chip.closest('article').offsetTop;
  }
};
groups.addEventListener('click', async ({ target }) => {
  const chip = target.closest('button')?.parentElement;
  if (!chip) return;
  const { group, person } = chip.dataset;
  const headers = { 'content-type': 'application/json' };
  await fetch('/entra/remove', { method: 'POST', headers, body: JSON.stringify({ group, person }) });
  await follow();
});
void follow();
setInterval(() => void follow(), ${followMs});
`;
