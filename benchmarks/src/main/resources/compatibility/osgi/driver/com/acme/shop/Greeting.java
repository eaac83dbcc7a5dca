package com.acme.shop;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import org.apache.commons.codec.binary.Hex;

/** A service that needs a class of another bundle. */
public final class Greeting implements Callable<String> {
  @Override
  public String call() {
    return Hex.encodeHexString("hello".getBytes(StandardCharsets.UTF_8));
  }
}
