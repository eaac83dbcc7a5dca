package dev.bottrace.trace;

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
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes a captured value on one line. */
final class ValueText {
  private static final String DOTS = "...";

  private final StringBuilder out = new StringBuilder();

  private ValueText() {}

  static String of(CapturedValue value) {
    ValueText text = new ValueText();
    text.value(value);
    return text.out.toString();
  }

  static String cut(String line, int characters) {
    if (line.length() <= characters) {
      return line;
    }
    int kept = characters;
    String mark = "";
    for (int i = 0; i < 2; i++) { // the mark gets longer by what it takes away
      mark = DOTS + "(+" + (line.length() - kept) + " chars)";
      kept = Math.max(0, characters - mark.length());
    }
    kept = Escapes.boundary(line, kept);
    return line.substring(0, kept) + DOTS + "(+" + (line.length() - kept) + " chars)";
  }

  private void value(CapturedValue value) {
    if (value instanceof Plain plain) {
      Escapes.plain(plain.text(), out);
    } else if (value instanceof Text text) {
      text(text);
    } else if (value instanceof Reference reference) {
      out.append('@').append(reference.number());
    } else if (value instanceof NotCaptured missing) {
      Escapes.plain(missing.detail(), out);
      reason(missing.reason());
    } else {
      composite(value);
    }
  }

  private void text(Text text) {
    out.append('"');
    Escapes.quoted(text.characters(), '"', out);
    if (text.cut() == null) {
      out.append('"');
    } else {
      out.append(DOTS).append("\"(").append(text.length()).append(" chars)");
    }
  }

  private void composite(CapturedValue value) {
    if (value instanceof Instance instance) {
      instance(instance);
    } else if (value instanceof Sequence sequence) {
      sequence(sequence);
    } else if (value instanceof Mapping mapping) {
      mapping(mapping);
    } else if (value instanceof Entry entry) {
      value(entry.key());
      out.append('=');
      value(entry.value());
    } else if (value instanceof Holder holder) {
      holder(holder);
    } else if (value instanceof Thrown thrown) {
      thrown(thrown);
    }
  }

  private void instance(Instance instance) {
    out.append(instance.type()).append(instance.isRecord() ? '[' : '{');
    String separator = "";
    for (CapturedVariable field : instance.fields()) {
      out.append(separator).append(field.name()).append('=');
      value(field.value());
      separator = ", ";
    }
    cut(separator, instance.cut(), instance.omitted(), "field", "fields");
    out.append(instance.isRecord() ? ']' : '}');
  }

  private void sequence(Sequence sequence) {
    typeAndSize(sequence.type(), sequence.size());
    out.append('[');
    int missing = missing(sequence.size(), sequence.elements());
    cut(values(sequence.elements()), sequence.cut(), missing, "element", "elements");
    out.append(']');
  }

  private void mapping(Mapping mapping) {
    typeAndSize(mapping.type(), mapping.size());
    out.append('{');
    int missing = missing(mapping.size(), mapping.entries());
    cut(values(mapping.entries()), mapping.cut(), missing, "entry", "entries");
    out.append('}');
  }

  /** The size of an array goes where Java has it: {@code new int[2][]}. */
  private void typeAndSize(String type, int size) {
    int brackets = type.indexOf("[]");
    if (brackets >= 0) {
      out.append(type, 0, brackets + 1).append(size).append(type, brackets + 1, type.length());
    } else {
      out.append(type);
      if (size >= 0) {
        out.append('(').append(size).append(')');
      }
    }
  }

  private static int missing(int size, List<?> present) {
    return Math.max(0, size - present.size());
  }

  private String values(List<? extends CapturedValue> values) {
    String separator = "";
    for (CapturedValue value : values) {
      out.append(separator);
      value(value);
      separator = ", ";
    }
    return separator;
  }

  private void cut(
      String separator, @Nullable NotCapturedReason reason, int missing, String one, String many) {
    if (reason == null) {
      return;
    }
    out.append(separator);
    reason(reason);
    boolean counted = reason != NotCapturedReason.DEPTH;
    if (counted && reason != NotCapturedReason.CHANGED_WHILE_READ && missing > 0) {
      out.append(" +").append(missing).append(' ').append(missing == 1 ? one : many);
    }
  }

  private void reason(NotCapturedReason reason) {
    switch (reason) {
      case DEPTH, FIELD_COUNT, SIZE -> out.append(DOTS);
      default ->
          out.append('<')
              .append(reason.name().toLowerCase(Locale.ROOT).replace('_', ' '))
              .append('>');
    }
  }

  private void holder(Holder holder) {
    boolean optional = holder.type().startsWith("Optional"); // prints itself this way
    out.append(holder.type()).append(optional ? '[' : '(');
    CapturedValue content = holder.content();
    if (content == null) {
      out.append(DOTS);
    } else {
      value(content);
    }
    out.append(optional ? ']' : ')');
  }

  private void thrown(Thrown thrown) {
    out.append(thrown.type());
    CapturedValue message = thrown.message();
    if (message != null) {
      out.append('(');
      value(message);
      out.append(')');
    }
  }
}
