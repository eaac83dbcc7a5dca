import java.awt.Color;
import java.io.File;
import org.jfree.chart.ChartFactory;
import org.jfree.chart.ChartUtils;
import org.jfree.chart.JFreeChart;
import org.jfree.data.category.DefaultCategoryDataset;
import org.jfree.data.general.DefaultPieDataset;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** Draws three charts. */
public final class Chart {
  public static void main(String[] arguments) throws Exception {
    DefaultCategoryDataset sales = new DefaultCategoryDataset();
    XYSeries series = new XYSeries("waves");
    for (int i = 0; i < 200; i++) {
      sales.addValue(i * 7 % 13, "item " + i % 3, "day " + i / 20);
      series.add(i, Math.sin(i / 9.0));
    }
    DefaultPieDataset<String> shares = new DefaultPieDataset<>();
    shares.setValue("tea", 3);
    shares.setValue("rum", 9);
    draw("bars", ChartFactory.createBarChart("Sales", "day", "items", sales));
    draw("lines", ChartFactory.createXYLineChart("Waves", "x", "y", new XYSeriesCollection(series)));
    draw("pie", ChartFactory.createPieChart("Shares", shares));
  }

  private static void draw(String name, JFreeChart chart) throws Exception {
    chart.setBackgroundPaint(Color.WHITE);
    File file = new File(name + ".png");
    ChartUtils.saveChartAsPNG(file, chart, 600, 400);
    System.out.println(chart.getTitle().getText() + ": " + file.length());
  }
}
