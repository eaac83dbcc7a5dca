import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Provider;
import java.security.Security;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.spec.RSAPrivateCrtKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.HexFormat;
import java.util.jar.JarFile;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.generators.SCrypt;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** Uses a provider of cryptography whose jar is signed and multi-release. */
public final class Signed {
  public static void main(String[] arguments) throws Exception {
    Provider provider = new BouncyCastleProvider();
    Security.addProvider(provider);
    Class<?> type = provider.getClass();
    Certificate[] certificates = type.getProtectionDomain().getCodeSource().getCertificates();
    System.out.println("certificates " + (certificates == null ? 0 : certificates.length));
    System.out.println("signers " + (type.getSigners() == null ? 0 : type.getSigners().length));
    System.out.println(type.getPackage().getImplementationVersion() + " " + type.getPackage().isSealed());
    try (JarFile jar = new JarFile(type.getProtectionDomain().getCodeSource().getLocation().getPath())) {
      System.out.println("multi-release " + jar.isMultiRelease());
    }
    byte[] text = "the quick brown fox jumps over the lazy dog".getBytes(StandardCharsets.UTF_8);
    for (String algorithm : new String[] {"SHA3-256", "BLAKE2B-256", "RIPEMD160", "WHIRLPOOL"}) {
      show(algorithm, MessageDigest.getInstance(algorithm, "BC").digest(text));
    }
    for (String algorithm : new String[] {"AES/CBC/PKCS7Padding", "Camellia/CBC/PKCS7Padding", "Serpent/CBC/PKCS7Padding"}) {
      Cipher cipher = Cipher.getInstance(algorithm, "BC");
      cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(new byte[16], algorithm), new IvParameterSpec(new byte[16]));
      show(algorithm, cipher.doFinal(text));
    }
    Mac mac = Mac.getInstance("HMACSHA512", "BC");
    mac.init(new SecretKeySpec(new byte[32], "HMACSHA512"));
    show("mac", mac.doFinal(text));
    show("scrypt", SCrypt.generate(text, new byte[8], 1024, 8, 1, 16));
    rsa(text);
  }

  private static void rsa(byte[] text) throws Exception {
    BigInteger p = BigInteger.ONE.shiftLeft(512).nextProbablePrime();
    BigInteger q = BigInteger.ONE.shiftLeft(520).nextProbablePrime();
    BigInteger e = BigInteger.valueOf(65537);
    BigInteger one = BigInteger.ONE;
    BigInteger n = p.multiply(q);
    BigInteger d = e.modInverse(p.subtract(one).multiply(q.subtract(one)));
    KeyFactory factory = KeyFactory.getInstance("RSA", "BC");
    Signature signature = Signature.getInstance("SHA256withRSA", "BC");
    signature.initSign(
        factory.generatePrivate(
            new RSAPrivateCrtKeySpec(n, e, d, p, q, d.mod(p.subtract(one)), d.mod(q.subtract(one)), q.modInverse(p))));
    signature.update(text);
    byte[] signed = signature.sign();
    show("signed", signed);
    signature.initVerify(factory.generatePublic(new RSAPublicKeySpec(n, e)));
    signature.update(text);
    System.out.println("verified " + signature.verify(signed));
  }

  private static void show(String name, byte[] bytes) {
    System.out.println(name + " " + HexFormat.of().formatHex(bytes));
  }
}
