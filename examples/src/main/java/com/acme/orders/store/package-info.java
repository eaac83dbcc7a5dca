/** Orders that are kept. */
@NullMarked
package com.acme.orders.store;

import org.jspecify.annotations.NullMarked;
