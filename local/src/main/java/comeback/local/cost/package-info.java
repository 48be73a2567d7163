/**
 * {@code ./comeback cost}: a month's bill, from what the tests counted and from AWS's public prices. Nothing here is measured
 * when it runs: {@code CostTest} counts, keeps its figures beside this package's classes, and fails when they are no longer
 * true.
 */
@NullMarked
package comeback.local.cost;

import org.jspecify.annotations.NullMarked;
