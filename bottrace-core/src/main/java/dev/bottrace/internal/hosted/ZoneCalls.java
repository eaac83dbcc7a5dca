package dev.bottrace.internal.hosted;

import static dev.bottrace.internal.hosted.ProgramCalls.PROGRAM;

import dev.bottrace.runtime.HostSettings;
import java.time.ZoneId;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;

/** The default time zone. */
public final class ZoneCalls {
  private ZoneCalls() {}

  @StandsFor(TimeZone.class)
  public static TimeZone getDefault() {
    return (TimeZone) HostSettings.TIME_ZONE.get(PROGRAM).clone();
  }

  @StandsFor(TimeZone.class)
  public static void setDefault(@Nullable TimeZone zone) {
    HostSettings.TIME_ZONE.set(PROGRAM, zone);
  }

  @StandsFor(ZoneId.class)
  public static ZoneId systemDefault() {
    return getDefault().toZoneId();
  }
}
