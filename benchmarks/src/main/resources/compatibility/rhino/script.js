var print = typeof print === 'undefined' ? java.lang.System.out.println : print;
function fib(n) { return n < 2 ? n : fib(n - 1) + fib(n - 2); }
print('fib ' + fib(17));
var items = [{name: 'tea', price: 3}, {name: 'rum', price: 9}];
print(JSON.stringify(items.map(function (i) { return i.name.toUpperCase(); })));
print('the quick brown fox'.replace(/[a-z]+/g, function (w) { return w.length; }));
var map = new java.util.TreeMap();
items.forEach(function (i) { map.put(i.name, i.price); });
print(map);
try { items.x.y(); } catch (e) { print(e.name); }
var run = new java.lang.Runnable({run: function () { print('in a thread'); }});
var thread = new java.lang.Thread(run); thread.start(); thread.join();
var writer = new java.io.FileWriter('out.txt'); writer.write(JSON.stringify(items)); writer.close();
