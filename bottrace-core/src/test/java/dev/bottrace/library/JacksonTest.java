package dev.bottrace.library;

import static dev.bottrace.assertj.TraceAssertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import dev.bottrace.Tracer;
import dev.bottrace.trace.Trace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What Jackson calls inside. */
@Timeout(120)
class JacksonTest {
  /** What is read. */
  public static final class Order {
    public String item = "";
    public int amount;
  }

  private final ObjectMapper mapper = new ObjectMapper();

  private Trace reading(String json) {
    return Tracer.record(() -> mapper.readValue(json, Order.class))
        .include("com.fasterxml.jackson.databind")
        .calls()
        .execute();
  }

  @Test
  void a_deserializer_is_built_once_for_a_type() {
    String json = "{\"item\":\"pen\",\"amount\":2}";
    assertThat(reading(json))
        .path("ObjectMapper.readValue >> BeanDeserializerFactory.buildBeanDeserializer")
        .path("BeanDeserializer.deserialize >> StringDeserializer.deserialize");
    assertThat(reading(json))
        .neverCalled("BeanDeserializerFactory.*")
        .path("BeanDeserializer.deserialize >> StringDeserializer.deserialize");
  }

  @Test
  void an_unknown_property_is_refused_by_the_context() {
    assertThat(reading("{\"itme\":\"pen\"}"))
        .path("BeanDeserializer.deserialize >> DeserializationContext.handleUnknownProperty")
        .neverCalled("StringDeserializer.deserialize")
        .uncaught(UnrecognizedPropertyException.class);
  }
}
