package dev.bottrace.json;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** A pipe, a terminal, a device: something with a name that no other file can take the place of. */
final class DirectFile extends OutputStream implements OutputFile {
  private static final Pattern DESCRIPTOR = Pattern.compile("/dev/(fd/|std(in|out|err)$)|/proc/");

  private final Path path;
  private final FileOutputStream out;

  /** Whether nobody else uses it: standard streams are the program's too. */
  private final boolean own;

  private boolean empty = true;

  private DirectFile(Path path, FileOutputStream out, boolean own) {
    this.path = path;
    this.out = out;
    this.own = own;
  }

  /** Names of file descriptors may lead to a plain file that others write to. */
  static boolean isNeededFor(Path path) {
    Path absolute = path.toAbsolutePath();
    return DESCRIPTOR.matcher(absolute.toString()).lookingAt()
        || (Files.exists(path) && !Files.isRegularFile(path) && !Files.isDirectory(path));
  }

  static DirectFile open(Path path) throws IOException {
    return switch (path.toAbsolutePath().toString()) {
      case "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1" ->
          new DirectFile(path, new FileOutputStream(FileDescriptor.out), false);
      case "/dev/stderr", "/dev/fd/2", "/proc/self/fd/2" ->
          new DirectFile(path, new FileOutputStream(FileDescriptor.err), false);
      default -> named(path);
    };
  }

  private static DirectFile named(Path path) throws IOException {
    if (Files.isDirectory(path) || !Files.exists(path)) {
      String reason = Files.exists(path) ? "it is a directory" : "there is no such file";
      throw new FileSystemException(path.toString(), null, reason);
    }
    return new DirectFile(path, new FileOutputStream(path.toFile(), true), true);
  }

  @Override
  public OutputStream stream() {
    return this;
  }

  @Override
  public boolean isEmpty() {
    return empty;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    try {
      out.write(bytes, offset, length);
      empty = false;
    } catch (IOException e) {
      throw new FileSystemException(path.toString(), null, e.getMessage());
    }
  }

  @Override
  public void complete() throws IOException {
    if (own) {
      out.close();
    }
  }

  @Override
  public void discard() {
    try {
      complete();
    } catch (IOException e) {
      return; // nobody needs it any more
    }
  }
}
