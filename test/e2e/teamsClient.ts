import type { Frame, Locator } from 'playwright-core';

/** How long the client may take to show something, in milliseconds. */
const patienceMs = 15_000;

/** A message of the bot, with or without a card, in Playground 0.2.28. */
const messageSelector = '.fai-OutputCard';

/** Narrows down where to look. */
interface Where {
  /** Words of the message or card that is meant; the latest such message counts. */
  readonly inCardContaining?: string;
}

/** One person's Teams client, as that person uses it: they type, read and click. */
export class TeamsClient {
  readonly #frame: Frame;

  constructor(frame: Frame) {
    this.#frame = frame;
  }

  /** Waits until the client can be typed into. */
  async isReady(): Promise<void> {
    await this.#box.waitFor({ timeout: 4 * patienceMs });
  }

  /** Types a message and sends it. */
  async says(text: string): Promise<void> {
    await this.#box.click();
    await this.#box.pressSequentially(text);
    await this.#box.press('Enter');
    await this.#frame.getByText(text, { exact: true }).last().waitFor({ timeout: patienceMs });
  }

  /** Waits until the bot has said something with these words, in this order. */
  async sees(words: string): Promise<string> {
    return plain(await (await this.#message(words)).innerText());
  }

  /** Waits until no message has these words any more: a card that showed them was brought up to date. */
  async losesSightOf(words: string): Promise<void> {
    await this.#frame
      .waitForFunction(`!(${String(findLast)})(${JSON.stringify({ selector: messageSelector, words })})`, undefined, {
        timeout: patienceMs,
      })
      .catch((error: unknown) => {
        throw new Error(`"${words}" still stands there.`, { cause: error });
      });
  }

  /** Whether the bot has said something with these words, right now. */
  async hasSeen(words: string): Promise<boolean> {
    return (await this.#find(words)) >= 0;
  }

  /** Clicks a button of a card. */
  async clicks(title: string, where: Where = {}): Promise<void> {
    const message = await this.#message(where.inCardContaining ?? '');
    await message.getByRole('button', { name: title, exact: true }).last().click({ timeout: patienceMs });
  }

  /**
   * Puts the finger on a button, to be pressed later by the function given back: what is pressed then is this button,
   * never another one that has come to its place meanwhile.
   */
  async aimsAt(title: string, where: Where = {}): Promise<() => Promise<void>> {
    const message = await this.#message(where.inCardContaining ?? '');
    const button = await message
      .getByRole('button', { name: title, exact: true })
      .last()
      .elementHandle({ timeout: patienceMs });
    return async () => button?.dispatchEvent('click');
  }

  /** Whether a card offers a button. */
  async offers(title: string, where: Where = {}): Promise<boolean> {
    const message = await this.#message(where.inCardContaining ?? '');
    return (await message.getByRole('button', { name: title, exact: true }).count()) > 0;
  }

  /** Fills in a field of a card. */
  async fills(label: string, text: string, where: Where = {}): Promise<void> {
    const message = await this.#message(where.inCardContaining ?? '');
    await message.getByLabel(label).last().fill(text, { timeout: patienceMs });
  }

  /** Saves a picture of the latest message with these words. */
  async pictures(words: string, path: string): Promise<void> {
    await (await this.#message(words)).screenshot({ path });
  }

  get #box(): Locator {
    // Not just any text area: cards have some too.
    return this.#frame.locator('[contenteditable=true][role=textbox]');
  }

  async #message(words: string): Promise<Locator> {
    try {
      const found = await this.#frame.waitForFunction(
        findLast,
        { selector: messageSelector, words },
        { timeout: patienceMs },
      );
      return this.#frame.locator(messageSelector).nth((await found.jsonValue()) - 1);
    } catch (error) {
      const shown = await this.#frame.locator(messageSelector).allInnerTexts();
      throw new Error(`"${words}" was not seen. The bot said:\n${shown.map((text) => `- ${plain(text)}`).join('\n')}`, {
        cause: error,
      });
    }
  }

  async #find(words: string): Promise<number> {
    return (await this.#frame.evaluate(findLast, { selector: messageSelector, words })) - 1;
  }
}

/** Runs in the page: the place (from 1) of the last message with the words, or 0. */
function findLast({ selector, words }: { readonly selector: string; readonly words: string }): number {
  interface Shown {
    readonly innerText: string;
  }
  const page = globalThis as unknown as { readonly document: { querySelectorAll(selector: string): Iterable<Shown> } };
  // Invisible marks stand around names, so that names in other scripts do not turn the sentence around.
  const texts = [...page.document.querySelectorAll(selector)].map((message) =>
    message.innerText.replace(/[\u2066-\u2069]/g, '').replace(/\s+/g, ' '),
  );
  return texts.findLastIndex((text) => text.includes(words)) + 1;
}

function plain(text: string): string {
  return text
    .replace(/[\u2066-\u2069]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
