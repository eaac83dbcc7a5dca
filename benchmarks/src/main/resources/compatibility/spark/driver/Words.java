import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import scala.Tuple2;

/** Counts words. */
public final class Words {
  private Words() {}

  public static void main(String[] args) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      words.add("word" + i % 17);
    }
    SparkConf conf =
        new SparkConf()
            .setMaster("local[2]")
            .setAppName("words")
            .set("spark.ui.enabled", "false")
            .set("spark.driver.host", "localhost")
            .set("spark.local.dir", "scratch");
    try (JavaSparkContext context = new JavaSparkContext(conf)) {
      context.setLogLevel("ERROR");
      List<Tuple2<String, Integer>> counts =
          new ArrayList<>(
              context
                  .parallelize(words, 4)
                  .mapToPair(word -> new Tuple2<>(word, 1))
                  .reduceByKey(Integer::sum)
                  .collect());
      counts.sort(Comparator.comparing(Tuple2::_1));
      System.out.println(counts);
    }
  }
}
