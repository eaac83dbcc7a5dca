import java.nio.file.Path;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/** Makes an index of some texts, and searches it. */
public final class Search {
  private static final String[] WORDS = "the quick brown fox jumps over a lazy dog and runs away".split(" ");

  public static void main(String[] arguments) throws Exception {
    try (Directory directory = FSDirectory.open(Path.of("index"))) {
      try (IndexWriter writer = new IndexWriter(directory, configuration())) {
        for (int i = 0; i < 1500; i++) {
          Document document = new Document();
          document.add(new TextField("text", text(i), Field.Store.YES));
          writer.addDocument(document);
        }
        writer.deleteDocuments(new Term("text", "lazy"));
        writer.forceMerge(1);
      }
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        System.out.println(reader.numDocs() + " documents");
        IndexSearcher searcher = new IndexSearcher(reader);
        show(searcher, new TermQuery(new Term("text", "fox")));
        show(searcher, new PhraseQuery("text", "brown", "fox"));
        show(
            searcher,
            new BooleanQuery.Builder()
                .add(new TermQuery(new Term("text", "dog")), BooleanClause.Occur.MUST)
                .add(new TermQuery(new Term("text", "quick")), BooleanClause.Occur.MUST_NOT)
                .build());
      }
    }
  }

  private static IndexWriterConfig configuration() {
    return new IndexWriterConfig(new StandardAnalyzer()).setMergeScheduler(new SerialMergeScheduler());
  }

  private static String text(int number) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 8; i++) {
      text.append(WORDS[(number * 7 + i * (number % 5 + 1)) % WORDS.length]).append(' ');
    }
    return text.toString();
  }

  private static void show(IndexSearcher searcher, Query query) throws Exception {
    System.out.println(query + ": " + searcher.count(query));
    for (ScoreDoc found : searcher.search(query, 3).scoreDocs) {
      System.out.println("  " + found.score + " " + searcher.storedFields().document(found.doc).get("text"));
    }
  }
}
