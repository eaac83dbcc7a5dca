/**
 * Traces JVM programs: the calls they make, how often, and how they end. Start at {@link
 * dev.bottrace.Tracer}.
 */
module dev.bottrace {
  requires static transitive org.assertj.core;
  requires static transitive org.jspecify;
  requires static com.fasterxml.jackson.core;
  requires static net.bytebuddy.agent;
  requires static transitive org.junit.jupiter.api;
  requires java.compiler;
  requires transitive java.instrument;
  requires static jdk.compiler;
  requires java.management;
  requires org.objectweb.asm;
  requires org.objectweb.asm.commons;
  requires org.objectweb.asm.tree;
  requires org.objectweb.asm.tree.analysis;

  exports dev.bottrace;
  exports dev.bottrace.option;
  exports dev.bottrace.trace;
  exports dev.bottrace.text;
  exports dev.bottrace.json;
  exports dev.bottrace.assertj;
  exports dev.bottrace.compact;
  exports dev.bottrace.junit;
  exports dev.bottrace.runtime;

  opens dev.bottrace.junit to
      org.junit.platform.commons;
}
