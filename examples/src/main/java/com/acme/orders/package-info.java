/** A small order service, whose tests ask what it really calls. */
@NullMarked
package com.acme.orders;

import org.jspecify.annotations.NullMarked;
