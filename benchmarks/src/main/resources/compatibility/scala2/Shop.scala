case class Item(name: String, price: Int)

sealed trait Event
case class Sold(item: Item, amount: Int) extends Event
case object Closed extends Event

class Shop(items: Map[String, Item]) {
  def sell(name: String, amount: Int): Event = items.get(name).fold[Event](Closed)(Sold(_, amount))

  lazy val cheapest: Option[Item] = items.values.toList.sortBy(_.price).headOption
}

object Shop {
  def main(arguments: Array[String]): Unit = {
    val shop = new Shop(Map("tea" -> Item("tea", 3)))
    val sum = (for { i <- 1 to 3; Sold(item, amount) <- Seq(shop.sell("tea", i)) } yield item.price * amount).sum
    println(s"$sum ${shop.cheapest}")
  }
}
