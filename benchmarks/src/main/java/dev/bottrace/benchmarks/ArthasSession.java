package dev.bottrace.benchmarks;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A session of the Arthas that has been loaded as an agent, in a class loader of its own. */
final class ArthasSession {
  private static final String PACKAGE = "com.taobao.arthas.";
  private static final String JSON = "com.alibaba.arthas.deps.com.alibaba.fastjson2.JSON";
  private static final int TRIES = 10;

  private final ClassLoader loader;
  private final Object executor;
  private final String session;
  private final String consumer;

  private ArthasSession(ClassLoader loader, Object executor, Map<?, ?> made) {
    this.loader = loader;
    this.executor = executor;
    this.session = text(made, "sessionId");
    this.consumer = text(made, "consumerId");
  }

  /** Starts a command, and waits until it has changed the classes. */
  static ArthasSession start(String command) throws ReflectiveOperationException {
    Field field =
        Class.forName(PACKAGE + "agent334.AgentBootstrap").getDeclaredField("arthasClassLoader");
    field.setAccessible(true);
    ClassLoader loader = (ClassLoader) field.get(null);
    Object arthas =
        loader
            .loadClass(PACKAGE + "core.server.ArthasBootstrap")
            .getMethod("getInstance")
            .invoke(null);
    Class<?> sessions = loader.loadClass(PACKAGE + "core.shell.session.SessionManager");
    Object executor =
        loader
            .loadClass(PACKAGE + "core.command.CommandExecutorImpl")
            .getConstructor(sessions)
            .newInstance(get(arthas, "getSessionManager"));
    ArthasSession started =
        new ArthasSession(loader, executor, (Map<?, ?>) get(executor, "createSession"));
    started.change(command);
    return started;
  }

  /**
   * Arthas holds the session's lock while it schedules a command, and the command needs it as well,
   * on a thread of its own: one that comes too early tells so, and ends without a change.
   */
  private void change(String command) throws ReflectiveOperationException {
    String refused = "";
    for (int tries = 0; tries < TRIES; tries++) {
      Map<?, ?> scheduled =
          Objects.requireNonNull((Map<?, ?>) call("executeAsync", command, session));
      if (Boolean.TRUE.equals(scheduled.get("success"))) {
        Object change = awaitChange();
        if ((Boolean) get(change, "isSuccess")) {
          return;
        }
        refused = json(change);
      } else {
        refused = scheduled.toString();
        all(); // which waits
      }
    }
    throw new IllegalStateException(refused);
  }

  private Object awaitChange() throws ReflectiveOperationException {
    while (true) {
      for (Object result : all()) {
        if (type(result).equals("enhancer")) {
          return result;
        }
      }
    }
  }

  /** Returns the next results, or none when there were none for a tenth of a second. */
  List<?> results() throws ReflectiveOperationException {
    List<Object> results = new ArrayList<>();
    for (Object result : all()) {
      if (type(result).equals("monitor") || type(result).equals("trace")) {
        results.add(result);
      }
    }
    return results;
  }

  private List<?> all() throws ReflectiveOperationException {
    Map<?, ?> pulled = (Map<?, ?>) call("pullResults", session, consumer);
    Object results = pulled == null ? null : pulled.get("results");
    return results == null ? List.of() : (List<?>) results;
  }

  /** Returns how many calls a result tells of. */
  long calls(Object result) throws ReflectiveOperationException {
    if (type(result).equals("trace")) {
      return inTree(get(result, "getRoot"));
    }
    long sum = 0;
    for (Object row : (List<?>) get(result, "getMonitorDataList")) {
      sum += ((Number) get(row, "getTotal")).longValue();
    }
    return sum;
  }

  /** A call is there twice: as seen from where it is made, and as seen from the method itself. */
  private static long inTree(Object node) throws ReflectiveOperationException {
    boolean isCall = get(node, "getType").equals("method") && !(Boolean) get(node, "isInvoking");
    long sum = isCall ? ((Number) get(node, "getTimes")).longValue() : 0;
    Object children = node.getClass().getMethod("getChildren").invoke(node);
    if (children != null) {
      for (Object child : (List<?>) children) {
        sum += inTree(child);
      }
    }
    return sum;
  }

  String json(Object result) throws ReflectiveOperationException {
    Class<?> json = loader.loadClass(JSON);
    return json.getMethod("toJSONString", Object.class).invoke(null, result).toString();
  }

  private @Nullable Object call(String method, String first, String second)
      throws ReflectiveOperationException {
    return executor
        .getClass()
        .getMethod(method, String.class, String.class)
        .invoke(executor, first, second);
  }

  private static String type(Object result) throws ReflectiveOperationException {
    return get(result, "getType").toString();
  }

  private static Object get(Object of, String method) throws ReflectiveOperationException {
    return Objects.requireNonNull(of.getClass().getMethod(method).invoke(of));
  }

  private static String text(Map<?, ?> of, String key) {
    return Objects.requireNonNull(of.get(key)).toString();
  }
}
