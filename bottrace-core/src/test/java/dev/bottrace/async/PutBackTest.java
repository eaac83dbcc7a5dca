package dev.bottrace.async;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bottrace.Recording;
import dev.bottrace.Tracer;
import dev.bottrace.runtime.Handovers;
import java.util.Arrays;
import java.util.Set;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whether the JDK tells of tasks, asked of the JDK itself: by one more who listens. */
@Timeout(120)
class PutBackTest {
  private static final String HOST = "dev.bottrace.async.host";

  private final Set<String> heard = ConcurrentHashMap.newKeySet();

  private static final class Tick extends TimerTask {
    private final CountDownLatch done;

    Tick(CountDownLatch done) {
      this.done = done;
    }

    @Override
    public void run() {
      done.countDown();
    }
  }

  /** Gives the JDK a task of each kind. */
  private static void tasks() throws Exception {
    CountDownLatch done = new CountDownLatch(1);
    Timer timer = new Timer(true);
    timer.schedule(new Tick(done), 0);
    done.await();
    timer.cancel();
    Thread thread = new Thread(() -> {});
    thread.start();
    thread.join();
    ExecutorService pool = Executors.newSingleThreadExecutor();
    pool.submit(() -> 1).get();
    CompletableFuture<Integer> first = new CompletableFuture<>();
    CompletableFuture<Void> last =
        first.thenApplyAsync(n -> n + 1, pool).thenAccept(n -> {}).thenRunAsync(() -> {}, pool);
    first.complete(1);
    last.get();
    CompletableFuture.supplyAsync(() -> 1, pool).get();
    CompletableFuture.runAsync(() -> {}, pool).get();
    pool.shutdown();
    new ForkJoinPool(1).submit(ForkJoinTask.adapt(() -> {})).get();
  }

  /** Listens while something is done, without having the JDK changed for that. */
  private void listening(Tasks task) throws Exception {
    Class<?> handovers = Class.forName(Handovers.class.getName(), true, null);
    BiConsumer<Object, @Nullable Object>[] listener = listener();
    Supplier<Runnable> nothing = () -> () -> {};
    handovers.getMethod("add", BiConsumer[].class, Supplier.class).invoke(null, listener, nothing);
    try {
      task.run();
    } finally {
      handovers.getMethod("remove", BiConsumer[].class).invoke(null, (Object) listener);
    }
  }

  private interface Tasks {
    void run() throws Exception;
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // of an array
  private BiConsumer<Object, @Nullable Object>[] listener() {
    BiConsumer<Object, @Nullable Object>[] listener = new BiConsumer[Handovers.KINDS];
    Arrays.fill(
        listener,
        (BiConsumer<Object, @Nullable Object>)
            (task, queue) -> heard.add(task.getClass().getName()));
    return listener;
  }

  @Test
  void the_jdk_tells_of_each_kind_of_task_while_somebody_records_and_of_none_afterwards()
      throws Exception {
    Recording recording = Tracer.include(HOST).calls().async().start();
    listening(PutBackTest::tasks);
    recording.stop();
    Set<String> during = Set.copyOf(heard);
    heard.clear();

    listening(PutBackTest::tasks);

    assertThat(during)
        .contains(
            "java.lang.Thread",
            Tick.class.getName(),
            "java.util.concurrent.FutureTask",
            "java.util.concurrent.CompletableFuture$UniApply",
            "java.util.concurrent.CompletableFuture$UniAccept",
            "java.util.concurrent.CompletableFuture$UniRun",
            "java.util.concurrent.CompletableFuture$AsyncSupply",
            "java.util.concurrent.CompletableFuture$AsyncRun",
            "java.util.concurrent.ForkJoinTask$AdaptedRunnableAction",
            "java.util.concurrent.ForkJoinWorkerThread",
            "java.util.concurrent.ThreadPoolExecutor");
    assertThat(heard).isEmpty();
  }
}
