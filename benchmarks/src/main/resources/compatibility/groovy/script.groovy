@groovy.transform.Canonical
class Item { String name; int price }

def items = [new Item('tea', 3), new Item('rum', 9)]
def total = { List<Item> all -> all*.price.sum() }
println "items: ${items.collect { it.name.toUpperCase() }.join(', ')}, total ${total(items)}"
String.metaClass.shout = { -> delegate.toUpperCase() + '!' }
println 'hello'.shout()
def counts = 'the quick brown fox jumps over the lazy dog'.split(' ').countBy { it.size() }
println counts.sort()
try {
  items[0].missing()
} catch (MissingMethodException e) {
  println "missing: ${e.method}"
}
(1..2000).inject(0) { sum, i -> sum + i }.with { println it }
new File('out.txt').withWriter { w -> items.each { w.println it } }
