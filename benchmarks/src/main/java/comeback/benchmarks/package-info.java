/** How long the pure decision takes. It measures and asserts nothing. */
@NullMarked
package comeback.benchmarks;

import org.jspecify.annotations.NullMarked;
