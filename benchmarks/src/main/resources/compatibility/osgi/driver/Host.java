import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;

/** Starts a framework with two bundles, of which one uses the other, and calls a service. Argument: a bundle's jar. */
public final class Host {
  public static void main(String[] arguments) throws Exception {
    Map<String, String> configuration = new HashMap<>();
    configuration.put("org.osgi.framework.storage", Path.of("storage").toAbsolutePath().toString());
    configuration.put("org.osgi.framework.storage.clean", "onFirstInit");
    Framework framework = ServiceLoader.load(FrameworkFactory.class).iterator().next().newFramework(configuration);
    framework.start();
    Bundle library = framework.getBundleContext().installBundle(Path.of(arguments[0]).toUri().toString());
    Bundle shop = framework.getBundleContext().installBundle(bundle().toUri().toString());
    library.start();
    shop.start();
    System.out.println(shop.getSymbolicName() + " " + shop.getState() + ", " + library.getSymbolicName() + " " + library.getState());
    ServiceReference<?> reference = framework.getBundleContext().getServiceReference(Callable.class.getName());
    Callable<?> service = (Callable<?>) framework.getBundleContext().getService(reference);
    System.out.println(service.call());
    System.out.println("by another loader: " + (service.getClass().getClassLoader() != Host.class.getClassLoader()));
    shop.stop();
    framework.stop();
    framework.waitForStop(10_000);
    System.out.println("stopped");
  }

  private static Path bundle() throws Exception {
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.putValue("Bundle-ManifestVersion", "2");
    attributes.putValue("Bundle-SymbolicName", "com.acme.shop");
    attributes.putValue("Bundle-Version", "1.0.0");
    attributes.putValue("Bundle-Activator", "com.acme.shop.Activator");
    attributes.putValue("Import-Package", "org.osgi.framework,org.apache.commons.codec.binary");
    Path file = Files.createTempFile("shop", ".jar");
    file.toFile().deleteOnExit();
    try (OutputStream out = Files.newOutputStream(file);
        JarOutputStream jar = new JarOutputStream(out, manifest)) {
      for (String name : new String[] {"com/acme/shop/Activator.class", "com/acme/shop/Greeting.class"}) {
        jar.putNextEntry(new JarEntry(name));
        try (InputStream in = Host.class.getResourceAsStream("/" + name)) {
          in.transferTo(jar);
        }
      }
    }
    return file;
  }
}
