package dev.bottrace.internal.compact;

import dev.bottrace.trace.BreakpointSnapshot;
import dev.bottrace.trace.CallCount;
import dev.bottrace.trace.ExceptionSnapshot;
import dev.bottrace.trace.Receipt;
import dev.bottrace.trace.TracedMethod;
import dev.bottrace.trace.TracedThread;
import java.io.IOException;
import java.util.List;

/**
 * Turns into bytes what stands among events: what their ids stand for, and what is no event. Each
 * is taken whole or, if a method throws, not at all. For use by one thread at a time.
 */
public final class AsideEncoder {
  private final ChunkBuffer chunk;
  private final BodyWriter body = new BodyWriter();

  AsideEncoder(ChunkBuffer chunk) {
    this.chunk = chunk;
  }

  /**
   * Says what a method is, before its first use.
   *
   * @param method the method; its id is from 0 to 2^24 - 1
   * @throws IOException if a chunk could not be written, or there is no place for it
   */
  public void define(TracedMethod method) throws IOException {
    body.clear();
    body.number(checked(method.id())).number(method.line());
    body.text(method.className()).text(method.name()).text(method.descriptor());
    body.text(method.file());
    chunk.aside(Aside.METHOD, body);
  }

  /**
   * Says what an exception class is called, before its first use.
   *
   * @param id from 0 to 2^24 - 1
   * @param name its binary name
   * @throws IOException if a chunk could not be written, or there is no place for it
   */
  public void define(int id, String name) throws IOException {
    body.clear();
    body.number(checked(id)).text(name);
    chunk.aside(Aside.EXCEPTION_NAME, body);
  }

  /**
   * Says what a thread is, before its first event.
   *
   * @param traced the thread; its index is from 0 to 2^24 - 1
   * @throws IOException if a chunk could not be written, or there is no place for it
   */
  public void define(TracedThread traced) throws IOException {
    body.clear();
    body.number(checked(traced.index())).flag(traced.main()).text(traced.name());
    chunk.aside(Aside.THREAD, body);
  }

  /**
   * Takes what a breakpoint saw.
   *
   * @param snapshot what it saw
   * @throws IOException if a chunk could not be written
   */
  public void snapshot(BreakpointSnapshot snapshot) throws IOException {
    body.clear();
    SnapshotForm.write(snapshot, body);
    chunk.aside(Aside.SNAPSHOT, body);
  }

  /**
   * Takes an exception that ended a thread.
   *
   * @param exception what is known of it
   * @throws IOException if a chunk could not be written
   */
  public void exception(ExceptionSnapshot exception) throws IOException {
    body.clear();
    SnapshotForm.write(exception, body, 0);
    chunk.aside(Aside.EXCEPTION, body);
  }

  /**
   * Says that all calls that are open have ended with the program.
   *
   * @throws IOException if a chunk could not be written
   */
  public void openCallsEnded() throws IOException {
    body.clear();
    chunk.aside(Aside.OPEN_CALLS_ENDED, body);
  }

  /**
   * Takes the counts, whose methods were defined.
   *
   * @param counts most called first
   * @throws IOException if a chunk could not be written
   */
  public void counts(List<CallCount> counts) throws IOException {
    body.clear();
    body.list(counts, count -> body.number(count.method().id()).number(count.count()));
    chunk.aside(Aside.COUNTS, body);
  }

  /**
   * Takes why what was asked for produced nothing.
   *
   * @param receipts in the order in which it was asked for
   * @throws IOException if a chunk could not be written
   */
  public void receipts(List<Receipt> receipts) throws IOException {
    body.clear();
    body.list(receipts, receipt -> SnapshotForm.write(receipt, body));
    chunk.aside(Aside.RECEIPTS, body);
  }

  /**
   * Says that nothing follows.
   *
   * @throws IOException if a chunk could not be written
   */
  public void end() throws IOException {
    body.clear();
    chunk.aside(Aside.END, body);
  }

  private static int checked(int id) throws IOException {
    if (id < 0 || id >= Aside.MOST_IDS) {
      throw new IOException(
          "there is no place for more than 2^24 methods or threads in compact form");
    }
    return id;
  }
}
