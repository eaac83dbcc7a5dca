/** What comes in from outside. */
@NullMarked
package com.acme.orders.web;

import org.jspecify.annotations.NullMarked;
