package dev.bottrace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bottrace.assertj.TraceAssertions;
import dev.bottrace.host.CompiledHost;
import dev.bottrace.host.target.Nest;
import dev.bottrace.host.target.Orders;
import dev.bottrace.host.target.Waiting;
import dev.bottrace.trace.Call;
import dev.bottrace.trace.Receipt;
import dev.bottrace.trace.Trace;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.Method;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.util.TraceClassVisitor;

/** Which classes are recorded, and that they are as they were afterwards. */
@Timeout(120)
class RecordedClassesTest {
  private static final String HOST = "dev.bottrace.host.target";
  private static final ClassLoader APP = RecordedClassesTest.class.getClassLoader();

  @TempDir Path directory;

  private static void call(Class<?> type) throws ReflectiveOperationException {
    Method method = type.getDeclaredMethod("work", int.class);
    method.setAccessible(true);
    method.invoke(type.getDeclaredConstructor().newInstance(), 1);
  }

  /** Classes of other tests may still be loaded, so each has a package of its own. */
  private CompiledHost worker(String packageName) {
    return CompiledHost.of(
        directory,
        packageName + ".Worker",
        "package " + packageName + "; public class Worker { int work(int amount) { return 1; } }");
  }

  @Test
  void classes_that_are_loaded_meanwhile_are_recorded() {
    CompiledHost host = worker("com.acme.w1");
    Trace trace =
        Tracer.record(() -> call(host.loader(APP).loadClass("com.acme.w1.Worker")))
            .include("com.acme.w1")
            .calls()
            .execute();
    assertThat(names(trace)).containsExactly("<init>", "work");
    assertThat(trace.receipts()).isEmpty();
  }

  private static List<String> names(Trace trace) {
    return trace.callTree().calls().stream().map(call -> call.method().name()).toList();
  }

  @Test
  void without_an_include_classes_from_directories_are_recorded() {
    Trace trace = Tracer.record(() -> new Nest().leaves(1)).calls().execute();
    assertThat(names(trace)).endsWith("<init>", "leaves", "inner", "leaf");
  }

  @Test
  void a_class_whose_loader_does_not_see_bottrace_is_left_alone() throws Exception {
    ClassLoader apart = worker("com.acme.w2").loader(ClassLoader.getPlatformClassLoader());
    Class<?> loaded = apart.loadClass("com.acme.w2.Worker");
    Trace trace = Tracer.record(() -> call(loaded)).include("com.acme.w2").calls().execute();
    assertThat(trace.uncaught()).isEmpty();
    assertThat(trace.callTree().calls()).isEmpty();
    assertThat(trace.notices())
        .containsExactly(
            "not recorded: com.acme.w2.Worker: its class loader does not see bottrace:"
                + " java.net.URLClassLoader");
  }

  /** Its classes see nothing but the JDK's own and each other. */
  private static final String FILTERING =
      "package com.acme.f; public class Filtering extends java.net.URLClassLoader {"
          + " public Filtering(java.net.URL[] urls, ClassLoader parent) { super(urls, parent); }"
          + " protected Class<?> loadClass(String name, boolean resolve)"
          + " throws ClassNotFoundException {"
          + " if (name.startsWith(\"java.\")) { return super.loadClass(name, resolve); }"
          + " Class<?> loaded = findLoadedClass(name);"
          + " return loaded == null ? findClass(name) : loaded; } }";

  private ClassLoader filtering(ClassLoader host) throws ReflectiveOperationException, IOException {
    return host.loadClass("com.acme.f.Filtering")
        .asSubclass(ClassLoader.class)
        .getConstructor(URL[].class, ClassLoader.class)
        .newInstance(new URL[] {directory.toUri().toURL()}, APP);
  }

  @Test
  void classes_of_a_loader_that_keeps_our_code_from_them_are_recorded() throws Exception {
    worker("com.acme.w5");
    ClassLoader host = CompiledHost.of(directory, "com.acme.f.Filtering", FILTERING).loader(APP);
    Class<?> before = filtering(host).loadClass("com.acme.w5.Worker");
    String loaderBefore = code(host.loadClass("com.acme.f.Filtering"));
    for (int time = 0; time < 2; time++) {
      Trace trace =
          Tracer.record(
                  () -> {
                    call(before);
                    call(filtering(host).loadClass("com.acme.w5.Worker"));
                  })
              .include("com.acme.w5")
              .calls()
              .execute();
      assertThat(names(trace)).containsExactly("<init>", "work", "<init>", "work");
      assertThat(trace.notices()).isEmpty();
      assertThat(code(host.loadClass("com.acme.f.Filtering"))).isEqualTo(loaderBefore);
    }
    call(before);
    assertThatThrownBy(() -> before.getClassLoader().loadClass("dev.bottrace.Tracer"))
        .isInstanceOf(ClassNotFoundException.class);
  }

  @Test
  void a_loader_class_that_comes_meanwhile_is_what_it_was_afterwards() throws Exception {
    worker("com.acme.w6");
    ClassLoader host = CompiledHost.of(directory, "com.acme.f.Filtering", FILTERING).loader(APP);
    Trace trace =
        Tracer.record(() -> call(filtering(host).loadClass("com.acme.w6.Worker")))
            .include("com.acme.w6")
            .calls()
            .execute();
    assertThat(names(trace)).containsExactly("<init>", "work");
    assertThat(code(host.loadClass("com.acme.f.Filtering"))).doesNotContain("dev/bottrace");
    ClassLoader later = filtering(host);
    assertThatThrownBy(() -> later.loadClass(Trace.class.getName()))
        .isInstanceOf(ClassNotFoundException.class);
    assertThatThrownBy(() -> later.loadClass("dev.bottrace.runtime.Probes"))
        .isInstanceOf(ClassNotFoundException.class);
  }

  @Test
  void records_with_type_annotations_are_left_alone() throws Exception {
    CompiledHost host =
        CompiledHost.of(
            directory,
            "com.acme.Point",
            "package com.acme; import java.lang.annotation.*;"
                + "public record Point(@Point.Seen String x) {"
                + "@Target(ElementType.TYPE_USE) @Retention(RetentionPolicy.RUNTIME)"
                + "@interface Seen {} }");
    Class<?> before = host.loader(APP).loadClass("com.acme.Point");
    AtomicReference<Class<?>> meanwhile = new AtomicReference<>();
    Trace trace =
        Tracer.record(
                () -> {
                  meanwhile.set(host.loader(APP).loadClass("com.acme.Point"));
                  newPoint(before);
                  newPoint(meanwhile.get());
                })
            .include("com.acme")
            .calls()
            .breakpoint("Point.java:3")
            .breakpoint("com.acme.Point.x")
            .execute();
    assertThat(trace.uncaught()).isEmpty();
    for (Class<?> point : List.of(before, meanwhile.get())) {
      assertThat(newPoint(point)).hasToString("Point[x=1]");
      assertThat(point.getRecordComponents()[0].getAnnotatedType().getAnnotations()).hasSize(1);
    }
    if (trace.callTree().calls().isEmpty()) {
      assertThat(trace.notices())
          .contains(
              "not recorded: com.acme.Point: records with type annotations would be damaged:"
                  + " a bug of this JDK (JDK-8376185)");
      assertThat(trace.receipts())
          .extracting(Receipt::reason)
          .hasSize(2)
          .allMatch(reason -> reason.startsWith("com.acme.Point is not recorded: records with"));
    } else {
      assertThat(names(trace)).containsExactly("<init>", "<init>");
    }
  }

  @Test
  void a_class_that_the_jvm_refuses_leaves_the_others_recorded() throws Exception {
    CompiledHost host =
        CompiledHost.of(
            directory,
            "com.acme.m.Optional",
            "package com.acme.m; public class Optional { Throwable t() { return new Missing(); } }"
                + " class Missing extends Exception {} ");
    Files.delete(directory.resolve("com/acme/m/Missing.class"));
    ClassLoader loader = host.loader(APP);
    List<Class<?>> workers = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      if (i == 3) {
        Class.forName("com.acme.m.Optional", false, loader); // is not verified
      }
      workers.add(
          worker("com.acme.m.a" + i).loader(loader).loadClass("com.acme.m.a" + i + ".Worker"));
    }
    Trace trace =
        Tracer.record(
                () -> {
                  for (Class<?> worker : workers) {
                    call(worker);
                  }
                })
            .include("com.acme.m")
            .calls()
            .execute();
    assertThat(names(trace)).hasSize(10);
    assertThat(trace.notices())
        .singleElement()
        .asString()
        .startsWith("not recorded: com.acme.m.Optional: the JVM refuses to change it: ");
  }

  @Test
  void a_program_that_was_traced_here_has_nothing_to_do_with_it() throws Exception {
    CompiledHost host =
        CompiledHost.of(
            directory,
            "com.acme.p.App",
            "package com.acme.p; public class App { int work(int n) { return n; }"
                + " public static void main(String[] a) { new App().work(1); } }");
    Class<?> app = host.loader(APP).loadClass("com.acme.p.App");
    Trace run = Tracer.run("com.acme.p.App").classPath(directory.toString()).calls().execute();
    Trace trace = Tracer.record(() -> call(app)).include("com.acme.p").calls().execute();

    assertThat(names(run)).containsExactly("main", "<init>", "work");
    assertThat(names(trace)).containsExactly("<init>", "work");
    assertThat(trace.notices()).isEmpty();
    TraceAssertions.assertThat(trace).neverCalled("App.main");
  }

  private static Object newPoint(Class<?> type) throws ReflectiveOperationException {
    return type.getDeclaredConstructor(String.class).newInstance("1");
  }

  @Test
  void prefixes_that_met_no_class_and_classes_of_the_jdk_are_said() {
    Trace trace =
        Tracer.record(() -> new Orders().place("pen", 1))
            .include("com.nowhere")
            .include("java.util.concurrent.atomic.AtomicInteger")
            .include(HOST)
            .exclude(HOST + ".Repository")
            .calls()
            .execute();
    assertThat(names(trace)).containsExactly("<init>", "place", "check");
    assertThat(trace.receipts())
        .extracting(Object::toString)
        .containsExactly("include com.nowhere: no class that was loaded begins with it");
    assertThat(trace.notices())
        .containsExactly(
            "not recorded: java.util.concurrent.atomic.AtomicInteger: classes of the JDK are not"
                + " recorded");
  }

  @Test
  void classes_are_what_they_were_afterwards() throws Exception {
    new Orders().place("pen", 1);
    String before = code(Orders.class);
    List<String> members = members(Orders.class);
    AtomicReference<String> during = new AtomicReference<>();
    Tracer.record(
            () -> {
              during.set(code(Orders.class));
              assertThat(members(Orders.class)).isEqualTo(members);
            })
        .include(HOST)
        .calls()
        .args()
        .breakpoint("Orders.place")
        .execute();
    assertThat(during.get()).contains("dev/bottrace/runtime/Probes").isNotEqualTo(before);
    assertThat(code(Orders.class)).isEqualTo(before);
  }

  private static List<String> members(Class<?> type) {
    return Arrays.stream(type.getDeclaredMethods()).map(Method::toGenericString).sorted().toList();
  }

  /** Returns what the JVM runs, as an agent that comes last sees it. */
  private static String code(Class<?> type) throws Exception {
    Instrumentation instrumentation =
        (Instrumentation)
            Class.forName("net.bytebuddy.agent.ByteBuddyAgent").getMethod("install").invoke(null);
    AtomicReference<byte[]> seen = new AtomicReference<>();
    ClassFileTransformer last =
        new ClassFileTransformer() {
          @Override
          public byte[] transform(
              ClassLoader loader,
              String name,
              Class<?> loaded,
              ProtectionDomain domain,
              byte[] classFile) {
            if (loaded == type) {
              seen.set(classFile.clone());
            }
            return null;
          }
        };
    instrumentation.addTransformer(last, true);
    instrumentation.retransformClasses(type);
    instrumentation.removeTransformer(last);
    StringWriter text = new StringWriter();
    new ClassReader(seen.get())
        .accept(new TraceClassVisitor(new PrintWriter(text)), ClassReader.SKIP_FRAMES);
    return text.toString();
  }

  @Test
  void calls_that_are_under_way_when_it_begins_or_ends_do_not_confuse_it() throws Exception {
    Waiting waiting = new Waiting();
    Thread thread = new Thread(() -> waiting.outer(4));
    thread.start();
    waiting.awaitStep(); // in outer and inner, as they were without probes
    Recording recording = Tracer.include(HOST + ".Waiting").exclude("com.none").calls().start();
    waiting.step(); // returns from them, and calls them again
    waiting.awaitStep();
    Trace seen = recording.snapshot();
    waiting.step();
    waiting.awaitStep();
    Trace trace = recording.stop(); // in inner, as it is with probes
    waiting.step();
    waiting.awaitStep();
    waiting.step();
    thread.join();
    assertThat(waiting.failure()).isNull();
    assertThat(inner(seen)).hasSize(1).noneMatch(Call::ended);
    assertThat(inner(trace)).hasSize(2);
    assertThat(inner(trace).get(0).ended()).isTrue();
    assertThat(inner(trace).get(1).ended()).isFalse();
    assertThat(inner(trace)).allMatch(call -> call.depth() == 1);
  }

  private static List<Call> inner(Trace trace) {
    return trace.callTree().calls().stream()
        .filter(call -> call.method().name().equals("inner"))
        .toList();
  }
}
