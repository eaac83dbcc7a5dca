enum Event:
  case Sold(name: String, amount: Int)
  case Closed

trait Shown[T]:
  extension (value: T) def shown: String

given Shown[Event] with
  extension (event: Event)
    def shown = event match
      case Event.Sold(name, amount) => s"$amount $name"
      case Event.Closed => "closed"

opaque type Price = Int

object Price:
  inline def apply(inline cents: Int): Price = cents

def sum(events: Event*)(using Shown[Event]): String = events.map(_.shown).mkString(", ")

@main def shop(): Unit = println(sum(Event.Sold("tea", 2), Event.Closed))
