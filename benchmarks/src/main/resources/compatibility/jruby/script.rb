Item = Struct.new(:name, :price)
class Shop
  include Enumerable
  def initialize(*items) = @items = items
  def each(&block) = @items.each(&block)
  def method_missing(name, *) = "no #{name}"
  def respond_to_missing?(*) = true
end
shop = Shop.new(Item.new('tea', 3), Item.new('rum', 9))
puts shop.sort_by(&:price).map(&:name).join(', ')
puts shop.anything
puts (1..2000).lazy.select(&:even?).map { |i| i * i }.first(5).inspect
begin
  Integer('x')
rescue ArgumentError => e
  puts e.message
end
fib = ->(n) { n < 2 ? n : fib.(n - 1) + fib.(n - 2) }
puts fib.(10)
fiber = Fiber.new { 3.times { |i| Fiber.yield i } }
puts 3.times.map { fiber.resume }.inspect
puts [1, 2, 3].each_slice(2).to_a.inspect, 'x'.encode('UTF-16LE').bytes.inspect
File.write('out.txt', shop.map(&:to_a).inspect)
Thread.new { puts 'in a thread' }.join
