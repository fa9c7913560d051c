/** Asks at most once at a time, whatever the number of callers; a check that fails, or is too slow, means no. */
export function watchReadiness(isReady: () => Promise<boolean>, patienceMs: number): () => Promise<boolean> {
  let running: Promise<boolean> | undefined;
  const ask = () => {
    // In a promise from the first step on, so that a check that throws at once is a "no" as well.
    running ??= Promise.resolve()
      .then(isReady)
      .catch(() => false)
      .finally(() => (running = undefined));
    return running;
  };
  return async () => {
    let timer: NodeJS.Timeout | undefined;
    const tooLate = new Promise<false>((resolve) => (timer = setTimeout(() => resolve(false), patienceMs)));
    try {
      return await Promise.race([ask(), tooLate]);
    } finally {
      clearTimeout(timer);
    }
  };
}
