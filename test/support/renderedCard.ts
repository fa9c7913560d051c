/** A button as a reader of the card meets it. */
export interface CardButton {
  readonly title: string;
  readonly type: string;
  readonly verb: string | undefined;
  readonly data: Readonly<Record<string, unknown>>;
  readonly url: string | undefined;
  readonly style: string | undefined;
  /** Ids of the inputs that a click sends along (and checks): those of the button's own card and of the cards around it. */
  readonly inputs: readonly string[];
}

/** An input as a reader of the card meets it. */
export interface CardInput {
  readonly id: string;
  readonly type: string;
  readonly label: string | undefined;
  readonly value: unknown;
  readonly choices: readonly { readonly title: string; readonly value: string }[];
  readonly required: boolean;
}

/** A card to ask questions of; it reads what a client shows, not where it stands in the JSON. */
export interface RenderedCard {
  /** All visible text, in reading order, with buttons, labels and choices. */
  text(): string;
  heading(): string;
  facts(): Readonly<Record<string, string>>;
  /** Titles of all buttons, also of those inside "…" sections. */
  buttons(): readonly string[];
  allButtons(): readonly CardButton[];
  /** The one button of this title; throws when there is none, or more than one and no `nth` (from 0) is given. */
  button(title: string, nth?: number): CardButton;
  inputs(): readonly CardInput[];
  input(id: string): CardInput;
}

type Json = Readonly<Record<string, unknown>>;

interface Collected {
  readonly texts: string[];
  readonly facts: Record<string, string>;
  readonly buttons: CardButton[];
  readonly inputs: CardInput[];
  heading: string;
}

/** Reads an Adaptive Card. */
export function readCard(card: object): RenderedCard {
  const found: Collected = { texts: [], facts: {}, buttons: [], inputs: [], heading: '' };
  walkCard(card as Json, [], found);
  return {
    text: () => found.texts.join('\n'),
    heading: () => found.heading,
    facts: () => found.facts,
    buttons: () => found.buttons.map(({ title }) => title),
    allButtons: () => found.buttons,
    button: (title, nth) => pickButton(found.buttons, title, nth),
    inputs: () => found.inputs,
    input(id) {
      const input = found.inputs.find((candidate) => candidate.id === id);
      if (!input)
        throw new Error(`No input "${id}"; there are: ${found.inputs.map((candidate) => candidate.id).join(', ')}`);
      return input;
    },
  };
}

function pickButton(buttons: readonly CardButton[], title: string, nth: number | undefined): CardButton {
  const matching = buttons.filter((button) => button.title === title);
  const [first, second] = matching;
  if (!first) throw new Error(`No button "${title}"; there are: ${buttons.map((button) => button.title).join(', ')}`);
  if (nth === undefined && second) throw new Error(`${matching.length} buttons are called "${title}": say which (nth)`);
  const button = nth === undefined ? first : matching[nth];
  if (!button) throw new Error(`Only ${matching.length} buttons are called "${title}"`);
  return button;
}

function listOf(value: unknown): readonly Json[] {
  return Array.isArray(value) ? (value as Json[]) : [];
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function walkCard(card: Json, outerInputs: readonly string[], found: Collected): void {
  const before = found.inputs.length;
  const body = listOf(card['body']);
  // Buttons inside the body send every input of the card, so these have to be known first.
  const own = [...outerInputs, ...inputIds(body)];
  for (const element of body) walkElement(element, own, found);
  if (found.inputs.length - before !== own.length - outerInputs.length)
    throw new Error('An input stands where no client would find it');
  for (const action of listOf(card['actions'])) walkAction(action, own, found);
}

function childrenOf(element: Json): readonly Json[] {
  return [...listOf(element['items']), ...listOf(element['columns'])];
}

function inputIds(elements: readonly Json[]): string[] {
  return elements.flatMap((element) => [
    ...(textOf(element['type'])?.startsWith('Input.') ? [String(element['id'])] : []),
    ...inputIds(childrenOf(element)),
  ]);
}

function walkElement(element: Json, inputs: readonly string[], found: Collected): void {
  const type = textOf(element['type']) ?? '';
  if (type === 'TextBlock') {
    const text = textOf(element['text']) ?? '';
    found.texts.push(text);
    if (element['style'] === 'heading' && !found.heading) found.heading = text;
  }
  if (type === 'RichTextBlock')
    found.texts.push(
      listOf(element['inlines'])
        .map((run) => (typeof run === 'string' ? run : (textOf(run['text']) ?? '')))
        .join(''),
    );
  for (const { title, value } of listOf(element['facts'])) {
    found.facts[String(title)] = String(value);
    found.texts.push(`${String(title)}: ${String(value)}`);
  }
  if (type.startsWith('Input.')) walkInput(element, type, found);
  for (const child of childrenOf(element)) walkElement(child, inputs, found);
  for (const action of listOf(element['actions'])) walkAction(action, inputs, found);
}

function walkInput(element: Json, type: string, found: Collected): void {
  const choices = listOf(element['choices']).map(({ title, value }) => ({
    title: String(title),
    value: String(value),
  }));
  const label = textOf(element['label']);
  found.inputs.push({
    id: String(element['id']),
    type,
    label,
    value: element['value'],
    choices,
    required: element['isRequired'] === true,
  });
  found.texts.push(...[label, ...choices.map(({ title }) => title)].filter((text) => text !== undefined));
}

function walkAction(action: Json, inputs: readonly string[], found: Collected): void {
  const title = textOf(action['title']) ?? '';
  found.texts.push(title);
  found.buttons.push({
    title,
    type: textOf(action['type']) ?? '',
    verb: textOf(action['verb']),
    data: (action['data'] as Json | undefined) ?? {},
    url: textOf(action['url']),
    style: textOf(action['style']),
    inputs: action['associatedInputs'] === 'none' ? [] : inputs,
  });
  const inner = action['card'];
  if (typeof inner === 'object' && inner !== null) walkCard(inner as Json, inputs, found);
}
