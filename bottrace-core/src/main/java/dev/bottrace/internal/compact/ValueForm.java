package dev.bottrace.internal.compact;

import dev.bottrace.trace.CapturedValue;
import dev.bottrace.trace.CapturedValue.Entry;
import dev.bottrace.trace.CapturedValue.Holder;
import dev.bottrace.trace.CapturedValue.Instance;
import dev.bottrace.trace.CapturedValue.Mapping;
import dev.bottrace.trace.CapturedValue.NotCaptured;
import dev.bottrace.trace.CapturedValue.Plain;
import dev.bottrace.trace.CapturedValue.Reference;
import dev.bottrace.trace.CapturedValue.Sequence;
import dev.bottrace.trace.CapturedValue.Text;
import dev.bottrace.trace.CapturedValue.Thrown;
import dev.bottrace.trace.CapturedVariable;
import dev.bottrace.trace.NotCapturedReason;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tree of a captured value: a number for its kind, then its parts in their order. */
final class ValueForm {
  private static final int ABSENT = 0;
  private static final int PLAIN = 1;
  private static final int TEXT = 2;
  private static final int INSTANCE = 3;
  private static final int SEQUENCE = 4;
  private static final int MAPPING = 5;
  private static final int ENTRY = 6;
  private static final int HOLDER = 7;
  private static final int THROWN = 8;
  private static final int REFERENCE = 9;
  private static final int NOT_CAPTURED = 10;

  /** By their numbers, from 1; 0 is none. */
  private static final List<NotCapturedReason> REASONS =
      List.of(
          NotCapturedReason.DEPTH,
          NotCapturedReason.FIELD_COUNT,
          NotCapturedReason.SIZE,
          NotCapturedReason.REDACTED,
          NotCapturedReason.BUDGET,
          NotCapturedReason.NOT_READABLE,
          NotCapturedReason.CHANGED_WHILE_READ);

  private ValueForm() {}

  static void write(CapturedVariable variable, BodyWriter out, int level) throws IOException {
    out.text(variable.name());
    write(variable.value(), out, level);
  }

  /**
   * Writes a value.
   *
   * @param level how deep it is inside others, from 0
   */
  static void write(@Nullable CapturedValue value, BodyWriter out, int level) throws IOException {
    if (level == Aside.MOST_NESTED) {
      throw new IOException("values are nested more than " + level + " levels deep");
    }
    if (value == null) {
      out.number(ABSENT);
    } else if (value instanceof Plain plain) {
      out.number(PLAIN).text(plain.text());
    } else if (value instanceof Text text) {
      out.number(TEXT).text(text.characters()).number(text.length());
    } else if (value instanceof Reference reference) {
      out.number(REFERENCE).number(reference.number());
    } else if (value instanceof NotCaptured missing) {
      out.number(NOT_CAPTURED).number(number(missing.reason())).text(missing.detail());
    } else {
      writeComposite(value, out, level + 1);
    }
  }

  private static void writeComposite(CapturedValue value, BodyWriter out, int inner)
      throws IOException {
    if (value instanceof Instance instance) {
      out.number(INSTANCE).text(instance.type()).flag(instance.isRecord());
      out.list(instance.fields(), field -> write(field, out, inner));
      out.number(instance.omitted()).number(number(instance.cut()));
    } else if (value instanceof Sequence sequence) {
      out.number(SEQUENCE).text(sequence.type()).number(sequence.size());
      out.list(sequence.elements(), element -> write(element, out, inner));
      out.number(number(sequence.cut()));
    } else if (value instanceof Mapping mapping) {
      out.number(MAPPING).text(mapping.type()).number(mapping.size());
      out.list(mapping.entries(), entry -> write(entry, out, inner));
      out.number(number(mapping.cut()));
    } else if (value instanceof Entry entry) {
      out.number(ENTRY);
      write(entry.key(), out, inner);
      write(entry.value(), out, inner);
    } else if (value instanceof Holder holder) {
      out.number(HOLDER).text(holder.type());
      write(holder.content(), out, inner);
    } else if (value instanceof Thrown thrown) {
      out.number(THROWN).text(thrown.type());
      write(thrown.message(), out, inner);
    }
  }

  private static int number(@Nullable NotCapturedReason reason) {
    return reason == null ? 0 : 1 + REASONS.indexOf(reason);
  }

  static CapturedVariable readVariable(BodyReader in) throws MalformedTraceException {
    return new CapturedVariable(in.text(), read(in));
  }

  static CapturedValue read(BodyReader in) throws MalformedTraceException {
    CapturedValue value = readOrNull(in);
    if (value == null) {
      throw new MalformedTraceException("a value is missing");
    }
    return value;
  }

  static @Nullable CapturedValue readOrNull(BodyReader in) throws MalformedTraceException {
    int kind = in.number();
    return switch (kind) {
      case ABSENT -> null;
      case PLAIN -> new Plain(in.text());
      case TEXT -> new Text(in.text(), in.number());
      case REFERENCE -> new Reference(in.number());
      case NOT_CAPTURED -> notCaptured(in);
      default -> in.nested(() -> composite(kind, in));
    };
  }

  private static CapturedValue composite(int kind, BodyReader in) throws MalformedTraceException {
    return switch (kind) {
      case INSTANCE ->
          new Instance(
              in.text(), in.flag(), in.list(() -> readVariable(in)), in.number(), reason(in));
      case SEQUENCE -> new Sequence(in.text(), in.number(), in.list(() -> read(in)), reason(in));
      case MAPPING -> new Mapping(in.text(), in.number(), in.list(() -> entry(in)), reason(in));
      case ENTRY -> new Entry(read(in), read(in));
      case HOLDER -> new Holder(in.text(), readOrNull(in));
      case THROWN -> new Thrown(in.text(), readOrNull(in));
      default -> throw new MalformedTraceException("a value is of an unknown kind");
    };
  }

  private static Entry entry(BodyReader in) throws MalformedTraceException {
    if (read(in) instanceof Entry entry) {
      return entry;
    }
    throw new MalformedTraceException("a map holds what is no entry");
  }

  private static NotCaptured notCaptured(BodyReader in) throws MalformedTraceException {
    NotCapturedReason reason = reason(in);
    if (reason == null) {
      throw new MalformedTraceException("a value is missing without a reason");
    }
    return new NotCaptured(reason, in.text());
  }

  private static @Nullable NotCapturedReason reason(BodyReader in) throws MalformedTraceException {
    int number = in.number();
    if (number < 0 || number > REASONS.size()) {
      throw new MalformedTraceException("a value is missing for an unknown reason");
    }
    return number == 0 ? null : REASONS.get(number - 1);
  }
}
