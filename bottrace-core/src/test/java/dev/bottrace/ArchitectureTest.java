package dev.bottrace;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.GeneralCodingRules;
import dev.bottrace.internal.attach.HostAgent;
import dev.bottrace.runtime.LauncherAgent;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Holds the layout of the packages, as docs/design.md gives it. */
class ArchitectureTest {
  private static final JavaClasses CORE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.bottrace");

  private static final String[] JDK = {
    "java..", "javax.net.ssl..", "javax.tools..", "org.jspecify.annotations.."
  };

  @Test
  void sees_the_classes_of_the_root_package_too() {
    assertThat(CORE.contain(Tracer.class)).isTrue();
    assertThat(CORE.contain(ArchitectureTest.class)).isFalse();
  }

  @Test
  void no_packages_form_a_cycle() {
    // dev.bottrace.(**) would silently skip the root package
    slices().matching("dev.(**)").should().beFreeOfCycles().check(CORE);
  }

  @Test
  void only_those_that_deal_with_bytecode_know_asm() {
    noClasses()
        .that()
        .resideOutsideOfPackages("dev.bottrace.internal.instrument", "dev.bottrace.internal.code")
        .should()
        .dependOnClassesThat(resideInAPackage("org.objectweb.asm.."))
        .check(CORE);
  }

  @Test
  void only_json_knows_jackson() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.bottrace.json")
        .should()
        .dependOnClassesThat(resideInAPackage("com.fasterxml.."))
        .check(CORE);
  }

  @Test
  void only_assertj_knows_assertj() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.bottrace.assertj")
        .should()
        .dependOnClassesThat(resideInAnyPackage("org.assertj..", "dev.bottrace.assertj.."))
        .check(CORE);
    dependsOnlyOn(
        "dev.bottrace.assertj",
        "dev.bottrace.option",
        "dev.bottrace.trace",
        "dev.bottrace.internal.capture",
        "org.assertj.core..");
  }

  @Test
  void only_junit_knows_junit() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.bottrace.junit")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.junit..", "org.opentest4j..")
        .check(CORE);
  }

  @Test
  void nothing_but_junit_imports_the_root_package() {
    noClasses()
        .that()
        .resideOutsideOfPackages("dev.bottrace", "dev.bottrace.junit")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.bottrace")
        .check(CORE);
  }

  @Test
  void internals_do_not_know_how_a_trace_is_written() {
    noClasses()
        .that()
        .resideInAPackage("dev.bottrace.internal..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.bottrace.text", "dev.bottrace.json")
        .check(CORE);
  }

  @Test
  void values_and_the_runtime_know_only_the_jdk() {
    for (String alone : List.of("option", "trace", "runtime")) {
      dependsOnlyOn("dev.bottrace." + alone);
    }
    dependsOnlyOn(
        "dev.bottrace.internal.symbol",
        "dev.bottrace.option",
        "dev.bottrace.trace",
        "dev.bottrace.runtime");
    dependsOnlyOn("dev.bottrace.internal.line", "dev.bottrace.trace");
    dependsOnlyOn("dev.bottrace.internal.compact", "dev.bottrace.trace");
    dependsOnlyOn("dev.bottrace.compact", "dev.bottrace.trace", "dev.bottrace.internal.compact");
  }

  private static void dependsOnlyOn(String... packages) {
    String[] allowed = new String[JDK.length + packages.length];
    System.arraycopy(JDK, 0, allowed, 0, JDK.length);
    System.arraycopy(packages, 0, allowed, JDK.length, packages.length);
    classes()
        .that()
        .resideInAPackage(packages[0])
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(allowed)
        .check(CORE);
  }

  @Test
  void deliveries_know_the_transform_and_never_the_reverse() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "dev.bottrace.internal.instrument",
            "dev.bottrace.internal.record",
            "dev.bottrace.internal.launch")
        .should()
        .dependOnClassesThat(resideInAPackage("dev.bottrace.internal.attach"))
        .check(CORE);
  }

  @Test
  void only_deliveries_know_instrumentation() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            "dev.bottrace", "dev.bottrace.internal.attach", "dev.bottrace.internal.launch")
        .and()
        .areNotAssignableTo(LauncherAgent.class)
        .should()
        .dependOnClassesThat(resideInAPackage("java.lang.instrument"))
        .check(CORE);
  }

  @Test
  void the_runtime_needs_java_base_alone_but_for_what_is_handed_an_agent() {
    classes()
        .that()
        .resideInAPackage("dev.bottrace.runtime")
        .and()
        .areNotAssignableTo(LauncherAgent.class)
        .should()
        .onlyDependOnClassesThat(
            resideInAPackage("dev.bottrace.runtime")
                .or(resideInAPackage("org.jspecify.annotations"))
                .or(describe("are in java.base", ArchitectureTest::isInJavaBase)))
        .check(CORE);
  }

  private static boolean isInJavaBase(JavaClass type) {
    return type.isPrimitive()
        || type.isArray()
        || (type.getPackageName().startsWith("java")
            && type.reflect().getModule() == Object.class.getModule());
  }

  @Test
  void the_library_does_not_end_the_jvm() {
    noClasses().should().callMethod(System.class, "exit", int.class).check(CORE);
    noClasses().should().callMethod(Runtime.class, "exit", int.class).check(CORE);
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName("dev.bottrace.runtime.Probes") // stands for the program's call
        .and() // refuses options: of an exception the JVM would print the stack, and dump its core
        .doNotHaveFullyQualifiedName(HostAgent.class.getName())
        .should()
        .callMethodWhere(target(owner(name("java.lang.Runtime"))).and(target(name("halt"))))
        .check(CORE);
  }

  /** Deadlines and order are of System.nanoTime and of stamps: that clock can't be set. */
  @Test
  void nothing_but_the_time_of_a_snapshot_depends_on_the_clock() {
    noClasses()
        .should()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callConstructor(Date.class)
        .check(CORE);
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName("dev.bottrace.internal.record.SnapshotRecorder")
        .should()
        .callMethodWhere(target(name("now")).and(target(owner(resideInAPackage("java.time..")))))
        .check(CORE);
  }

  @Test
  void the_library_leaves_the_standard_streams_alone() {
    noClasses()
        .that()
        // puts a stream in the program's way that keeps its lines and those of the trace whole
        .doNotHaveFullyQualifiedName("dev.bottrace.internal.launch.ProgramStreams")
        .and() // stands for the program's call of printStackTrace()
        .doNotHaveFullyQualifiedName("dev.bottrace.internal.hosted.ThreadCalls")
        .and() // passes on to them what a program inside a host prints
        .haveNameNotMatching("dev\\.bottrace\\.internal\\.launch\\.HostStreams(\\$.*)?")
        .and() // refuses options, before the program begins
        .doNotHaveFullyQualifiedName(HostAgent.class.getName())
        .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS)
        .check(CORE);
  }

  @Test
  void most_internal_types_are_package_private() {
    List<JavaClass> internal =
        CORE.stream()
            .filter(type -> type.getPackageName().startsWith("dev.bottrace.internal"))
            .filter(type -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info"))
            .toList();
    long shown =
        internal.stream().filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC)).count();
    assertThat(shown).isLessThan(internal.size() * 4L / 10);
  }
}
