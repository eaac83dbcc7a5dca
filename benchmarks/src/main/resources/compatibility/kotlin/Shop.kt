data class Item(val name: String, val price: Int)

sealed interface Event

data class Sold(val item: Item, val amount: Int) : Event

object Closed : Event

class Shop(private val items: Map<String, Item>) {
  fun sell(name: String, amount: Int): Event = items[name]?.let { Sold(it, amount) } ?: Closed

  inline fun <reified T : Event> only(events: List<Event>): List<T> = events.filterIsInstance<T>()
}

suspend fun waitFor(event: Event): Int =
  when (event) {
    is Sold -> event.amount * event.item.price
    Closed -> 0
  }

fun main() {
  val shop = Shop(mapOf("tea" to Item("tea", 3)))
  println(shop.only<Sold>(listOf(shop.sell("tea", 2), shop.sell("rum", 1))).joinToString())
}
