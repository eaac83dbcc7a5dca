import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;

/** An actor that counts down by messages to itself. */
public final class Countdown {
  private Countdown() {}

  private static Behavior<Integer> receive(ActorContext<Integer> context, int number) {
    if (number == 0) {
      System.out.println("done");
      return Behaviors.stopped();
    }
    context.getSelf().tell(number - 1);
    return Behaviors.same();
  }

  public static void main(String[] args) throws Exception {
    ActorSystem<Integer> system = ActorSystem.create(Behaviors.receive(Countdown::receive), "count");
    system.tell(2000);
    system.getWhenTerminated().toCompletableFuture().get();
    System.out.println("ended");
  }
}
