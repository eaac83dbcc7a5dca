/** What orders cost. */
@NullMarked
package com.acme.orders.price;

import org.jspecify.annotations.NullMarked;
