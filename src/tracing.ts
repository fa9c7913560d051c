import {
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  context,
  isSpanContextValid,
  trace,
  type Attributes,
  type Span,
  type SpanContext,
} from '@opentelemetry/api';
import type { Origin } from './domain/effect.js';
import { given } from './domain/given.js';
import { productVersion } from './project.js';

/** Says how a call ended; a problem in a word, none where it went well. */
export type EndCall = (problem?: string) => void;

/**
 * Spans by the API of OpenTelemetry alone: without an SDK, which whoever runs the bot registers, all of this does
 * nothing. Attributes hold kinds and references only, never a person, a group or a text.
 */
export interface Tracing {
  /** Runs what came in at the door; everything that it leads to, in whichever process, has its trace. */
  turn<T>(reference: string, run: () => Promise<T>): Promise<T>;
  /** What the effects of the running turn keep of it. */
  origin(reference: string): Origin;
  /** Says more of what is running. */
  describe(attributes: Attributes): void;
  /** Runs one try of an effect, in the trace of the turn that it comes from. */
  effect<T>(effect: { readonly kind: string; readonly origin?: Origin }, run: () => Promise<T>): Promise<T>;
  /** A call to the store, the channel or the directory, within whatever is running. */
  call(name: string, attributes: Attributes): EndCall;
}

/** The tracing of this product; the provider is asked for each time, because an SDK may register at any moment. */
export function createTracing(): Tracing {
  const tracer = () => trace.getTracer('group-concierge', productVersion);
  return {
    turn: (reference, run) =>
      tracer().startActiveSpan(
        'turn',
        { kind: SpanKind.SERVER, attributes: { 'concierge.reference': reference } },
        (span) => ending(span, run),
      ),
    origin(reference) {
      const running = trace.getActiveSpan()?.spanContext();
      return { reference, ...(running && isSpanContextValid(running) ? { trace: toTraceparent(running) } : {}) };
    },
    describe: (attributes) => void trace.getActiveSpan()?.setAttributes(attributes),
    effect({ kind, origin }, run) {
      const attributes = { 'concierge.effect': kind, ...given({ 'concierge.reference': origin?.reference }) };
      const span = tracer().startSpan(`effect.${kind}`, { kind: SpanKind.CONSUMER, attributes }, contextOf(origin));
      return context.with(trace.setSpan(context.active(), span), () => ending(span, run));
    },
    call(name, attributes) {
      const span = tracer().startSpan(name, { kind: SpanKind.CLIENT, attributes });
      return (problem) => {
        if (problem !== undefined) span.setStatus({ code: SpanStatusCode.ERROR, message: problem });
        span.end();
      };
    },
  };
}

async function ending<T>(span: Span, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    // The kind alone: what an error says may hold what people wrote.
    span.setStatus({ code: SpanStatusCode.ERROR, message: error instanceof Error ? error.name : 'error' });
    throw error;
  } finally {
    span.end();
  }
}

function toTraceparent({ traceId, spanId, traceFlags }: SpanContext): string {
  return `00-${traceId}-${spanId}-${traceFlags.toString(16).padStart(2, '0')}`;
}

/** Where an effect continues: it may be carried out months later, by another process. */
function contextOf(origin: Origin | undefined) {
  const [, traceId, spanId, flags] = /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/.exec(origin?.trace ?? '') ?? [];
  if (traceId === undefined || spanId === undefined || flags === undefined) return ROOT_CONTEXT;
  return trace.setSpanContext(ROOT_CONTEXT, { traceId, spanId, traceFlags: parseInt(flags, 16), isRemote: true });
}
