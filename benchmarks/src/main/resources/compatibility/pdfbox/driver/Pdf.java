import java.awt.image.BufferedImage;
import java.io.File;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;

/** Writes a document, reads it again, draws it, and tells its text. */
public final class Pdf {
  public static void main(String[] arguments) throws Exception {
    File file = new File("shop.pdf");
    try (PDDocument document = new PDDocument()) {
      document.setDocumentId(1L);
      for (int number = 1; number <= 5; number++) {
        PDPage page = new PDPage();
        document.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
          content.setNonStrokingColor(0.2f, 0.3f, 0.1f * number);
          content.addRect(50, 50, 40 * number, 70);
          content.fill();
          content.beginText();
          content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
          content.setLeading(14);
          content.newLineAtOffset(60, 700);
          for (int line = 0; line < 20; line++) {
            content.showText("page " + number + ", line " + line);
            content.newLine();
          }
          content.endText();
        }
      }
      document.save(file);
    }
    try (PDDocument document = Loader.loadPDF(file)) {
      System.out.print(new PDFTextStripper().getText(document));
      BufferedImage image = new PDFRenderer(document).renderImageWithDPI(0, 50);
      ImageIO.write(image, "png", new File("page.png"));
      System.out.println(image.getWidth() + " x " + image.getHeight());
    }
  }
}
