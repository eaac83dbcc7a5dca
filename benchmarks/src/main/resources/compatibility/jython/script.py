import re
from java.util import TreeMap


class Item(object):
    def __init__(self, name, price):
        self.name, self.price = name, price

    def __repr__(self):
        return '%s at %d' % (self.name, self.price)


items = TreeMap()
for name, price in (('tea', 3), ('rum', 9)):
    items[name] = Item(name, price)
print ', '.join(repr(i) for i in items.values())
print sorted({len(w) for w in re.findall('[a-z]+', 'the quick brown fox')})


def squares(n):
    for i in range(n):
        yield i * i


print sum(squares(3000))
try:
    {}['x']
except KeyError, e:
    print 'missing', e
with open('out.txt', 'w') as out:
    out.write(str(items))
