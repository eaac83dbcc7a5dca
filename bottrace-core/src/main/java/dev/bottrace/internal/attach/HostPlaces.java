package dev.bottrace.internal.attach;

import dev.bottrace.runtime.StateSink;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Finds the recording to which a place belongs: the upper bits of a place's number are that of its
 * recording.
 */
final class HostPlaces implements StateSink {
  /** Bits of a place's number that count the places of a recording. */
  static final int BITS = 16;

  private static final int NUMBERS = 1 << BITS;
  private static final int MASK = NUMBERS - 1;

  private final Hub hub;
  private volatile @Nullable HostRecording[] owners = new HostRecording[4];

  HostPlaces(Hub hub) {
    this.hub = hub;
  }

  /** Returns the number of a recording; a number is used again when its recording has ended. */
  synchronized int add(HostRecording recording) {
    @Nullable HostRecording[] table = owners;
    int number = 0;
    while (number < table.length && table[number] != null) {
      number++;
    }
    if (number > Short.MAX_VALUE) {
      throw new IllegalStateException("more than 32,768 recordings with breakpoints go on at once");
    }
    table = Arrays.copyOf(table, Math.max(table.length, 2 * number));
    table[number] = recording;
    owners = table;
    return number;
  }

  synchronized void remove(int number) {
    @Nullable HostRecording[] table = owners.clone();
    table[number] = null;
    owners = table;
  }

  private @Nullable HostRecording owner(int site) {
    HostRecording owner = owners[site >>> BITS];
    return owner != null && hub.isSeen(owner) ? owner : null;
  }

  @Override
  public boolean reached(int site) {
    HostRecording owner = owner(site);
    return owner != null && owner.state().reached(site & MASK);
  }

  @Override
  public boolean passed(int site) {
    HostRecording owner = owner(site);
    return owner == null || owner.state().passed(site & MASK);
  }

  @Override
  public boolean fires(int site, @Nullable Class<?> declaring, @Nullable Object[] values) {
    HostRecording owner = owner(site);
    return owner != null && owner.state().fires(site & MASK, declaring, values);
  }

  @Override
  public void capture(int site, @Nullable Class<?> declaring, @Nullable Object[] values) {
    HostRecording owner = owner(site);
    if (owner != null) {
      owner.state().capture(site & MASK, declaring, values);
    }
  }

  @Override
  public void entered(int counter) {
    HostRecording owner = owner(counter);
    if (owner != null) {
      owner.state().entered(counter & MASK);
    }
  }
}
