/** Many people at work in the browser while a month is closed; on demand, {@code -Pload}. */
@NullMarked
package io.monthend.load;

import org.jspecify.annotations.NullMarked;
