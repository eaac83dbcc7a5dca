package dev.bottrace.internal.attach;

import dev.bottrace.runtime.LocalsFrame;
import dev.bottrace.runtime.ThreadSink;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Hands the calls of one thread to several recordings that see it, to each those that it wants.
 *
 * <p>Each of them counts the depth of its own calls. So what is depth to the code here is a level
 * that stands for the depth which each recording had there; levels that were left unseen are cut
 * off by the next probe further out, and the recordings make up for them on their own.
 */
final class SharedThread extends ThreadSink {
  private final MethodSet[] methods;
  private final ThreadSink[] sinks;

  /** Of the recording that variables are copied for: there is one place for them. */
  private final int followed;

  /** Depths by level, one for each recording; 0 where it does not want the call. */
  private int[] depths;

  SharedThread(List<HostWish> wishes, List<ThreadSink> sinks) {
    this.methods = wishes.stream().map(HostWish::methods).toArray(MethodSet[]::new);
    this.sinks = sinks.toArray(new ThreadSink[0]);
    this.depths = new int[16 * this.sinks.length];
    int follows = 0;
    while (follows < wishes.size() - 1 && !wishes.get(follows).values().locals()) {
      follows++;
    }
    this.followed = follows;
  }

  boolean wants(int method) {
    for (MethodSet wanted : methods) {
      if (wanted.contains(method)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void count(int method) {
    for (int i = 0; i < sinks.length; i++) {
      if (methods[i].contains(method)) {
        sinks[i].count(method);
      }
    }
  }

  @Override
  public void enter(int method) {
    int at = place(depth + 1);
    for (int i = 0; i < sinks.length; i++) {
      if (at >= 0) {
        boolean wanted = methods[i].contains(method);
        if (wanted) {
          sinks[i].enter(method);
        }
        depths[at + i] = wanted ? sinks[i].depth : 0;
      }
    }
    depth++; // last: where there is no stack, the call did not begin
  }

  @Override
  public void enter(int method, @Nullable Object[] arguments) {
    int at = place(depth + 1);
    for (int i = 0; i < sinks.length; i++) {
      if (at >= 0) {
        boolean wanted = methods[i].contains(method);
        if (wanted) {
          sinks[i].enter(method, arguments);
        }
        depths[at + i] = wanted ? sinks[i].depth : 0;
      }
    }
    depth++;
  }

  /** Returns where the depths of a level stand; -1 if there is no memory for them. */
  private int place(int level) {
    int end = (level + 1) * sinks.length;
    if (end > depths.length) {
      try {
        depths = Arrays.copyOf(depths, 2 * end);
      } catch (OutOfMemoryError e) {
        return -1;
      }
    }
    return level * sinks.length;
  }

  /** Returns the depth of a recording at a level; 0 if it does not want the call there. */
  private int depth(int level, int recording) {
    int at = level * sinks.length + recording;
    return at < depths.length ? depths[at] : 0;
  }

  @Override
  public LocalsFrame locals(int level, int method, int slots) {
    int own = depth(level, followed);
    return own == 0 ? new LocalsFrame(slots) : sinks[followed].locals(own, method, slots);
  }

  /** What happens to a call that a recording wants. */
  private interface Event {
    void happens(ThreadSink sink, int depth);
  }

  private void each(int level, Event event) {
    for (int i = 0; i < sinks.length; i++) {
      int own = depth(level, i);
      if (own > 0) {
        event.happens(sinks[i], own);
      }
    }
  }

  /** A call ends, unless that was seen already. */
  private void end(int level, Event event) {
    if (depth >= level) {
      each(level, event);
      depth = level - 1;
    }
  }

  @Override
  public void exit(int level) {
    end(level, ThreadSink::exit);
  }

  @Override
  public void exit(int level, int method, @Nullable Object value) {
    end(level, (sink, own) -> sink.exit(own, method, value));
  }

  @Override
  public void exitThrowing(int level, Throwable thrown) {
    end(level, (sink, own) -> sink.exitThrowing(own, thrown));
  }

  @Override
  public void constructorThrew(int level, int method, Throwable thrown) {
    end(level, (sink, own) -> sink.constructorThrew(own, method, thrown));
  }

  @Override
  public void caught(int level, Throwable thrown) {
    each(level, (sink, own) -> sink.caught(own, thrown));
    depth = level;
  }

  @Override
  public void superStart(int level, int method, String callee) {
    each(level, (sink, own) -> sink.superStart(own, method, callee));
  }

  @Override
  public void superEnd(int level) {
    each(level, ThreadSink::superEnd);
  }
}
