package com.acme.shop;

import java.util.concurrent.Callable;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Starts and stops the bundle. */
public final class Activator implements BundleActivator {
  @Override
  public void start(BundleContext context) {
    context.registerService(Callable.class.getName(), new Greeting(), null);
    System.out.println("bundle started");
  }

  @Override
  public void stop(BundleContext context) {
    System.out.println("bundle stopped");
  }
}
