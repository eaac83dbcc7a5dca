package dev.bottrace.json;

import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.Objects;

/**
 * A file that is written beside the one whose place it takes when it is complete. Until then that
 * one stays what it is.
 */
final class ReplacingFile extends OutputStream implements OutputFile {
  private final Path target;
  private final Path temporary;

  /** Neither a channel, which an interrupt would close, nor a stream, which can't take back. */
  private final RandomAccessFile file;

  private long size;

  private ReplacingFile(Path target, Path temporary, RandomAccessFile file) {
    this.target = target;
    this.temporary = temporary;
    this.file = file;
  }

  static ReplacingFile create(Path path) throws IOException {
    check(path);
    Path target = Files.exists(path) ? path.toRealPath() : path.toAbsolutePath();
    String name = ".bottrace-" + Long.toHexString(new SecureRandom().nextLong()) + ".tmp";
    try {
      Path temporary = Files.createFile(target.resolveSibling(name));
      RandomAccessFile file = new RandomAccessFile(temporary.toFile(), "rw");
      if (Files.exists(target)) {
        keepPermissions(target, temporary);
      }
      return new ReplacingFile(target, temporary, file);
    } catch (AccessDeniedException e) {
      throw failure(path, "the directory is not writable");
    } catch (FileSystemException e) {
      throw failure(path, Objects.requireNonNullElse(e.getReason(), "no file can be made there"));
    }
  }

  private static void check(Path path) throws IOException {
    if (Files.isDirectory(path)) {
      throw failure(path, "it is a directory");
    }
    if (Files.exists(path) && !Files.isWritable(path)) {
      throw failure(path, "it is not writable");
    }
    Path directory = path.toAbsolutePath().getParent();
    if (directory == null || !Files.isDirectory(directory)) {
      throw failure(path, "there is no directory " + directory);
    }
  }

  private static void keepPermissions(Path target, Path temporary) {
    try {
      Files.setPosixFilePermissions(temporary, Files.getPosixFilePermissions(target));
    } catch (UnsupportedOperationException | IOException e) {
      return; // a file system that has none, or a file of somebody else
    }
  }

  private static FileSystemException failure(Path path, String reason) {
    return new FileSystemException(path.toString(), null, reason);
  }

  @Override
  public OutputStream stream() {
    return this;
  }

  @Override
  public boolean isEmpty() {
    return size == 0;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    try {
      file.write(bytes, offset, length);
      size += length;
    } catch (IOException e) {
      takeBack();
      throw failure(target, String.valueOf(e.getMessage()));
    }
  }

  /** Cuts off what a failed write has left. */
  private void takeBack() throws IOException {
    file.setLength(size);
    file.seek(size);
  }

  @Override
  public void complete() throws IOException {
    file.close();
    Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
  }

  @Override
  public void discard() {
    try {
      file.close();
      Files.deleteIfExists(temporary);
    } catch (IOException e) {
      return; // it is left over, with a name that says whose it is
    }
  }
}
