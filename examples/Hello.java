// The smallest trace: which methods run, nested in each other, between the lines that the program
// prints.
//
//   bottrace run examples/Hello.java --calls
//   bottrace run examples/Hello.java --calls --max-depth 2 Ada Grace

public class Hello {
  public static void main(String[] args) {
    if (args.length == 0) {
      greet("world");
    }
    for (String name : args) {
      greet(name);
    }
  }

  static void greet(String name) {
    System.out.println(greeting(name));
  }

  static String greeting(String name) {
    return "Hello, " + name + "!";
  }
}
