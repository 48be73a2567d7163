/**
 * What mails brought, as JSON and CSV: of a store for the holder of its secret key, of each for the deployment's admin key. It
 * reads sums that were counted, and nothing of any customer.
 */
@NullMarked
package comeback.console.reports;

import org.jspecify.annotations.NullMarked;
