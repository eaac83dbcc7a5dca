package dev.bottrace.internal.watch;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Calls of methods of {@code String} that code may make as well as an evaluation. */
final class TextCalls {
  private static final Map<String, String> TYPES =
      Map.of(
          "length", "()I",
          "isEmpty", "()Z",
          "charAt", "(I)C",
          "equals", "(Ljava/lang/Object;)Z",
          "equalsIgnoreCase", "(Ljava/lang/String;)Z",
          "startsWith", "(Ljava/lang/String;)Z",
          "endsWith", "(Ljava/lang/String;)Z",
          "contains", "(Ljava/lang/CharSequence;)Z");

  private TextCalls() {}

  /** Returns null where it is another method. */
  static @Nullable Node of(Node receiver, String name, List<Node> arguments) {
    String types = TYPES.get(name);
    if (types == null || !isText(receiver)) {
      return null;
    }
    boolean bounded = types.startsWith("(L");
    boolean fits =
        types.startsWith("()")
            ? arguments.isEmpty()
            : arguments.size() == 1
                && (bounded ? isText(arguments.get(0)) : isIndex(arguments.get(0)));
    return fits
        ? CodeTypes.node(
            new Term.TextCall(
                name, types, receiver.term(), arguments.stream().map(Node::term).toList(), bounded))
        : null;
  }

  private static boolean isText(Node node) {
    return node.type() == String.class && node.term().isKnown();
  }

  private static boolean isIndex(Node node) {
    return node.type() == int.class && node.term().isKnown();
  }
}
