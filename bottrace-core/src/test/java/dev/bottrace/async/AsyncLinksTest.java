package dev.bottrace.async;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bottrace.Recording;
import dev.bottrace.Tracer;
import dev.bottrace.assertj.TraceAssertions;
import dev.bottrace.async.host.Shop;
import dev.bottrace.compact.CompactTrace;
import dev.bottrace.compact.CompactTraceWriter;
import dev.bottrace.internal.attach.Attachment;
import dev.bottrace.json.JsonTraceWriter;
import dev.bottrace.option.Overflow;
import dev.bottrace.text.TextTraceWriter;
import dev.bottrace.trace.Call;
import dev.bottrace.trace.RecordedRun;
import dev.bottrace.trace.TaskOrigin;
import dev.bottrace.trace.Trace;
import dev.bottrace.trace.TraceEvent;
import dev.bottrace.trace.TraceEventSink;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What can be asked of a trace whose tasks are linked, and which threads a recording follows. */
@Timeout(120)
class AsyncLinksTest {
  private static final String TARGETS = "dev.bottrace.async.target.";
  private static final String HOST = "dev.bottrace.async.host";

  private final Shop shop = new Shop();
  private final ExecutorService before = Executors.newSingleThreadExecutor();

  @AfterEach
  void ends() {
    before.shutdown();
  }

  private static Trace traced(String target) throws Exception {
    return Tracer.run(TARGETS + target)
        .include(TARGETS + target)
        .calls()
        .async()
        .captureOutput()
        .execute();
  }

  private static String written(RecordedRun run, Function<OutputStream, TraceEventSink> form)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    run.writeTo(form.apply(out));
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void a_call_knows_the_call_that_handed_it_over() throws Exception {
    Trace trace = traced("StagesTarget");
    Call length = trace.first("StagesTarget.length").orElseThrow();
    TaskOrigin origin = length.origin().orElseThrow();

    assertThat(origin.method().name()).isEqualTo("second");
    assertThat(origin.thread().main()).isTrue();
    assertThat(length.handedOverBy()).isEqualTo(trace.first("StagesTarget.second"));
    assertThat(length.caller()).isEmpty();
    assertThat(trace.first("StagesTarget.main").orElseThrow().origin()).isEmpty();
  }

  @Test
  void the_joined_tree_leads_from_thread_to_thread() throws Exception {
    Trace trace = traced("ExecutorTarget");
    RecordedRun joined = trace.joined();

    TraceAssertions.assertThat(joined)
        .path("ExecutorTarget.nested > ExecutorTarget.lambda* > ExecutorTarget.submit")
        .path("ExecutorTarget.nested >> ExecutorTarget.submit >> ExecutorTarget.work")
        .path("ExecutorTarget.executed > ExecutorTarget$Worker.run > ExecutorTarget.work")
        .noPath("ExecutorTarget.executed >> ExecutorTarget.submit");
    assertThat(trace.paths("ExecutorTarget.executed > ExecutorTarget$Worker.run")).isEmpty();
    assertThat(joined.callTree().roots()).containsExactly(joined.callTree().calls().get(0));
  }

  @Test
  void calls_of_the_joined_tree_know_their_callers_and_callees() throws Exception {
    RecordedRun joined = traced("ThreadStartTarget").joined();
    Call inner =
        joined.calls("ThreadStartTarget.work").stream()
            .filter(call -> call.thread().name().equals("inner"))
            .findFirst()
            .orElseThrow();
    List<String> around = new ArrayList<>();
    for (Call call = inner; call != null; call = call.caller().orElse(null)) {
      around.add(call.method().name());
      assertThat(call.depth()).isEqualTo(7 - around.size() - 1);
    }

    assertThat(around).containsExactly("work", "start", "startOther", "start", "main");
    assertThat(inner.caller().orElseThrow().callees()).containsExactly(inner);
    assertThat(joined.first("ThreadStartTarget.main").orElseThrow().encloses(inner)).isTrue();
    assertThat(joined.callers("ThreadStartTarget.twice")).hasSize(1);
    assertThat(joined.callees("ThreadStartTarget.start"))
        .extracting(method -> method.name())
        .containsExactly("run", "twice", "startOther", "work");
  }

  @Test
  void links_that_were_not_asked_for_are_no_answer() throws Exception {
    Trace trace =
        Tracer.run(TARGETS + "StagesTarget").include(TARGETS).calls().captureOutput().execute();

    assertThatThrownBy(trace::joined)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(".async()");
    assertThatThrownBy(() -> trace.callTree().calls().get(0).origin())
        .hasMessageContaining(".async()");
  }

  @Test
  void a_file_says_the_same(@TempDir Path directory) throws Exception {
    Trace trace = traced("ExecutorTarget");
    Path file = directory.resolve("trace.bt");
    try (OutputStream out = Files.newOutputStream(file)) {
      trace.writeTo(new CompactTraceWriter(out));
    }
    CompactTrace read = CompactTrace.read(file);

    assertThat(written(read, TextTraceWriter::new)).isEqualTo(written(trace, TextTraceWriter::new));
    assertThat(written(read, JsonTraceWriter::new)).isEqualTo(written(trace, JsonTraceWriter::new));
    assertThat(read.joined().callTree().toString()).isEqualTo(trace.joined().callTree().toString());
    assertThat(read.events()).isEqualTo(trace.events());
  }

  @Test
  void json_names_the_call_by_its_number() throws Exception {
    Trace trace = traced("ThreadStartTarget");
    Call worker = trace.first("ThreadStartTarget$Worker.run").orElseThrow();
    int number = trace.callTree().calls().indexOf(worker.handedOverBy().orElseThrow());

    assertThat(written(trace, JsonTraceWriter::new))
        .contains(
            "\"thread\":\"worker\",\"depth\":1,\"from\":{\"method\":\"ThreadStartTarget.start\"",
            "\"thread\":\"main\",\"call\":" + number + "}");
  }

  @Test
  void a_recording_follows_its_tasks_and_no_others() throws Exception {
    Runnable other = () -> shop.place("other");
    before.submit(other).get();
    CountDownLatch now = new CountDownLatch(1);
    Thread outsider =
        new Thread(
            () -> {
              try {
                now.await();
                before.submit(other).get();
              } catch (InterruptedException | ExecutionException e) {
                throw new IllegalStateException(e);
              }
            });
    outsider.start();
    Trace trace =
        Tracer.record(
                () -> {
                  shop.later(before, "pen").get();
                  now.countDown();
                  outsider.join();
                })
            .include(HOST)
            .calls()
            .args()
            .async()
            .execute();
    before.submit(other).get();

    assertThat(trace.calls("Shop.place")).hasSize(1);
    assertThat(trace.first("Shop.place").orElseThrow().arguments().toString()).contains("pen");
    TraceAssertions.assertThat(trace.joined()).path("Shop.later >> Shop.place > Shop.save");
  }

  @Test
  void a_recording_follows_what_its_block_hands_over_itself() throws Exception {
    Trace trace =
        Tracer.record(
                () -> {
                  before.submit(() -> shop.place("pen")).get();
                  CompletableFuture.runAsync(() -> shop.place("ink"), before)
                      .thenRunAsync(() -> shop.place("cap"))
                      .get();
                  IntStream.range(0, 50).parallel().forEach(i -> shop.place("lid"));
                  Thread thread = new Thread(() -> before.execute(() -> shop.place("nib")));
                  thread.start();
                  thread.join();
                  before.submit(() -> {}).get();
                })
            .include(HOST)
            .calls()
            .async()
            .execute();

    assertThat(trace.calls("Shop.place"))
        .hasSize(54)
        .allMatch(call -> call.origin().isEmpty() && call.caller().isEmpty());
  }

  @Test
  void the_last_events_know_their_calls() throws Exception {
    try (Recording recording = Tracer.include(HOST).calls().async().keepLast(200).start()) {
      for (int i = 0; i < 200; i++) {
        shop.later(before, "pen").get();
      }
      RecordedRun joined = recording.stop().joined();
      List<Call> tasks = joined.calls("Shop.lambda$later*");
      Call last = tasks.get(tasks.size() - 1);

      assertThat(tasks).hasSizeLessThan(60);
      assertThat(last.origin().orElseThrow().method().name()).isEqualTo("later");
      assertThat(last.caller()).isEqualTo(joined.last("Shop.later"));
      assertThat(joined.paths("Shop.later >> Shop.place")).hasSizeGreaterThan(10);
    }
  }

  @Test
  void a_listener_hears_where_tasks_come_from() throws Exception {
    List<TraceEvent> heard = new CopyOnWriteArrayList<>();
    Tracer.record(() -> shop.later(before, "pen").get())
        .include(HOST)
        .calls()
        .async()
        .onEvent(heard::add, Overflow.WAIT)
        .execute();

    assertThat(heard)
        .anyMatch(event -> event instanceof TraceEvent.Call call && call.origin() != null);
  }

  @Test
  void the_jdk_is_what_it_was_afterwards() throws Exception {
    traced("ThreadStartTarget");
    List<String> seen = new CopyOnWriteArrayList<>();
    ClassFileTransformer transformer =
        new ClassFileTransformer() {
          @Override
          public byte[] transform(
              ClassLoader loader,
              String name,
              Class<?> loaded,
              ProtectionDomain domain,
              byte[] classFile) {
            if (name.equals("java/util/concurrent/FutureTask")) {
              seen.add(new String(classFile, StandardCharsets.ISO_8859_1));
            }
            return null;
          }
        };
    Instrumentation instrumentation = Attachment.find("a test");
    instrumentation.addTransformer(transformer, true);
    instrumentation.retransformClasses(FutureTask.class);
    instrumentation.removeTransformer(transformer);

    assertThat(seen).hasSize(1).noneMatch(bytes -> bytes.contains("dev/bottrace"));
    Field listeners =
        Class.forName("dev.bottrace.runtime.Handovers", false, null).getDeclaredField("listeners");
    assertThat(listeners.getDeclaringClass().getClassLoader()).isNull();
  }
}
