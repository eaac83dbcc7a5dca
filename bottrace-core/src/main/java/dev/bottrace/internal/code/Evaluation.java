package dev.bottrace.internal.code;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One evaluation: what it has used of its budget, and the objects that it has created. For one
 * thread.
 */
public final class Evaluation {
  private final Linker linker;
  private final Meter meter;
  private final JdkCalls jdk;
  private final ObjectMethods objects;
  private @Nullable Interpreter interpreter;
  private final Set<Object> own = Collections.newSetFromMap(new IdentityHashMap<>(1));

  /**
   * Starts an evaluation.
   *
   * @param linker finds the classes of the program
   * @param steps the most bytecodes, inclusive
   * @param depth the most frames, inclusive
   * @param created the most objects, elements and characters, inclusive
   */
  public Evaluation(Linker linker, int steps, int depth, int created) {
    this.linker = linker;
    this.meter = new Meter(steps, depth, created);
    this.jdk = new JdkCalls(this);
    this.objects = new ObjectMethods(this);
  }

  /**
   * Calls a method: interprets one of the program, calls one of the JDK if it is known to be
   * harmless.
   *
   * @param called what the call names; the class of the receiver decides what runs
   * @param receiver null if it is static
   * @param arguments one for each parameter, of its type, boxed if it is primitive
   * @return the result, boxed if it is primitive; null if there is none
   * @throws Refusal if it would change something or goes over the budget
   * @throws Thrown if it ends with an exception
   */
  public @Nullable Object call(
      Callee called, @Nullable Object receiver, List<@Nullable Object> arguments) {
    return dispatch(called, receiver, arguments.toArray(), true);
  }

  /**
   * Calls a method of a superclass.
   *
   * @param called exactly what runs
   * @param receiver this
   * @param arguments one for each parameter, of its type, boxed if it is primitive
   * @return the result, boxed if it is primitive; null if there is none
   * @throws Refusal if it would change something or goes over the budget
   * @throws Thrown if it ends with an exception
   */
  public @Nullable Object callSuper(
      Callee called, Object receiver, List<@Nullable Object> arguments) {
    return dispatch(called, receiver, arguments.toArray(), false);
  }

  /**
   * Converts to a string as a concatenation does.
   *
   * @param value any value
   * @return the text
   * @throws Refusal if that would change something or goes over the budget
   * @throws Thrown if it ends with an exception
   */
  public String text(@Nullable Object value) {
    return objects.text(value);
  }

  /**
   * Counts what is about to be created.
   *
   * @param count objects, elements or characters
   * @throws Refusal if that goes over the budget
   */
  public void create(long count) {
    meter.create(count);
  }

  /**
   * Returns the class of an object, also of a virtual one.
   *
   * @param object any object
   * @return its class
   */
  public static Class<?> typeOf(Object object) {
    return Values.typeOf(object);
  }

  /**
   * Returns the length of an array.
   *
   * @param array an array, which may be virtual
   * @return the number of its elements
   */
  public static int length(Object array) {
    return ArrayAccess.length(array);
  }

  /**
   * Reads an element of an array.
   *
   * @param array an array, which may be virtual
   * @param index within its bounds
   * @return the element, boxed if it is primitive
   */
  public static @Nullable Object element(Object array, int index) {
    return ArrayAccess.get(array, index);
  }

  /**
   * Creates an array.
   *
   * @param component the type of its elements
   * @param elements boxed if they are primitive
   * @return the array
   * @throws Refusal if that goes over the budget
   */
  public Object array(Class<?> component, List<@Nullable Object> elements) {
    Object array = ArrayAccess.create(this, component, elements.size());
    for (int i = 0; i < elements.size(); i++) {
      ArrayAccess.set(this, array, i, elements.get(i));
    }
    return array;
  }

  /**
   * Copies an array.
   *
   * @param array an array, which may be virtual
   * @return what its {@code clone()} returns
   * @throws Refusal if that goes over the budget
   */
  public Object copy(Object array) {
    return ArrayAccess.copy(this, array);
  }

  /**
   * Gives a value the form in which it can leave the evaluation.
   *
   * @param value any value
   * @return the value
   */
  public static @Nullable Object result(@Nullable Object value) {
    return value instanceof VirtualArray array ? array.real() : value;
  }

  /**
   * Describes an exception that the evaluated code has thrown.
   *
   * @param thrown the exception
   * @return its class and its message
   */
  public String describe(Thrown thrown) {
    Object exception = thrown.exception();
    String name = typeOf(exception).getTypeName();
    try {
      Object message = objects.message(exception);
      return message == null ? name : name + ": " + message;
    } catch (Refusal | Thrown e) {
      return name;
    }
  }

  @Nullable Object dispatch(
      Callee called, @Nullable Object receiver, @Nullable Object[] arguments, boolean virtual) {
    meter.step();
    if (called.isStatic()) {
      linker.requireInitialized(called.owner());
      return run(called, null, arguments);
    }
    if (receiver == null) {
      throw exception(NullPointerException.class, called.name() + "() is called on null");
    }
    Class<?> type = typeOf(receiver);
    if (receiver instanceof VirtualLambda lambda && called.isAbstract()) {
      return Widening.to(called.resultKind(), lambda.call(this, arguments));
    }
    Callee target = virtual ? linker.methods().select(type, called) : called;
    if (target == null || (target.isAbstract() && !ClassModel.isJdk(type))) {
      throw Refusal.of("calls " + called + ", which " + type.getTypeName() + " does not have");
    }
    return ClassModel.isJdk(target.owner())
        ? onJdk(called, target, receiver, arguments)
        : run(target, receiver, arguments);
  }

  private @Nullable Object onJdk(
      Callee called, Callee target, Object receiver, @Nullable Object[] arguments) {
    if (target.isOfObject()) {
      return objects.call(target, receiver, arguments);
    }
    if (receiver instanceof Throwable) {
      requireSimple(target);
      boolean localized = target.name().equals("getLocalizedMessage");
      return localized ? objects.message(receiver) : jdk.call(target, receiver, arguments);
    }
    return jdk.call(ClassModel.isJdk(called.owner()) ? called : target, receiver, arguments);
  }

  /** Some exceptions ask others, which may be of the program, for their message. */
  private static void requireSimple(Callee target) {
    String home = target.owner().getPackageName();
    if (!home.equals("java.lang") && !home.equals("java.util")) {
      throw Refusal.of("calls " + target + ", which is not known to be harmless");
    }
  }

  private @Nullable Object run(
      Callee target, @Nullable Object receiver, @Nullable Object[] arguments) {
    return ClassModel.isJdk(target.owner())
        ? jdk.call(target, receiver, arguments)
        : interpreter().run(target, receiver, arguments);
  }

  /** Most evaluations need none. */
  private Interpreter interpreter() {
    if (interpreter == null) {
      interpreter = new Interpreter(this);
    }
    return interpreter;
  }

  /** Runs a constructor on a new object, or on the part of it that a superclass has. */
  void construct(Callee constructor, VirtualInstance created, @Nullable Object[] arguments) {
    if (ClassModel.isJdk(constructor.owner())) {
      jdk.construct(created, constructor, arguments);
    } else {
      interpreter().run(constructor, created, arguments);
    }
  }

  /** Creates an object and runs its constructor. */
  Object create(Callee constructor, @Nullable Object[] arguments) {
    Class<?> type = constructor.owner();
    if (ClassModel.isJdk(type) && !Throwable.class.isAssignableFrom(type)) {
      return jdk.construct(constructor, arguments);
    }
    linker.requireInitialized(type);
    meter.create(1);
    VirtualInstance created = new VirtualInstance(type);
    construct(constructor, created, arguments);
    return created;
  }

  /** Makes an exception of the JDK, which exists only in this evaluation. */
  Thrown exception(Class<? extends Throwable> type, @Nullable String message) {
    VirtualInstance exception = new VirtualInstance(type);
    exception.message(message);
    return new Thrown(exception);
  }

  /** Remembers an object as one that may be written. */
  <T> T own(T object) {
    own.add(object);
    return object;
  }

  boolean isOwn(Object object) {
    return own.contains(object);
  }

  Meter meter() {
    return meter;
  }

  Linker linker() {
    return linker;
  }

  MethodTable methods() {
    return linker.methods();
  }

  ObjectMethods objects() {
    return objects;
  }

  JdkCalls jdk() {
    return jdk;
  }
}
