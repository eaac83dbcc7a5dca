package dev.bottrace.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A page of which a program makes a part, between two marks. */
public final class MarkedPage {
  private static final String END = "<!-- end of figures -->";

  private MarkedPage() {}

  /**
   * Replaces that part.
   *
   * @param page a file
   * @param maker the name of the program, which stands in the first mark
   * @param lines what is to stand between the marks
   * @throws IOException if the page is not there, or can't be written
   */
  public static void replace(Path page, String maker, List<String> lines) throws IOException {
    String mark = "<!-- figures: made by " + maker + " -->";
    String text = Files.readString(page);
    int begin = text.indexOf(mark);
    int end = text.indexOf(END);
    if (begin < 0 || end < begin) {
      throw new IllegalStateException("no marks in " + page);
    }
    String figures = mark + "\n\n" + String.join("\n", lines) + "\n";
    Files.writeString(page, text.substring(0, begin) + figures + text.substring(end));
  }
}
