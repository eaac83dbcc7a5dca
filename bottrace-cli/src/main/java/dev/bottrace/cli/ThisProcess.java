package dev.bottrace.cli;

import dev.bottrace.option.ProcessHost;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;

/**
 * This process. Writes to the descriptor itself: the program may hold the lock of its stream, or
 * have replaced it.
 */
final class ThisProcess implements ProcessHost {
  private final FileOutputStream err = new FileOutputStream(FileDescriptor.err);

  @Override
  public void notice(String line) {
    try {
      err.write((line + System.lineSeparator()).getBytes(Charset.defaultCharset()));
    } catch (IOException e) {
      return; // there is nobody left to tell
    }
  }

  @Override
  public boolean runAgainWithout(String className, String why) {
    List<String> command = SecondStart.command(className);
    if (command.isEmpty()) {
      return false;
    }
    notice(why);
    try {
      halt(SecondStart.run(command));
    } catch (IOException e) {
      notice("bottrace: error: cannot run it again: " + e.getMessage());
      halt(ExitCode.FAILED);
    }
    return true;
  }

  @Override
  public void halt(int exitCode) {
    Runtime.getRuntime().halt(exitCode);
  }
}
