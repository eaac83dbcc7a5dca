local function fib(n) if n < 2 then return n end return fib(n - 1) + fib(n - 2) end
print('fib', fib(18))
local Item = {}
Item.__index = Item
function Item.new(name, price) return setmetatable({name = name, price = price}, Item) end
function Item:shown() return self.name .. ' at ' .. self.price end
print(Item.new('tea', 3):shown())
local words = {}
for w in ('the quick brown fox'):gmatch('%a+') do words[#words + 1] = w:upper() end
table.sort(words)
print(table.concat(words, ', '))
local generator = coroutine.wrap(function() for i = 1, 3 do coroutine.yield(i * i) end end)
print(generator(), generator(), generator(), generator())
print(pcall(function() error('no') end))
