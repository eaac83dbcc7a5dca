import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import org.apache.poi.xssf.usermodel.XSSFFormulaEvaluator;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Writes a workbook with formulas, computes them, and reads it again. */
public final class Workbook {
  private static final int ROWS = 100;

  private Workbook() {}

  public static void main(String[] args) throws Exception {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (XSSFWorkbook workbook = new XSSFWorkbook()) {
      XSSFSheet sheet = workbook.createSheet("prices");
      for (int i = 1; i <= ROWS; i++) {
        XSSFRow row = sheet.createRow(i - 1);
        row.createCell(0).setCellValue(i);
        row.createCell(1).setCellFormula("A" + i + "*2+SUM(A1:A" + i + ")");
      }
      XSSFFormulaEvaluator.evaluateAllFormulaCells(workbook);
      workbook.write(file);
    }
    try (XSSFWorkbook read = new XSSFWorkbook(new ByteArrayInputStream(file.toByteArray()))) {
      XSSFSheet sheet = read.getSheetAt(0);
      System.out.println(sheet.getSheetName() + ' ' + (sheet.getLastRowNum() + 1));
      System.out.println(sheet.getRow(ROWS - 1).getCell(1).getNumericCellValue());
    }
  }
}
