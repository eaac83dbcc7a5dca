package dev.bottrace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bottrace.host.CompiledHost;
import dev.bottrace.internal.attach.Attachment;
import dev.bottrace.trace.Trace;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Classes that name their parameters do so during a recording, and afterwards. */
@Timeout(120)
class ParameterNamesTest {
  private static final ClassLoader APP = ParameterNamesTest.class.getClassLoader();

  @TempDir Path directory;

  private static void call(Class<?> type) throws ReflectiveOperationException {
    Method method = type.getDeclaredMethod("work", int.class);
    method.setAccessible(true);
    method.invoke(type.getDeclaredConstructor().newInstance(), 1);
  }

  private static List<String> names(Trace trace) {
    return trace.callTree().calls().stream().map(call -> call.method().name()).toList();
  }

  private CompiledHost worker(String packageName, String... options) {
    return CompiledHost.of(
        directory,
        packageName + ".Worker",
        "package "
            + packageName
            + "; public class Worker { int work(final int amount) { return 1; } }",
        options);
  }

  @Test
  void names_of_parameters_are_not_lost() throws Exception {
    ClassLoader host = worker("com.acme.w3", "-parameters").loader(APP);
    for (ClassLoader loader : List.of(host, InMemory.of(host, "com.acme.w3.Worker"))) {
      Class<?> loaded = loader.loadClass("com.acme.w3.Worker");
      for (int recording = 0; recording < 2; recording++) {
        Trace trace =
            Tracer.record(
                    () -> {
                      call(loaded);
                      assertThat(parameter(loaded)).isEqualTo("final amount");
                    })
                .include("com.acme.w3")
                .calls()
                .execute();
        assertThat(names(trace)).containsExactly("<init>", "work");
        assertThat(parameter(loaded)).isEqualTo("final amount");
      }
      Attachment.find("this test").retransformClasses(loaded);
      assertThat(parameter(loaded)).isEqualTo("final amount");
    }
  }

  private static String parameter(Class<?> type) throws ReflectiveOperationException {
    Parameter parameter = type.getDeclaredMethod("work", int.class).getParameters()[0];
    return Modifier.toString(parameter.getModifiers()) + " " + parameter.getName();
  }

  /** Has a class of which there is no file. */
  private static final class InMemory extends ClassLoader {
    static InMemory of(ClassLoader files, String className) throws IOException {
      try (InputStream in = files.getResourceAsStream(className.replace('.', '/') + ".class")) {
        byte[] classFile = in.readAllBytes();
        InMemory loader = new InMemory();
        loader.defineClass(className, classFile, 0, classFile.length);
        return loader;
      }
    }

    private InMemory() {
      super(APP);
    }
  }

  @Test
  void components_of_records_are_recorded_and_keep_their_names() throws Exception {
    CompiledHost host =
        CompiledHost.of(
            directory, "com.acme.r.Pair", "package com.acme.r; public record Pair(String x) {}");
    Class<?> pair = host.loader(APP).loadClass("com.acme.r.Pair");
    Trace trace =
        Tracer.record(() -> pair.getDeclaredConstructor(String.class).newInstance("1"))
            .include("com.acme.r")
            .calls()
            .execute();
    assertThat(names(trace)).containsExactly("<init>");
    assertThat(pair.getDeclaredConstructor(String.class).getParameters()[0].getName())
        .isEqualTo("x");
  }

  @Test
  void names_of_parameters_are_kept_by_classes_that_are_loaded_meanwhile() throws Exception {
    CompiledHost host = worker("com.acme.w4", "-parameters");
    AtomicReference<Class<?>> loaded = new AtomicReference<>();
    Trace trace =
        Tracer.record(
                () -> {
                  loaded.set(host.loader(APP).loadClass("com.acme.w4.Worker"));
                  call(loaded.get());
                })
            .include("com.acme.w4")
            .calls()
            .execute();
    assertThat(names(trace)).containsExactly("<init>", "work");
    assertThat(loaded.get().getDeclaredMethod("work", int.class).getParameters()[0].getName())
        .isEqualTo("amount");
  }
}
