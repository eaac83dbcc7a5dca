package dev.bottrace.internal.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ObjectStreamClass;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What reflection and serialization see of a class, they see of the instrumented one. */
class InstrumentedMembersTest {
  @ParameterizedTest
  @EnumSource
  void members_stay_what_they_were(Probing probing) {
    for (String name : Targets.classNames()) {
      assertThat(members(load(name, probing)))
          .describedAs(name)
          .isEqualTo(members(load(name, Probing.NONE)));
    }
  }

  @ParameterizedTest
  @EnumSource
  void every_class_has_the_same_serial_version(Probing probing) {
    for (String name : Targets.classNames()) {
      assertThat(serialVersion(load(name, probing)))
          .describedAs(name)
          .isEqualTo(serialVersion(load(name, Probing.NONE)));
    }
  }

  @ParameterizedTest
  @EnumSource
  void instrumented_classes_satisfy_asm(Probing probing) {
    for (String name : Targets.classNames()) {
      byte[] classFile = Targets.classFile(name);
      Bytecode.check(Bytecode.instrumented(classFile, probing).classFile(), name);
      Bytecode.check(Bytecode.hosted(classFile, probing).classFile(), name);
    }
  }

  @Test
  void members_stay_what_they_were_inside_a_host() throws Exception {
    ClassLoader hosted = hosted();
    for (String name : Targets.classNames()) {
      assertThat(members(Class.forName(name, false, hosted)))
          .describedAs(name)
          .isEqualTo(members(load(name, Probing.NONE)));
    }
  }

  private static long serialVersion(Class<?> type) {
    return ObjectStreamClass.lookupAny(type).getSerialVersionUID();
  }

  private static Class<?> load(String name, Probing probing) {
    ClassLoader loader =
        new ProbedLoader(
            wanted -> wanted.startsWith(Targets.PACKAGE) ? Targets.classFile(wanted) : null,
            probing);
    try {
      return Class.forName(name, false, loader);
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }

  private static ClassLoader hosted() {
    return new ClassLoader() {
      @Override
      protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith(Targets.PACKAGE)) {
          return super.loadClass(name, resolve);
        }
        Class<?> loaded = findLoadedClass(name);
        byte[] classFile = Bytecode.hosted(Targets.classFile(name), Probing.CALLS).classFile();
        return loaded != null ? loaded : defineClass(name, classFile, 0, classFile.length);
      }
    };
  }

  private static List<String> members(Class<?> type) {
    List<String> members = new ArrayList<>();
    members.add(type.toGenericString() + type.getModifiers() + annotations(type));
    for (Field field : type.getDeclaredFields()) {
      members.add(field.toGenericString() + field.getModifiers() + annotations(field));
    }
    for (Constructor<?> constructor : type.getDeclaredConstructors()) {
      members.add(
          constructor.toGenericString() + constructor.getModifiers() + annotations(constructor));
    }
    for (Method method : type.getDeclaredMethods()) {
      members.add(method.toGenericString() + method.getModifiers() + annotations(method));
    }
    return List.copyOf(new TreeSet<>(members));
  }

  private static String annotations(AnnotatedElement element) {
    return Arrays.toString(element.getDeclaredAnnotations());
  }
}
